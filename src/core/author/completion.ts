import type { Library } from '../library/library';
import type { Range } from '../text';

/** One thing that an editor offers to write, as plain data; the first of a list is the likeliest. */
export interface Completion {
  readonly kind: CompletionKind;
  readonly label: string;
  /** Where it would go, if that is not where the cursor most likely means. */
  readonly where?: string;
  /** A few words beside the label. */
  readonly description?: string;
  /** Markdown of our own words; what others wrote is escaped in it. */
  readonly documentation?: string;
  readonly insert: Insert;
  /** Within one line; the cursor is in it. */
  readonly range: Range;
  /** What the words in the range are compared with. */
  readonly filter: string;
  readonly isPreselected?: boolean;
  /** There is something to choose right behind it. */
  readonly goesOn?: boolean;
}

export type CompletionKind =
  | 'key'
  | 'choice'
  | 'date'
  | 'count'
  | 'lesson'
  | 'word'
  | 'folder'
  | 'file'
  | 'glob'
  | 'symbol'
  | 'language'
  | 'skeleton';

/** A snippet has places to fill in, in the notation that editors share. Lines break with `\n` and are indented whole. */
export interface Insert {
  readonly kind: 'plain' | 'snippet';
  readonly text: string;
}

/** A list as long as this may lack what a longer word would find. */
export const longestList = 1000;

/** What is known around the file that is being written. */
export interface AuthorContext {
  readonly library: Library;
  /** The file's own path, relative to the folder that holds `.lessons`. */
  readonly path: string;
  /** YYYY-MM-DD */
  readonly today: string;
  newId(): string;
  readonly workspace: AuthorWorkspace;
}

/** What the author's editor knows; each answer may be empty, and none has to be complete. */
export interface AuthorWorkspace {
  /** The ids of the languages that the editor knows. */
  languages(): Promise<readonly string[]>;
  /** What lies in a folder, which is named by its path without an end; the root is empty. */
  entriesIn(folder: string): Promise<readonly Entry[]>;
  /** Some paths of files below a folder, however deep. */
  filesBelow(folder: string): Promise<readonly string[]>;
  /** The names of the symbols in the files that the globs name; without globs, in those that the author has open. */
  symbolsIn(globs: readonly string[]): Promise<readonly string[]>;
}

export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder';
}
