import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UsageError } from './io';

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'you have no right to write there',
  EPERM: 'you have no right to write there',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'part of its path is a file',
};

/**
 * Writes a file that is not there yet, with the folders above it. False where something has its name already: that is
 * left as it is, however late it came.
 * @throws UsageError where it may not be written
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
    throw reason === undefined ? error : new UsageError(`${file} cannot be written: ${reason}.`);
  }
}
