import * as vscode from 'vscode';
import { noLines } from '../core/match/changedLines';
import type { FolderFact } from '../core/match/folderProblems';
import type { ScopeReach, Surroundings } from '../core/match/reach';
import type { Source } from '../core/match/source';
import type { CodeFolders, FolderChange } from './codeFolders';
import type { CommittedTexts } from './committedTexts';
import type { FolderTools } from './folderTools';
import type { GitRepositories } from './gitRepositories';
import type { LessonFolder } from './lessonFolder';
import type { LessonFolders } from './lessonFolders';
import { type AskedScope, keyOf, ScopeAnswers } from './scopeAnswers';
import type { SharedTurns } from './sharedTurns';

/** The author who types goes through many scopes, and comes back to few. */
const mostScopes = 100;

/** Who knows what has changed since the last commit. */
interface Changes {
  readonly git: GitRepositories;
  readonly committed: CommittedTexts;
}

/** What the scopes of lessons have in the code of their folders, kept up to date with disk, typing and git. */
export class ScopeReaches implements vscode.Disposable {
  readonly #code: CodeFolders;
  readonly #tools: FolderTools;
  readonly #changes: Changes;
  readonly #log: vscode.LogOutputChannel;
  readonly #turns: SharedTurns;
  readonly #scopes = new Map<string, ScopeAnswers>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #disposable: vscode.Disposable;
  /** Fires where answers that were given may no longer hold. */
  readonly onDidChange = this.#changed.event;

  constructor(
    folders: LessonFolders,
    code: CodeFolders,
    tools: FolderTools,
    changes: Changes,
    turns: SharedTurns,
    log: vscode.LogOutputChannel,
  ) {
    this.#code = code;
    this.#tools = tools;
    this.#changes = changes;
    this.#turns = turns;
    this.#log = log;
    this.#disposable = vscode.Disposable.from(
      this.#changed,
      // The files that are left out may be others now.
      folders.onDidChange(() => this.#changed.fire()),
      code.onDidChange((change) => this.#forget(change)),
      changes.committed.onDidChange(() => this.#forgetChanges()),
    );
  }

  /** What holds when the answer comes; `undefined` where the token was cancelled. Rejects where it cannot be found. */
  reach(asked: AskedScope, token?: vscode.CancellationToken): Promise<ScopeReach | undefined> {
    return this.#logged(asked, this.#answersOf(asked).reach(token));
  }

  /** What is wrong with the scope in its folder, otherwise as `reach`. */
  facts(asked: AskedScope, token?: vscode.CancellationToken): Promise<readonly FolderFact[] | undefined> {
    return this.#logged(asked, this.#answersOf(asked).facts(token));
  }

  /** What `facts` gave last for a scope that says the same. */
  lastFacts(asked: AskedScope): readonly FolderFact[] {
    return this.#scopes.get(keyOf(asked))?.lastFacts ?? [];
  }

  async #logged<T>({ lesson }: AskedScope, answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      this.#log.error(`Where ${lesson.path} applies cannot be told`, error);
      throw error;
    }
  }

  #answersOf(asked: AskedScope): ScopeAnswers {
    const key = keyOf(asked);
    const answers =
      this.#scopes.get(key) ?? new ScopeAnswers(asked, this.surroundings(asked.folder), this.#turns);
    // The oldest are dropped first, and this one is new again.
    this.#scopes.delete(key);
    this.#scopes.set(key, answers);
    const [oldest] = [...this.#scopes].filter(([, { isWanted }]) => !isWanted);
    if (this.#scopes.size > mostScopes && oldest !== undefined) {
      this.#scopes.delete(oldest[0]);
    }
    return answers;
  }

  /** Where scopes of a folder's lessons are tried. */
  surroundings(folder: LessonFolder): Surroundings {
    const files = this.#code.of(folder);
    return {
      ...{ project: files, tools: this.#tools.of(folder), policy: folder.library.policy },
      changedLinesOf: async ({ path, text }: Source) => {
        const uri = folder.uriOf(path);
        return files.isTouched(path) || this.#changes.git.mayDiffer(uri)
          ? this.#changes.committed.changedLines(uri, text)
          : noLines;
      },
    };
  }

  #forget({ folder, isListOld, paths }: FolderChange): void {
    const old = [...this.#scopes.values()].filter(
      (answers) => answers.folder === folder && answers.forget(paths, isListOld),
    );
    if (old.length > 0) {
      this.#changed.fire();
    }
  }

  #forgetChanges(): void {
    for (const answers of this.#scopes.values()) {
      answers.forgetChanges();
    }
    this.#changed.fire();
  }

  dispose(): void {
    this.#disposable.dispose();
  }
}
