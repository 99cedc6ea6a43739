import * as vscode from 'vscode';
import { allLines, type ChangedLines, changedLines, noLines } from '../core/match/changedLines';
import { SourceText } from '../core/text';
import type { GitApi, GitExtension, GitRepository } from './gitApi';

/** What HEAD holds for a file. */
export type CommittedText =
  | { readonly kind: 'text'; readonly text: string }
  /** No repository, or the file is not in HEAD. */
  | { readonly kind: 'none' }
  /** Git is still looking for repositories. */
  | { readonly kind: 'unknown' };

interface KnownRepository {
  readonly commit: string | undefined;
  readonly listener: vscode.Disposable;
  /** What git's status names, by URI; found when asked for, and good until the status changes. */
  changed?: ReadonlySet<string>;
}

/** Asks the built-in Git extension what HEAD holds, once per file and commit. */
export class CommittedTexts implements vscode.Disposable {
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #repositories = new Map<GitRepository, KnownRepository>();
  readonly #texts = new Map<string, Promise<CommittedText>>();
  readonly #listeners: vscode.Disposable[] = [];
  #git: { kind: 'starting' } | { kind: 'absent' } | { kind: 'present'; api: GitApi } = { kind: 'starting' };
  /** Fires when HEAD moved, or a repository came or went. */
  readonly onDidChange = this.#changed.event;

  constructor(log: vscode.LogOutputChannel) {
    this.#log = log;
  }

  /** Finds the Git extension. Until that is done every answer is `unknown`. */
  async start(): Promise<void> {
    const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
    try {
      const exported = await extension?.activate();
      this.#git = exported === undefined ? { kind: 'absent' } : this.#follow(exported.getAPI(1));
    } catch (error) {
      // With `git.enabled` off, or no git installed, the extension refuses its API.
      this.#log.info('No git here, so every line counts as changed', error);
      this.#git = { kind: 'absent' };
    }
    this.#changed.fire();
  }

  async committed(uri: vscode.Uri): Promise<CommittedText> {
    if (this.#git.kind === 'starting') {
      return { kind: 'unknown' };
    }
    const api = this.#git.kind === 'present' ? this.#git.api : undefined;
    if (api?.state === 'uninitialized') {
      return { kind: 'unknown' };
    }
    const repository = api?.getRepository(uri);
    if (!repository?.state.HEAD?.commit) {
      return { kind: 'none' };
    }
    const key = uri.toString();
    const known = this.#texts.get(key) ?? this.#ask(repository, uri);
    this.#texts.set(key, known);
    return known;
  }

  /** The lines of a text that differ from what HEAD holds for its file. */
  async changedLines(uri: vscode.Uri, text: SourceText): Promise<ChangedLines> {
    const committed = await this.committed(uri);
    switch (committed.kind) {
      case 'text':
        return changedLines(new SourceText(committed.text), text);
      case 'none':
        return allLines;
      case 'unknown':
        // Quiet until git has answered, rather than loud for a moment.
        return noLines;
    }
  }

  /** Whether the file on disk may differ from HEAD, for all that git has noticed so far; asks it nothing. */
  mayDiffer(uri: vscode.Uri): boolean {
    const repository = this.#git.kind === 'present' ? this.#git.api.getRepository(uri) : null;
    const known = repository === null ? undefined : this.#repositories.get(repository);
    // Git knows a file by another name where a link lies on the way to it.
    if (repository === null || known === undefined || !uri.path.startsWith(repository.rootUri.path)) {
      return true;
    }
    known.changed ??= changedIn(repository);
    return known.changed.has(uri.toString());
  }

  async #ask(repository: GitRepository, uri: vscode.Uri): Promise<CommittedText> {
    try {
      return { kind: 'text', text: await repository.show('HEAD', uri.fsPath) };
    } catch (error) {
      this.#log.debug(`HEAD has no ${uri.toString()}`, error);
      return { kind: 'none' };
    }
  }

  #follow(api: GitApi): { kind: 'present'; api: GitApi } {
    const open = (repository: GitRepository) => {
      const listener = repository.state.onDidChange(() => this.#checkHead(repository));
      this.#repositories.set(repository, { commit: repository.state.HEAD?.commit, listener });
      this.#forget();
    };
    this.#listeners.push(
      api.onDidChangeState(() => this.#forget()),
      api.onDidOpenRepository(open),
      api.onDidCloseRepository((repository) => {
        this.#repositories.get(repository)?.listener.dispose();
        this.#repositories.delete(repository);
        this.#forget();
      }),
    );
    api.repositories.forEach(open);
    return { kind: 'present', api };
  }

  #checkHead(repository: GitRepository): void {
    const known = this.#repositories.get(repository);
    const commit = repository.state.HEAD?.commit;
    if (known === undefined) {
      return;
    }
    this.#repositories.set(repository, { commit, listener: known.listener });
    if (known.commit !== commit) {
      this.#forget();
    }
  }

  #forget(): void {
    this.#texts.clear();
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
    vscode.Disposable.from(...this.#listeners).dispose();
    for (const { listener } of this.#repositories.values()) {
      listener.dispose();
    }
  }
}

function changedIn({ state }: GitRepository): ReadonlySet<string> {
  const { mergeChanges, indexChanges, workingTreeChanges, untrackedChanges } = state;
  const changes = [...mergeChanges, ...indexChanges, ...workingTreeChanges, ...untrackedChanges];
  return new Set(changes.map(({ uri }) => uri.toString()));
}
