import type { Stats } from 'node:fs';

/** Within this time, in milliseconds, some file systems show two changes of a file as one. */
const coarsestClock = 2000;

/** What tells one state of a file from another without reading it; times in milliseconds with their fractions. */
export type FileStamp = readonly [size: number, modified: number, changed: number, inode: number];

export function stampOf({ size, mtimeMs, ctimeMs, ino }: Stats): FileStamp {
  return [size, mtimeMs, ctimeMs, ino];
}

export function isSameStamp(one: FileStamp, other: FileStamp | undefined): boolean {
  return other !== undefined && one.every((part, at) => part === other[at]);
}

/**
 * Whether a file was last changed so long before a moment that a later change gives it another stamp; git calls the
 * others racy (its "racy-git" documentation).
 */
export function isSettled([, modified, changed]: FileStamp, moment: number): boolean {
  return Math.max(modified, changed) < moment - coarsestClock;
}
