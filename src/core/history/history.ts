/** What version control knows of a project's past; editor and command line each bring their own. */
export interface History {
  /** `undefined` where there is no such commit here. `HEAD`, a branch or a shortened id will do. */
  commit(revision: string): Promise<Commit | undefined>;
  /** Newest first. `undefined` where git does not know the range; all that HEAD comes from where none is given. */
  log(options: LogOptions): Promise<readonly Commit[] | undefined>;
  /** What a commit did to files compared with one of its parents; all files are added where it has none. */
  changes(commit: Commit, parent: string | undefined): Promise<readonly FileChange[]>;
  /** The file as the commit has it; `undefined` where it has none, or one that is no text. */
  text(commit: string, path: string): Promise<string | undefined>;
  /** Which commit each of the lines comes from, zero-based lines of the file as the commit has it; those that cannot be told are left out. */
  blame(commit: string, path: string, lines: readonly number[]): Promise<readonly BlamedLine[]>;
  /** Whether history ends early, as in a shallow clone. */
  isCut(): Promise<boolean>;
  /** Where others get the project from, as git writes it; it may hold a password. */
  remote?(): Promise<string | undefined>;
}

/** A commit, without anybody's name. */
export interface Commit {
  /** The whole id. */
  readonly id: string;
  readonly parents: readonly string[];
  /** When it was written, YYYY-MM-DD in UTC, so that every machine tells the same; empty where nobody knows. */
  readonly date: string;
  /** Subject and body. */
  readonly message: string;
}

export interface LogOptions {
  /** As git takes it: `main..HEAD`, `v1.0..`. */
  readonly range?: string;
  readonly most?: number;
}

/** Paths are relative to the folder that holds `.lessons`, with `/`; files outside of it are left out. */
export interface FileChange {
  readonly kind: 'added' | 'deleted' | 'changed';
  /** As the commit has it; for a deleted file as its parent had it. */
  readonly path: string;
  /** The path in the parent, where the file was renamed. */
  readonly before?: string;
}

export interface BlamedLine {
  readonly line: number;
  /** The whole id. */
  readonly commit: string;
  /** Whether history ends at this commit, so that the line may be older. */
  readonly isBoundary: boolean;
}
