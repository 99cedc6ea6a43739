import * as vscode from 'vscode';
import { type GitApi, type GitExtension, type GitRepository, renamed } from './gitApi';

/** Where that is to be found which was committed of a file. */
export type CommittedPlace =
  | {
      readonly kind: 'commit';
      readonly repository: GitRepository;
      readonly commit: string;
      /** The file's name in that commit. */
      readonly file: vscode.Uri;
    }
  /** No repository, or one without a commit. */
  | { readonly kind: 'none' }
  /** Git is still looking. */
  | { readonly kind: 'unknown' };

/** What git said last of a repository. */
interface KnownRepository {
  readonly commit: string | undefined;
  readonly isLookedAt: boolean;
  readonly listener: vscode.Disposable;
  /** Found when asked for, and good until git looks again. */
  status?: Status;
}

/** By URI. */
interface Status {
  readonly changed: ReadonlySet<string>;
  /** The names in HEAD of files that have others now. */
  readonly renamed: ReadonlyMap<string, vscode.Uri>;
  readonly isWhole: boolean;
}

/** repository: one came or went. commit: HEAD moved. status: git has looked at the files again. */
export type GitNews = 'repository' | 'commit' | 'status';

/** The repositories that the built-in Git extension has open. Asking about them starts no process. */
export class GitRepositories implements vscode.Disposable {
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<GitNews>();
  readonly #known = new Map<string, KnownRepository>();
  readonly #listeners: vscode.Disposable[] = [];
  #following: vscode.Disposable[] = [];
  #extension: GitExtension | undefined;
  #git: { kind: 'starting' } | { kind: 'absent' } | { kind: 'present'; api: GitApi } = { kind: 'starting' };
  readonly onDidChange = this.#changed.event;

  constructor(log: vscode.LogOutputChannel) {
    this.#log = log;
  }

  /**
   * Finds the Git extension. Until that is done everything is unknown. In Restricted Mode it is not there; where trust is
   * granted, the extensions change twice in a row, and it comes with the second change.
   */
  async start(activate = activateGit): Promise<void> {
    this.#listeners.push(vscode.extensions.onDidChange(() => void this.#find(activate)));
    await this.#find(activate);
  }

  async #find(activate: typeof activateGit): Promise<void> {
    if (this.#extension !== undefined) {
      return;
    }
    try {
      const git = await activate();
      // A later question may have been answered first.
      if (git !== undefined && this.#extension === undefined) {
        this.#extension = git;
        // Where it was off from the start, it tells that it is on before it has set all that its API needs.
        const follow = () => queueMicrotask(() => this.#follow(git));
        this.#listeners.push(git.onDidChangeEnablement(follow));
        this.#follow(git);
      }
    } catch (error) {
      this.#log.error('The Git extension does not start, so every line counts as changed', error);
    }
    if (this.#git.kind === 'starting') {
      this.#follow(undefined);
    }
  }

  placeOf(uri: vscode.Uri): CommittedPlace {
    if (this.#git.kind === 'starting') {
      return { kind: 'unknown' };
    }
    const api = this.#git.kind === 'present' ? this.#git.api : undefined;
    const repository = api?.getRepository(uri) ?? undefined;
    if (api === undefined || repository === undefined) {
      return { kind: api?.state === 'uninitialized' ? 'unknown' : 'none' };
    }
    const known = this.#known.get(keyOf(repository));
    if (known?.isLookedAt !== true) {
      return { kind: 'unknown' };
    }
    if (known.commit === undefined) {
      return { kind: 'none' };
    }
    const file = this.#statusOf(repository, known).renamed.get(uri.toString()) ?? uri;
    return { kind: 'commit', repository, commit: known.commit, file };
  }

  /** The file as it was in a commit, for an editor to show; `undefined` without git. */
  uriAt(uri: vscode.Uri, commit: string): vscode.Uri | undefined {
    return this.#git.kind === 'present' ? this.#git.api.toGitUri(uri, commit) : undefined;
  }

  /** Whether the file on disk may differ from HEAD, for all that git has noticed so far. */
  mayDiffer(uri: vscode.Uri): boolean {
    const repository = this.#git.kind === 'present' ? this.#git.api.getRepository(uri) : null;
    const known = repository === null ? undefined : this.#known.get(keyOf(repository));
    // Git knows a file by another name where a link lies on the way to it.
    if (repository === null || known === undefined || !uri.path.startsWith(`${repository.rootUri.path}/`)) {
      return true;
    }
    const { changed, isWhole } = this.#statusOf(repository, known);
    return !isWhole || changed.has(uri.toString());
  }

  /** The repository that a file or folder lies in, as far as git has found it. */
  repositoryOf(uri: vscode.Uri): GitRepository | undefined {
    return this.#git.kind === 'present' ? (this.#git.api.getRepository(uri) ?? undefined) : undefined;
  }

  #statusOf(repository: GitRepository, known: KnownRepository): Status {
    known.status ??= readStatus(repository);
    return known.status;
  }

  #follow(git: GitExtension | undefined): void {
    this.#forgetAll();
    if (git?.enabled !== true) {
      this.#log.info('No git here, so every line counts as changed');
      this.#git = { kind: 'absent' };
    } else {
      const api = git.getAPI(1);
      this.#following = [
        api.onDidChangeState(() => this.#changed.fire('repository')),
        api.onDidOpenRepository((repository) => this.#open(repository)),
        api.onDidCloseRepository((repository) => this.#close(repository)),
      ];
      this.#git = { kind: 'present', api };
      for (const repository of api.repositories) {
        this.#open(repository);
      }
    }
    this.#changed.fire('repository');
  }

  #open(repository: GitRepository): void {
    const key = keyOf(repository);
    this.#known.get(key)?.listener.dispose();
    const listener = repository.state.onDidChange(() => this.#look(repository));
    const { HEAD } = repository.state;
    this.#known.set(key, { commit: HEAD?.commit, isLookedAt: HEAD !== undefined, listener });
    this.#changed.fire('repository');
  }

  #close(repository: GitRepository): void {
    const key = keyOf(repository);
    this.#known.get(key)?.listener.dispose();
    this.#known.delete(key);
    this.#changed.fire('repository');
  }

  #look(repository: GitRepository): void {
    const key = keyOf(repository);
    const known = this.#known.get(key);
    if (known !== undefined) {
      const commit = repository.state.HEAD?.commit;
      this.#known.set(key, { commit, isLookedAt: true, listener: known.listener });
      this.#changed.fire(known.isLookedAt && known.commit === commit ? 'status' : 'commit');
    }
  }

  #forgetAll(): void {
    vscode.Disposable.from(
      ...this.#following,
      ...[...this.#known.values()].map(({ listener }) => listener),
    ).dispose();
    this.#following = [];
    this.#known.clear();
  }

  dispose(): void {
    this.#forgetAll();
    vscode.Disposable.from(this.#changed, ...this.#listeners).dispose();
  }
}

async function activateGit(): Promise<GitExtension | undefined> {
  return vscode.extensions.getExtension<GitExtension>('vscode.git')?.activate();
}

function keyOf({ rootUri }: GitRepository): string {
  return rootUri.toString();
}

function readStatus({ rootUri, state }: GitRepository): Status {
  const { mergeChanges, indexChanges, workingTreeChanges, untrackedChanges } = state;
  const changes = [...mergeChanges, ...indexChanges, ...workingTreeChanges, ...untrackedChanges];
  const settings = vscode.workspace.getConfiguration('git', rootUri);
  const limit = settings.get('statusLimit', 0);
  const renamings = changes.filter(({ status }) => renamed.has(status));
  return {
    changed: new Set(changes.map(({ uri }) => uri.toString())),
    renamed: new Map(renamings.map(({ uri, originalUri }) => [uri.toString(), originalUri])),
    isWhole: settings.get('untrackedChanges') !== 'hidden' && (limit === 0 || changes.length < limit),
  };
}
