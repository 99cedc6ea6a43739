import { spawn } from 'node:child_process';

/**
 * Opens a page in the person's browser where that can work; elsewhere the printed address has to do.
 * @param {string} url
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {boolean} whether it was tried
 */
export function openPage(url, env = process.env) {
  const opener = env.CI ? undefined : openerFor(url, env);
  if (!opener) return false;
  const child = spawn(opener.command, opener.args, { detached: true, stdio: 'ignore', windowsHide: true });
  // Without an opener the printed address is still there to click.
  child.once('error', () => undefined);
  child.unref();
  return true;
}

/**
 * @param {string} url
 * @param {NodeJS.ProcessEnv} env
 */
function openerFor(url, env) {
  switch (process.platform) {
    case 'darwin':
      return { command: 'open', args: [url] };
    case 'win32':
      // `start` is a word of the shell, and takes an ampersand for a further command: this is what it runs.
      return { command: 'rundll32', args: ['url.dll,FileProtocolHandler', url] };
    default:
      return env.DISPLAY || env.WAYLAND_DISPLAY ? { command: 'xdg-open', args: [url] } : undefined;
  }
}
