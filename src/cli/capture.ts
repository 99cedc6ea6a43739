import { captureLesson } from './captureLesson';
import { captureOptions } from './captureOptions';
import { command } from './command';
import { UsageError } from './io';

/** Captures a lesson where a fault was found or mended, and tells where else it may stand. */
export const capture = command({
  operands: '[PLACE]',
  meaning: 'capture a lesson from code or a fix, and see where else it applies',
  options: captureOptions,
  note: `PLACE is PATH, PATH:LINE or PATH:FIRST-LAST; its code is what the lesson looks for. In a terminal it asks for a
title, advice and a link, each of which may be skipped, unless they are given or --yes is. --reference, --path,
--symbol, --tag and --supersedes can be given several times.
Prints the new file's path, then what the lesson hits; on stderr, lessons like it and what it lacks to be accepted.`,
  async run({ values, operands }, io) {
    const [place, ...others] = operands;
    if (others.length > 0) {
      throw new UsageError(
        `One place is expected, and "${others[0]}" is one word too many. Put the title in quotes: --title "TEXT".`,
      );
    }
    if (values.fix !== undefined && place !== undefined) {
      throw new UsageError('A lesson comes from a place or from a fix. Leave out --fix, or the place.');
    }
    if (values.find !== undefined && (place === undefined || values.pattern !== undefined)) {
      throw new UsageError('--find tells how to look for the code of a place. Name one, without --pattern.');
    }
    if (values['add-to'] !== undefined && (values.title ?? values.advice) !== undefined) {
      throw new UsageError(
        '--add-to keeps the title and the advice of the lesson. Leave out --title and --advice.',
      );
    }
    return captureLesson(values, place, io);
  },
});
