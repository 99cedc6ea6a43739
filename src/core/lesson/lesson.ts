import type { LazyText } from '../lazyText';
import type { Range } from '../text';
import type { KeyRanges } from './keyRanges';
import type { RelationKey } from './problem';
import type { Confidence, FrontMatter, Level, Severity, Status, scopeKeys, ValueOf } from './vocabulary';

/** One entry of `applies_to`: where a lesson applies. All of its keys must hold. */
export type Scope = ValueOf<{ kind: 'record'; keys: typeof scopeKeys }>;

/** A scope that can be matched, with its place in the file's `applies_to`. */
export interface IndexedScope {
  readonly index: number;
  readonly scope: Scope;
  readonly ranges: ScopeRanges;
}

/** Where a scope and its parts stand in the file. */
export interface ScopeRanges {
  readonly scope: Range;
  readonly paths?: Range;
  readonly pattern?: Range;
  readonly structure?: Range;
  /** One each, in the order of the scope's `symbols`. */
  readonly symbols: readonly Range[];
}

/** In the order in which a lesson's relations are listed. */
export const relationKeys = [
  'related',
  'generalizes',
  'supersedes',
  'superseded_by',
] as const satisfies readonly RelationKey[];

/** A lesson named by another one, and where. */
export interface Relation {
  readonly key: RelationKey;
  readonly id: string;
  readonly range: Range;
}

/** Where a lesson comes from or is discussed; always `https`. */
export interface Reference {
  readonly type?: string;
  readonly url: string;
}

/** What one lesson file says, with the format's defaults filled in. Plain data. */
export interface Lesson {
  /** Relative to the folder that holds `.lessons`, with `/`. */
  readonly path: string;
  readonly id: string;
  readonly title: string;
  readonly advice: string;
  readonly status: Status;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** The upper limit of display that the file sets, if it does. */
  readonly level?: Level;
  /** Where the values of the keys that are given stand in the file. */
  readonly ranges: KeyRanges;
  readonly relations: readonly Relation[];
  /** Only the scopes that are whole; one with a problem matches nothing and is not here. */
  readonly scopes: readonly IndexedScope[];
  readonly references: readonly Reference[];
  readonly frontMatter: FrontMatter;
  /** The Markdown below the front matter. */
  readonly body: LazyText;
}

/** Retired lessons are kept and found, but no longer match. */
export function isRetired({ frontMatter: { status, withdrawn } }: Pick<Lesson, 'frontMatter'>): boolean {
  return (
    withdrawn !== undefined || status === 'rejected' || status === 'deprecated' || status === 'superseded'
  );
}

/** The reference a reader most wants: the incident's own report, else the first one. */
export function incidentOf(lesson: Lesson): Reference | undefined {
  return lesson.references.find((reference) => reference.type === 'INCIDENT') ?? lesson.references[0];
}
