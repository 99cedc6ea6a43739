import { captureLesson } from './captureLesson';
import { draftOptions } from './captureOptions';
import { command } from './command';
import { UsageError } from './io';

/** As `capture` with a title and `--yes`, for who knows what to write. */
export const newLesson = command({
  operands: 'TITLE',
  meaning: 'write the draft of a lesson',
  options: draftOptions,
  note: `The same as lessons capture --yes --title TITLE. --path, --symbol, --reference and --tag can be given several
times. All of path, symbol and pattern must hold.`,
  async run({ values, operands: [title, ...others] }, io) {
    if (title === undefined) {
      throw new UsageError('Say what went wrong in one line: lessons new "TITLE".');
    }
    if (others.length > 0) {
      throw new UsageError(
        `One title is expected, and "${others[0]}" is one word too many. Put the title, and every glob, in quotes.`,
      );
    }
    const unsaid = {
      incident: undefined,
      fix: undefined,
      find: undefined,
      'add-to': undefined,
      supersedes: [],
    };
    return captureLesson({ ...values, ...unsaid, title, yes: true }, undefined, io);
  },
});
