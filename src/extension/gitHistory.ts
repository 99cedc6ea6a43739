import * as vscode from 'vscode';
import type { BlamedLine, Commit, FileChange, History, LogOptions } from '../core/history/history';
import { lineOrigins } from '../core/history/lineOrigins';
import {
  addedBetween,
  deletedBetween,
  type GitChange,
  type GitCommit,
  type GitRepository,
  renamed,
} from './gitApi';
import type { GitRepositories } from './gitRepositories';
import type { LessonPlace } from './lessonFolder';

/** As git itself tells what is binary: by a zero in the first part of the file. */
const partLookedAt = 8000;

/** The pasts of folders, as the built-in Git extension tells them. */
export class GitHistories {
  readonly #git: GitRepositories;
  readonly #log: vscode.LogOutputChannel;

  constructor(git: GitRepositories, log: vscode.LogOutputChannel) {
    this.#git = git;
    this.#log = log;
  }

  /** `undefined` where the folder lies in no repository that git has found so far. */
  historyOf({ uri }: Pick<LessonPlace, 'uri'>): History | undefined {
    const repository = this.#git.repositoryOf(uri);
    const below = `${uri.path.replace(/\/$/, '')}/`;
    const root = repository && `${repository.rootUri.path.replace(/\/$/, '')}/`;
    // Where a link lies on the way, git knows the folder by another name.
    return repository === undefined || root === undefined || !below.startsWith(root)
      ? undefined
      : new GitHistory(repository, below.slice(root.length), this.#log);
  }
}

class GitHistory implements History {
  readonly #repository: GitRepository;
  /** The folder, relative to the repository's root: empty, or with a `/` at its end. */
  readonly #prefix: string;
  readonly #log: vscode.LogOutputChannel;

  constructor(repository: GitRepository, prefix: string, log: vscode.LogOutputChannel) {
    this.#repository = repository;
    this.#prefix = prefix;
    this.#log = log;
  }

  async commit(revision: string): Promise<Commit | undefined> {
    if (!isOneRevision(revision)) {
      return undefined;
    }
    const found = await this.#ask(() => this.#repository.getCommit(`${revision}^{commit}`));
    return found && commitOf(found);
  }

  async log({ range, most }: LogOptions): Promise<readonly Commit[] | undefined> {
    if (range?.startsWith('-') === true) {
      return undefined;
    }
    if (range === undefined && (await this.commit('HEAD')) === undefined) {
      return [];
    }
    const limit =
      range === undefined && most !== undefined ? { maxEntries: most } : { range: range ?? 'HEAD' };
    const within = this.#prefix === '' ? {} : { path: literal(this.#prefix) };
    const found = await this.#ask(() => this.#repository.log({ ...limit, ...within }));
    return found?.map(commitOf).slice(0, most);
  }

  async changes(commit: Commit, parent: string | undefined): Promise<readonly FileChange[]> {
    // The API compares commits, and before the first one there is none.
    const found =
      parent === undefined
        ? undefined
        : await this.#ask(() => this.#repository.diffBetween(parent, commit.id));
    return found?.flatMap((change) => this.#changeOf(change) ?? []) ?? [];
  }

  async text(commit: string, path: string): Promise<string | undefined> {
    if (!isOneRevision(commit)) {
      return undefined;
    }
    // As text the API would give what the editor makes of the bytes, by settings that the command line does not know.
    const bytes = await this.#ask(() => this.#repository.buffer(commit, `${this.#prefix}${path}`));
    return bytes === undefined || bytes.subarray(0, partLookedAt).includes(0)
      ? undefined
      : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  }

  blame(commit: string, path: string, lines: readonly number[]): Promise<readonly BlamedLine[]> {
    // A line may come from a file that was outside of the folder.
    const whole = new GitHistory(this.#repository, '', this.#log);
    return lineOrigins(commit, `${this.#prefix}${path}`, lines, {
      text: (id, of) => whole.text(id, of),
      changes: (id, parent) => whole.changes(id, parent),
      isCut: () => whole.isCut(),
      lastChange: async (id, of) => {
        const options = { refNames: [id], maxEntries: 1, path: literal(of) };
        const [last] = (await this.#ask(() => this.#repository.log(options))) ?? [];
        return last && commitOf(last);
      },
    });
  }

  /** Not told for what is not the first working tree of its repository, as git keeps its files elsewhere. */
  async isCut(): Promise<boolean> {
    const shallow = vscode.Uri.joinPath(this.#repository.rootUri, '.git', 'shallow');
    return (await this.#ask(async () => vscode.workspace.fs.stat(shallow))) !== undefined;
  }

  async remote(): Promise<string | undefined> {
    return this.#repository.state.remotes.find(({ name }) => name === 'origin')?.fetchUrl;
  }

  #changeOf({ uri, originalUri, status }: GitChange): FileChange | undefined {
    const [path, before] = [this.#pathOf(uri), this.#pathOf(originalUri)];
    if (renamed.has(status) && before !== undefined) {
      return path === undefined ? { kind: 'deleted', path: before } : { kind: 'changed', path, before };
    }
    if (path === undefined) {
      return undefined;
    }
    const isAdded = status === addedBetween || renamed.has(status);
    return { kind: isAdded ? 'added' : status === deletedBetween ? 'deleted' : 'changed', path };
  }

  #pathOf(uri: vscode.Uri): string | undefined {
    const start = `${this.#repository.rootUri.path.replace(/\/$/, '')}/${this.#prefix}`;
    return uri.path.startsWith(start) ? uri.path.slice(start.length) : undefined;
  }

  /** `undefined` where git refuses, which here means that it knows nothing of what was asked. */
  async #ask<T>(question: () => Promise<T>): Promise<T | undefined> {
    try {
      return await question();
    } catch (error) {
      this.#log.debug('Git has no answer about the past', error);
      return undefined;
    }
  }
}

/** Git takes what begins with a hyphen for an option, and two dots for many commits. */
function isOneRevision(revision: string): boolean {
  return revision !== '' && !revision.startsWith('-') && !revision.includes('..') && !/[\s:]/.test(revision);
}

/** A path that means itself, whatever letters are in it. */
function literal(path: string): string {
  return `:(literal)${path}`;
}

function commitOf({ hash, parents, authorDate, message }: GitCommit): Commit {
  const isKnown = authorDate !== undefined && !Number.isNaN(authorDate.getTime());
  return {
    ...{ id: hash, parents: parents.filter((parent) => parent !== '') },
    date: isKnown ? authorDate.toISOString().slice(0, 10) : '',
    message: message.trimEnd(),
  };
}
