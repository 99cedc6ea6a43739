import { setTimeout as sleep } from 'node:timers/promises';
import { HumanError } from './humanError.mjs';

/**
 * Starts a server and waits until it serves the workbench; one that does not is ended.
 * @param {(onOutput: (text: string) => void) => import('./child.mjs').Child} start
 * @param {AbortSignal | undefined} signal
 */
export async function untilReady(start, signal) {
  const output = { text: '' };
  const child = start((text) => {
    output.text += text;
  });
  const ended = child.exited.then(() => true);
  // On a port that is taken it says so and runs on.
  for (const until = Date.now() + 60_000; Date.now() < until && !/EADDRINUSE/.test(output.text); ) {
    const port = /Web UI available at http:\/\/localhost:(\d+)/.exec(output.text)?.[1];
    if (port) return { child, port: Number(port), logs: () => output.text };
    if (await Promise.race([ended, sleep(50, false)])) break;
  }
  await child.end();
  signal?.throwIfAborted();
  throw new HumanError(
    `VS Code's server did not start; it said:\n${complaints(output.text)}\n${nextStep(output.text)}`,
  );
}

/** @param {string} log */
function nextStep(log) {
  if (/EADDRINUSE/.test(log))
    return 'Another program listens on that port: choose another, or none to have a free one found.';
  return 'Run it again; if it keeps failing, remove the folder .vscode-test, or use a desktop VS Code (LESSONS_VSCODE=<path>).';
}

/**
 * The end of the log without the stack about a native logging module that is never there.
 * @param {string} log
 */
function complaints(log) {
  const lines = log
    .split('\n')
    .filter((line) => line.trim() && !/spdlog|bindings file|^ {4}at |^\s*(tries: \[|\]|\})$/.test(line));
  return lines.slice(-10).join('\n');
}
