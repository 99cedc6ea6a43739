import type { Range } from '../text';
import type { Confidence, FrontMatter, Level, Severity, Status, scopeKeys, ValueOf } from './vocabulary';

/** One entry of `applies_to`: where a lesson applies. All of its keys must hold. */
export type Scope = ValueOf<{ kind: 'record'; keys: typeof scopeKeys }>;

/** A scope that can be matched, with its place in the file's `applies_to`. */
export interface IndexedScope {
  readonly index: number;
  readonly scope: Scope;
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
  /** Where the id stands in the file. */
  readonly idRange: Range;
  readonly title: string;
  readonly advice: string;
  readonly status: Status;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** The upper limit of display that the file sets, if it does. */
  readonly level?: Level;
  /** Only the scopes that are whole; one with a problem matches nothing and is not here. */
  readonly scopes: readonly IndexedScope[];
  readonly references: readonly Reference[];
  readonly frontMatter: FrontMatter;
  /** The Markdown below the front matter. */
  readonly body: string;
}

/** Retired lessons are kept and found, but no longer match. */
export function isRetired(lesson: Lesson): boolean {
  return (
    lesson.frontMatter.withdrawn !== undefined ||
    lesson.status === 'rejected' ||
    lesson.status === 'deprecated' ||
    lesson.status === 'superseded'
  );
}

/** The reference a reader most wants: the incident's own report, else the first one. */
export function incidentOf(lesson: Lesson): Reference | undefined {
  return lesson.references.find((reference) => reference.type === 'INCIDENT') ?? lesson.references[0];
}
