/**
 * The command line that starts `command`. Windows runs .cmd files only through its shell, which takes one quoted string.
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {{ command: string, args: string[], windowsVerbatimArguments: boolean }}
 */
export function startable(command, args) {
  if (process.platform !== 'win32' || !/\.(cmd|bat)$/i.test(command)) {
    return { command, args: [...args], windowsVerbatimArguments: false };
  }
  const line = [command, ...args].map((part) => `"${part.replaceAll('"', '""')}"`).join(' ');
  return {
    command: process.env.ComSpec ?? 'cmd.exe',
    args: ['/d', '/s', '/c', `"${line}"`],
    windowsVerbatimArguments: true,
  };
}
