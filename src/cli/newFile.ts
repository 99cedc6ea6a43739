import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'you have no right to write there',
  EPERM: 'you have no right to write there',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'part of its path is a file',
  // What node says of a folder that cannot be made, whatever the cause.
  ENOENT: 'its folder cannot be made',
};

/**
 * Writes a file that is not there yet, with the folders above it. False where something has its name already: that is
 * left as it is, however late it came.
 * @throws an error for the person at the terminal where it cannot be written
 */
export async function writeNew(file: string, text: string): Promise<boolean> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') {
      return false;
    }
    const reason = reasons[code];
    throw reason === undefined ? error : new Error(`${file} cannot be written: ${reason}.`, { cause: error });
  }
}
