import type { Scope } from '../lesson/lesson';

/** A key of a scope by which a source can be kept out; `flags` belong to their pattern, and `fix` to what is found. */
export type DecidingKey = Exclude<keyof Scope, 'flags' | 'fix'>;

/** In the order in which they are explained: a later key only takes away from what the ones before it left. */
export const decidingKeys = [
  ...['languages', 'paths', 'exclude', 'packages', 'symbols', 'pattern', 'structure', 'not_pattern', 'when'],
] as const satisfies readonly DecidingKey[];
