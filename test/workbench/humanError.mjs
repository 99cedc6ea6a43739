/** An error whose message is meant for a person: what happened, and what to do next. It is shown without a stack. */
export class HumanError extends Error {}

/**
 * What to print for anything thrown: the message alone where it is meant for a person, else all there is.
 * @param {unknown} error
 * @returns {string}
 */
export function told(error) {
  if (error instanceof HumanError) return error.message;
  if (error instanceof Error && 'syscall' in error) {
    return `The system refused: ${error.message}\nMend that, then run the same command again.`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
