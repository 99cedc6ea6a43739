import { hash } from 'node:crypto';
import { link, lstat, mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { unlessMissing } from './nodeFiles';
import { UnfinishedFiles, unfinishedIn } from './unfinished';
import { writingError } from './writingError';

/** Writes files that are not there yet, each whole or not at all, whatever ends the process meanwhile. */
export class NewFiles {
  readonly #unfinished = new UnfinishedFiles();
  readonly #link: typeof link;

  /** @param hardLink some disks know none, and a network may not either */
  constructor(hardLink: typeof link = link) {
    this.#link = hardLink;
  }

  /**
   * Writes one file, with the folders above it. False where something has its name already: that is left as it is,
   * however late it came.
   * @throws an error for the person at the terminal where it cannot be written
   */
  async write(file: string, text: string): Promise<boolean> {
    const folder = dirname(file);
    try {
      await mkdir(folder, { recursive: true });
      if ((await unlessMissing(() => lstat(file))) !== undefined) {
        return false;
      }
      const whole = await this.#unfinished.write(folder, text);
      try {
        return await this.#place(whole, file);
      } finally {
        await rm(whole, { force: true });
      }
    } catch (error) {
      throw writingError(file, error);
    }
  }

  /** A second name is given at once or refused, which no renaming promises: it would take the place of another file. */
  async #place(whole: string, file: string): Promise<boolean> {
    try {
      await this.#link(whole, file);
      return true;
    } catch (error) {
      if (isTaken(error)) {
        return false;
      }
      // FAT has no second names, and says so in many ways; where something else is wrong, renaming tells it as well.
      return moveUnlessThere(whole, file);
    }
  }
}

/** As `NewFiles.write`, for a single file. */
export function writeNew(file: string, text: string): Promise<boolean> {
  return new NewFiles().write(file, text);
}

/**
 * For the same name nobody who comes this way comes between the look and the renaming: the claim can be made once. What
 * is left is another program that takes the name in that very moment.
 */
async function moveUnlessThere(whole: string, file: string): Promise<boolean> {
  const claim = unfinishedIn(
    dirname(file),
    hash('sha256', basename(file).toLowerCase(), 'buffer').subarray(0, 8),
  );
  try {
    await (await open(claim, 'wx')).close();
  } catch (error) {
    if (isTaken(error)) {
      return false;
    }
    throw error;
  }
  try {
    if ((await unlessMissing(() => lstat(file))) !== undefined) {
      return false;
    }
    await rename(whole, file);
    return true;
  } finally {
    await rm(claim, { force: true });
  }
}

function isTaken(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'EEXIST';
}
