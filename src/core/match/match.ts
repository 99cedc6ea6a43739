import type { Lesson } from '../lesson/lesson';
import { comparePositions, type Range } from '../text';
import type { Capture } from './capture';
import type { ChangeKind } from './changedLines';
import type { PackageReason } from './packages/packageReasons';

/** sharp: a hit of a pattern or a structure; named: a symbol; broad: a path, a language or a package alone. */
export type MatchClass = 'sharp' | 'named' | 'broad';

/** Who found the symbol: the language's grammar, or the editor where there is none. */
export type SymbolOrigin = 'grammar' | 'editor';

/** The import, or the entry of a manifest, by which a scope's packages let the file in. */
export interface PackageWhy extends Omit<PackageReason, 'start' | 'end'> {
  readonly at: Range;
}

/** What decided: the scope's index in the file, and of each key that the scope has what held. */
export interface Why {
  readonly scope: number;
  /** The glob. */
  readonly path?: string;
  readonly symbol?: string;
  readonly symbolFrom?: SymbolOrigin;
  readonly pattern?: string;
  readonly structure?: string;
  /** The code that was hit, cut short where it is long. */
  readonly text?: string;
  /** What the structure's metavariables stand for. */
  readonly captures?: readonly Capture[];
  readonly package?: PackageWhy;
  readonly when?: ChangeKind;
}

/** One place where one lesson applies. Plain data; positions are good for the text that was matched. */
export interface Match {
  readonly lesson: Lesson;
  readonly path: string;
  readonly class: MatchClass;
  /** The hit, or the symbol's name; absent for a broad match, which means the file. */
  readonly range?: Range;
  /** What has to change for the match to count as changed: the hit, or the symbol's body. */
  readonly extent?: Range;
  readonly why: Why;
}

/** Whether two lists tell of the same lessons at the same places. */
export function haveSamePlaces(a: readonly Match[], b: readonly Match[]): boolean {
  return (
    a.length === b.length &&
    a.every((match, index) => {
      const other = b[index];
      return match.lesson === other?.lesson && isSameRange(match.range, other.range);
    })
  );
}

function isSameRange(a: Range | undefined, b: Range | undefined): boolean {
  return a === undefined || b === undefined
    ? a === b
    : comparePositions(a.start, b.start) === 0 && comparePositions(a.end, b.end) === 0;
}
