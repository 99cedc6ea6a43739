import type { KeyPath, SheetKind } from '../lesson/keyPath';
import type { RecordRule, Rule } from '../lesson/vocabulary';
import type { Range } from '../text';

/** The texts that stand at the keys of a record, those of a list in order; none at a key that holds something else. */
export type Given = ReadonlyMap<string, readonly string[]>;

export type Quote = '' | "'" | '"';

/** What a cursor stands in, and what may stand there. */
export type Place = SheetPlace | BodyPlace | StartPlace;

/** A place in the front matter of a lesson, or in a config. */
export type SheetPlace = KeyPlace | ValuePlace;

interface PlaceInSheet {
  readonly sheet: SheetKind;
  /** What is to be replaced; within one line. */
  readonly range: Range;
  /** What of it stands before the cursor, as it is written. */
  readonly written: string;
  /** What has to go before: a blank, a dash, or a new line with its indentation. */
  readonly lead: string;
  readonly quote: Quote;
  readonly isFlow: boolean;
  /** There is a likelier place for what is written here, further in. */
  readonly isAside: boolean;
  /** The record around: its other keys. */
  readonly given: Given;
  /** The keys at the top of the sheet. */
  readonly top: Given;
}

/** A key may stand here. */
export interface KeyPlace extends PlaceInSheet {
  readonly kind: 'key';
  /** The way to the record that the key is in; empty at the top. */
  readonly path: KeyPath;
  readonly keys: RecordRule['keys'];
  /** The key's column, for the lines below it. */
  readonly indent: number;
  /** What follows: nothing yet, a colon, or a value on the next lines for which only the key is missing. */
  readonly tail: 'nothing' | 'colon' | 'value';
}

/** A text may stand here. */
export interface ValuePlace extends PlaceInSheet {
  readonly kind: 'value';
  /** The way to the value's key. */
  readonly path: KeyPath;
  /** What one value is; never a list or a record. */
  readonly rule: Rule;
  /** The value as YAML reads it, parted by the cursor. */
  readonly before: string;
  readonly after: string;
  /** The list's other entries. */
  readonly others: readonly string[];
}

/** A word of the Markdown below the front matter. */
export interface BodyPlace {
  readonly kind: 'body';
  readonly range: Range;
  readonly written: string;
}

/** A lesson file in which nothing is written yet. */
export interface StartPlace {
  readonly kind: 'start';
  readonly range: Range;
  readonly written: string;
  /** Which of its two fences the front matter has already. */
  readonly fences: 'none' | 'first' | 'both';
}
