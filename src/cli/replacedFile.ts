import { readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { unlessMissing } from './nodeFiles';
import type { UnfinishedFiles } from './unfinished';
import { writingError } from './writingError';

/**
 * Replaces a file as a whole or not at all, and keeps who may do what with it. False where it does not hold what was
 * expected any more: that is left as it is.
 * @throws an error for the person at the terminal where it cannot be written
 */
export async function replaceFile(
  file: string,
  expected: Uint8Array,
  text: string,
  unfinished: UnfinishedFiles,
): Promise<boolean> {
  try {
    const facts = await unlessMissing(() => stat(file));
    if (facts === undefined) {
      return false;
    }
    const whole = await unfinished.write(dirname(file), text, facts.mode);
    try {
      const now = await unlessMissing(() => readFile(file));
      if (now === undefined || Buffer.compare(now, expected) !== 0) {
        return false;
      }
      await rename(whole, file);
      return true;
    } finally {
      await rm(whole, { force: true });
    }
  } catch (error) {
    throw writingError(file, error);
  }
}
