import { randomBytes } from 'node:crypto';
import { open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { unlessMissing } from './nodeFiles';

/** Hidden, and not Markdown, so that it is no lesson; by the name whoever finds one knows whose it is. */
const unfinishedName = /^\.lessons-[0-9a-f]{16}\.tmp$/;

/** Nothing is written for so long, in milliseconds; clocks of shared disks may differ by less. */
const longestWriting = 60 * 60 * 1000;

/** A name for what is not finished yet, in the folder where it will be. */
export function unfinishedIn(folder: string, mark: Uint8Array = randomBytes(8)): string {
  return join(folder, `.lessons-${Buffer.from(mark).toString('hex')}.tmp`);
}

/** Texts that are written beside where they will be, so that they can take their place at once. */
export class UnfinishedFiles {
  /** Folders in which nothing is left of processes that were ended. */
  readonly #tidy = new Set<string>();

  /**
   * Writes all of a text, down to the disk.
   * @param mode as of the file that it will replace
   * @returns the path, for the caller to move or to remove
   */
  async write(folder: string, text: string, mode?: number): Promise<string> {
    if (!this.#tidy.has(folder)) {
      await removeUnfinished(folder);
      this.#tidy.add(folder);
    }
    const path = unfinishedIn(folder);
    const file = await open(path, 'wx');
    try {
      await file.writeFile(text);
      // Some disks refuse even to be told what they have.
      if (mode !== undefined && (await file.stat()).mode !== mode) {
        await file.chmod(mode & 0o7777);
      }
      await file.sync();
    } catch (error) {
      await file.close();
      await rm(path, { force: true });
      throw error;
    }
    await file.close();
    return path;
  }
}

/** Removes what processes that were ended left in a folder long ago. */
async function removeUnfinished(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => unfinishedName.test(name));
  for (const path of names.map((name) => join(folder, name))) {
    const facts = await unlessMissing(() => stat(path));
    if (facts !== undefined && Date.now() - facts.mtimeMs > longestWriting) {
      await rm(path, { force: true });
    }
  }
}
