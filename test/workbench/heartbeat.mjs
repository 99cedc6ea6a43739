/** @typedef {(line: string) => void} Progress what is going on, for a person to read */

/**
 * Does `work` and says every few seconds that it is still being done, and at the end how long it took.
 * @template T
 * @param {string} what
 * @param {Progress} progress
 * @param {() => Promise<T>} work
 * @param {() => string} [detail] what more to say in each heartbeat
 * @returns {Promise<T>}
 */
export async function withHeartbeat(what, progress, work, detail = () => '') {
  const start = Date.now();
  const seconds = () => `${Math.round((Date.now() - start) / 1000)} s`;
  progress(`${what} ...`);
  const beat = setInterval(() => progress(`${what}: ${seconds()}${detail()}`), 4000);
  try {
    const result = await work();
    progress(`${what}: done in ${seconds()}`);
    return result;
  } finally {
    clearInterval(beat);
  }
}
