import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { type FileStamp, isSameStamp, isSettled, stampOf } from './fileStamp';
import type { SkipReason } from './skipped';

/** No larger file is anybody's source. */
export const largestFile = 2 * 1024 * 1024;

/** The bytes of a file at one moment, or why there are none. */
export type FileBytes =
  | {
      readonly kind: 'bytes';
      readonly bytes: Buffer;
      /** As long as the file has this stamp, it has these bytes; absent where that is not sure. */
      readonly stamp?: FileStamp;
    }
  | { readonly kind: 'skipped'; readonly reason: SkipReason; readonly error?: Error };

/**
 * Reads a file, opened and looked at once. Waits for the disk, as the command line has nothing else to do, and a promise
 * costs more than most files.
 */
export function bytesOf(file: string): FileBytes {
  let opened: number | undefined;
  try {
    // A pipe would let its reader wait for ever.
    opened = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    return contentOf(opened);
  } catch (error) {
    return failureOf(error as NodeJS.ErrnoException);
  } finally {
    if (opened !== undefined) {
      closeSync(opened);
    }
  }
}

/** The id that git gives to a blob with these bytes, where it uses SHA-1. */
export function contentId(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/** A file or folder that is not there, or no longer, is an answer; any other failure is told. */
export function failureOf(error: NodeJS.ErrnoException): Extract<FileBytes, { kind: 'skipped' }> {
  const isGone = ['ENOENT', 'ENOTDIR', 'EISDIR', 'ENXIO'].includes(error.code ?? '');
  return { kind: 'skipped', reason: isGone ? 'vanished' : 'unreadable', error };
}

function contentOf(opened: number): FileBytes {
  const moment = Date.now();
  const before = fstatSync(opened);
  if (!before.isFile()) {
    return { kind: 'skipped', reason: 'vanished' };
  }
  if (before.size > largestFile) {
    return { kind: 'skipped', reason: 'large' };
  }
  const bytes = readToEnd(opened, before.size);
  if (bytes.length > largestFile) {
    return { kind: 'skipped', reason: 'large' };
  }
  const stamp = stampOf(before);
  const isSure =
    isSettled(stamp, moment) &&
    before.size === bytes.length &&
    isSameStamp(stamp, stampOf(fstatSync(opened)));
  return { kind: 'bytes', bytes, ...(isSure && { stamp }) };
}

/** All bytes, or a few more than the largest file may have, whatever happens to the file meanwhile. */
function readToEnd(opened: number, size: number): Buffer {
  let buffer = Buffer.allocUnsafe(size + 1);
  let length = 0;
  for (;;) {
    const count = readSync(opened, buffer, length, buffer.length - length, null);
    length += count;
    if (count === 0 || length > largestFile) {
      return buffer.subarray(0, length);
    }
    if (length === buffer.length) {
      buffer = Buffer.concat([buffer], 2 * buffer.length);
    }
  }
}
