import type * as vscode from 'vscode';

/** The part of the built-in Git extension's API (version 1) that is used here. */
export interface GitExtension {
  /** Off where the setting `git.enabled` is, or where there is no git; then there is no API. */
  readonly enabled: boolean;
  readonly onDidChangeEnablement: vscode.Event<boolean>;
  getAPI(version: 1): GitApi;
}

export interface GitApi {
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: vscode.Event<string>;
  readonly onDidOpenRepository: vscode.Event<GitRepository>;
  readonly onDidCloseRepository: vscode.Event<GitRepository>;
  readonly repositories: readonly GitRepository[];
  /** Gives a new object each time: a repository is known by its root. */
  getRepository(uri: vscode.Uri): GitRepository | null;
  /** The file as it was in a commit, for an editor to show. */
  toGitUri(uri: vscode.Uri, ref: string): vscode.Uri;
}

export interface GitRepository {
  readonly rootUri: vscode.Uri;
  readonly state: {
    /** Undefined until git was asked for the first time; without a commit where there is none yet. */
    readonly HEAD: { readonly commit?: string } | undefined;
    readonly onDidChange: vscode.Event<void>;
    readonly mergeChanges: readonly GitChange[];
    readonly indexChanges: readonly GitChange[];
    readonly workingTreeChanges: readonly GitChange[];
    readonly untrackedChanges: readonly GitChange[];
    readonly remotes: readonly { readonly name: string; readonly fetchUrl?: string }[];
  };
  /** @param path absolute, or relative to the repository's root */
  show(ref: string, path: string): Promise<string>;
  /** @param path as for `show` */
  buffer(ref: string, path: string): Promise<Uint8Array>;
  getCommit(ref: string): Promise<GitCommit>;
  log(options: GitLogOptions): Promise<readonly GitCommit[]>;
  /** What the second did to files since both went apart. */
  diffBetween(ref1: string, ref2: string): Promise<readonly GitChange[]>;
}

export interface GitCommit {
  readonly hash: string;
  readonly message: string;
  readonly parents: readonly string[];
  readonly authorDate?: Date;
}

export interface GitLogOptions {
  /** 32 where neither this nor a range is given; without effect where a range is. */
  readonly maxEntries?: number;
  readonly range?: string;
  /** Commits to start from, in place of HEAD. */
  readonly refNames?: readonly string[];
  readonly path?: string;
}

export interface GitChange {
  /** The file as it is now. */
  readonly uri: vscode.Uri;
  /** The file as it was named in HEAD. */
  readonly originalUri: vscode.Uri;
  readonly status: number;
}

/** Of the API's numbers for what was done to a file, those of a renaming: staged, or announced with `git add -N`. */
export const renamed: ReadonlySet<number> = new Set([3, 10]);

/** Those of the API's numbers for what one commit did to a file that another had; all others are changes. */
export const addedBetween = 1;
export const deletedBetween = 6;
