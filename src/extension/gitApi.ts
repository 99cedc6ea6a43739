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
  };
  show(ref: string, path: string): Promise<string>;
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
