const reasons: Readonly<Record<string, string>> = {
  EACCES: 'you have no right to write there',
  EPERM: 'you have no right to write there',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is full',
  EFBIG: 'it would be larger than a file may be here',
  ENAMETOOLONG: 'its path is too long',
  ENOTDIR: 'part of its path is a file',
  EEXIST: 'part of its path is a file',
  // What node says of a folder that cannot be made, whatever the cause.
  ENOENT: 'its folder cannot be made',
};

/** Why a file cannot be written, for the person at the terminal. */
export function writingError(file: string, error: unknown): Error {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return new Error(`${file} cannot be written: ${reasons[code] ?? message}.`, { cause: error });
}
