import type { Shortfall } from '../../core/match/gather';

/** Why a file, or what lies below a folder, was not looked at. */
export const skipReasons = ['binary', 'large', 'unreadable', 'vanished', 'failed', 'nested'] as const;

/**
 * vanished: it was there a moment ago. failed: looking at it ended the process that did. nested: a repository of its own.
 */
export type SkipReason = (typeof skipReasons)[number];

export interface Skipped {
  readonly path: string;
  readonly reason: SkipReason;
}

/** A file in which something could not be looked at, so that matches may be missing. */
export interface FileShortfall extends Shortfall {
  readonly path: string;
}
