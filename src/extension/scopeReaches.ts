import * as vscode from 'vscode';
import { CompiledScope } from '../core/library/compiledLesson';
import { buildLibrary } from '../core/library/library';
import { noLines } from '../core/match/changedLines';
import { type FolderFact, folderProblems } from '../core/match/folderProblems';
import { reachOf, type ScopeReach } from '../core/match/reach';
import { takesPart } from '../core/match/scopeFiles';
import type { Source } from '../core/match/source';
import type { SymbolFinder } from '../core/match/symbolFinder';
import type { Turns } from '../core/match/turns';
import type { CodeFolders, FolderChange } from './codeFolders';
import type { CommittedTexts } from './committedTexts';
import type { LessonFolders } from './lessonFolders';
import { PoliteTurns } from './politeTurns';
import { type AskedScope, ScopeCache } from './scopeCache';

/** What the scopes of lessons have in the code of their folders, kept up to date with disk, typing and git. */
export class ScopeReaches implements vscode.Disposable {
  readonly #symbols: SymbolFinder;
  readonly #committed: CommittedTexts;
  readonly #log: vscode.LogOutputChannel;
  readonly #code: CodeFolders;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #disposable: vscode.Disposable;
  readonly #reaches = new ScopeCache<ScopeReach>((asked, isWanted) =>
    this.#inTurn(isWanted, (turns) => this.#findReach(asked, turns)),
  );
  readonly #facts = new ScopeCache<readonly FolderFact[]>((asked, isWanted) =>
    this.#inTurn(isWanted, (turns) => this.#findFacts(asked, turns)),
  );
  #queue: Promise<unknown> = Promise.resolve();
  /** Fires where answers that were given may no longer hold. */
  readonly onDidChange = this.#changed.event;

  constructor(
    folders: LessonFolders,
    code: CodeFolders,
    symbols: SymbolFinder,
    committed: CommittedTexts,
    log: vscode.LogOutputChannel,
  ) {
    this.#code = code;
    this.#symbols = symbols;
    this.#committed = committed;
    this.#log = log;
    this.#disposable = vscode.Disposable.from(
      this.#changed,
      // The files that are left out may be others now.
      folders.onDidChange(() => this.#changed.fire()),
      code.onDidChange((change) => this.#forget(change)),
      committed.onDidChange(() => {
        if (this.#reaches.forget(() => true)) {
          this.#changed.fire();
        }
      }),
    );
  }

  /** `undefined` where nobody waits any more, or the question no longer stands; the log says where it failed. */
  reach(asked: AskedScope, token?: vscode.CancellationToken): Promise<ScopeReach | undefined> {
    return this.#logged(asked, this.#reaches.ask(asked, token));
  }

  /** What is wrong with the scope in its folder; `undefined` as for `reach`. */
  facts(asked: AskedScope): Promise<readonly FolderFact[] | undefined> {
    return this.#logged(asked, this.#facts.ask(asked));
  }

  /** What `facts` gave last for a scope that says the same. */
  lastFacts(asked: AskedScope): readonly FolderFact[] {
    return this.#facts.last(asked) ?? [];
  }

  async #logged<T>({ lesson }: AskedScope, answer: Promise<T | undefined>): Promise<T | undefined> {
    try {
      return await answer;
    } catch (error) {
      this.#log.error(`Where ${lesson.path} applies cannot be told`, error);
      return undefined;
    }
  }

  /** One at a time: several in turns of their own would leave no time between them. */
  async #inTurn<T>(isWanted: () => boolean, find: (turns: Turns) => Promise<T>): Promise<T | undefined> {
    const before = this.#queue;
    const run = async () => {
      await before;
      return isWanted() ? find(new PoliteTurns(isWanted)) : undefined;
    };
    const running = run();
    // Whoever comes next waits for the end of this, good or bad.
    this.#queue = running.catch(() => undefined);
    return running;
  }

  #findReach({ folder, lesson, scope }: AskedScope, turns: Turns): Promise<ScopeReach | undefined> {
    const files = this.#code.of(folder);
    const changedLinesOf = async ({ path, text }: Source) => {
      const uri = folder.uriOf(path);
      return files.isTouched(path) || this.#committed.mayDiffer(uri)
        ? this.#committed.changedLines(uri, text)
        : noLines;
    };
    const { policy } = folder.library;
    return reachOf(lesson, scope, { project: files, symbols: this.#symbols, policy, turns, changedLinesOf });
  }

  async #findFacts({ folder, lesson, scope }: AskedScope, turns: Turns): Promise<readonly FolderFact[]> {
    const { policy } = folder.library;
    const alone = { path: lesson.path, lesson: { ...lesson, scopes: [scope] }, problems: [] };
    const library = buildLibrary([alone], { policy, policyProblems: [] });
    return folderProblems(library, this.#code.of(folder), this.#symbols, turns);
  }

  #forget({ folder, isListOld, paths }: FolderChange): void {
    const isOld = (asked: AskedScope) => {
      const scope = new CompiledScope(asked.scope);
      return (
        asked.folder === folder &&
        (isListOld || [...paths].some((path) => takesPart(scope, folder.library, path)))
      );
    };
    const [reaches, facts] = [this.#reaches.forget(isOld), this.#facts.forget(isOld)];
    if (reaches || facts) {
      this.#changed.fire();
    }
  }

  dispose(): void {
    this.#disposable.dispose();
  }
}
