/** Why everything stops: somebody wants it to. */
export class Ended extends Error {
  /** @param {number} status the exit status by which a shell knows the signal */
  constructor(status) {
    super('Stopped');
    this.status = status;
  }
}

const statuses = /** @type {const} */ ({ SIGHUP: 129, SIGINT: 130, SIGTERM: 143 });

/**
 * Turns the first Ctrl+C, termination or hang-up into an abort, whose reason is `Ended`; a second one exits at once.
 * @returns {AbortSignal}
 */
export function endOnSignals() {
  const controller = new AbortController();
  const first = { at: 0 };
  for (const name of /** @type {(keyof typeof statuses)[]} */ (Object.keys(statuses))) {
    process.on(name, () => {
      if (!controller.signal.aborted) {
        first.at = Date.now();
        controller.abort(new Ended(statuses[name]));
      } else if (Date.now() - first.at > 400) {
        // Sooner than that it is the same Ctrl+C: npm passes on what the terminal has sent to us as well.
        process.exit(statuses[name]);
      }
    });
  }
  return controller.signal;
}

/**
 * Waits until somebody wants the end, or `other` is there first.
 * @template T
 * @param {AbortSignal} signal
 * @param {Promise<T>} other
 * @returns {Promise<T>}
 */
export function untilEnded(signal, other) {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    other.then(resolve, reject);
  });
}
