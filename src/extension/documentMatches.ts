import * as vscode from 'vscode';
import type { Library } from '../core/library/library';
import type { Pace } from '../core/match/documentSession';
import { haveSamePlaces } from '../core/match/match';
import { reachAlike } from '../core/match/reachingScopes';
import { type Source, sourceOf } from '../core/match/source';
import type { CommittedTexts } from './committedTexts';
import { type Analysis, analysisOf } from './documentAnalysis';
import { DocumentDebounce } from './documentDebounce';
import type { DocumentDisplay } from './documentDisplay';
import type { EditorSymbols } from './editorSymbols';
import { FolderMatching, type MatchedNow } from './folderMatching';
import type { FolderTools } from './folderTools';
import type { LessonFolder } from './lessonFolder';
import type { LessonFolders } from './lessonFolders';
import type { SharedTurns } from './sharedTurns';
import type { ShownDocuments } from './shownDocuments';
import { documentsInTabs } from './tabs';

export type Answer =
  | ({ readonly kind: 'analysis' } & Analysis)
  /** Nothing is to be shown there: no file of the workspace that somebody works on, or lessons are switched off. */
  | { readonly kind: 'none' }
  /** Text or lessons changed meanwhile; another answer is on its way. */
  | { readonly kind: 'stale' };

interface Cached {
  readonly version: number;
  readonly folders: readonly LessonFolder[];
  /** One for each folder. */
  readonly libraries: readonly Library[];
  readonly matched: Promise<MatchedNow>;
  readonly analysis: Promise<Analysis>;
}

/** What answers are made from. */
export interface Sources {
  readonly folders: LessonFolders;
  readonly tools: FolderTools;
  readonly committed: CommittedTexts;
  readonly editor: EditorSymbols;
  readonly shown: ShownDocuments;
  readonly display: DocumentDisplay;
  readonly turns: SharedTurns;
  readonly log: vscode.LogOutputChannel;
}

/**
 * Matches each document once per version and library; every surface reads the same answer. Only documents that stand in
 * a tab are looked at unasked, as the editor also opens documents that nobody sees.
 */
export class DocumentMatches implements vscode.Disposable {
  readonly #folders: LessonFolders;
  readonly #shown: ShownDocuments;
  readonly #display: DocumentDisplay;
  readonly #matching: FolderMatching;
  readonly #changed = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #cache = new Map<string, Cached>();
  readonly #typing = new DocumentDebounce(200);
  readonly #pausing = new DocumentDebounce(1000);
  readonly #disposable: vscode.Disposable;
  /** Fires for a document in a tab whose matches may differ from before. */
  readonly onDidChange = this.#changed.event;

  constructor({ folders, tools, committed, editor, shown, display, turns, log }: Sources) {
    this.#folders = folders;
    this.#shown = shown;
    this.#display = display;
    this.#matching = new FolderMatching(tools, committed, turns, log);
    this.#disposable = vscode.Disposable.from(
      ...[this.#changed, this.#matching, this.#typing, this.#pausing],
      folders.onDidChange(() => this.#followLibraries()),
      committed.onDidChange((files) => this.#refreshFiles(files)),
      tools.onDidChange(() => this.#refreshAll()),
      shown.onDidChange(() => this.#fireForTabs()),
      display.onDidChange(() => this.#displayAnew()),
      editor.onDidChange((document) => this.#refresh(document)),
      vscode.window.tabGroups.onDidChangeTabs(({ opened }) => {
        // Tabs also tell of every switch between them, which changes no answer.
        if (opened.length > 0) {
          this.#fireForTabs();
        }
      }),
      vscode.workspace.onDidOpenTextDocument((document) => this.#fire(document)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) {
          this.#typing.run(document, () => this.#fire(document));
        }
      }),
      vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document)),
    );
  }

  /** Matches the document as it is now, and says where the question no longer stood when the answer was there. */
  async ask(document: vscode.TextDocument): Promise<Answer> {
    const asked = (await this.#shown.isShown(document)) ? this.#analyse(document) : undefined;
    if (asked === undefined) {
      return { kind: 'none' };
    }
    const analysis = await asked;
    const known = this.#cache.get(document.uri.toString());
    const stands = known?.analysis === asked && this.#isOf(document, known);
    return stands ? { kind: 'analysis', ...analysis } : { kind: 'stale' };
  }

  /** Asks until the answer stands; `undefined` where lessons cannot apply, or nobody waits any more. */
  async current(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<Analysis | undefined> {
    while (!token.isCancellationRequested) {
      const answer = await this.ask(document);
      if (answer.kind !== 'stale') {
        return answer.kind === 'analysis' && !token.isCancellationRequested ? answer : undefined;
      }
    }
    return undefined;
  }

  /** The document as the core sees it; `undefined` outside of the workspace. */
  sourceOf(document: vscode.TextDocument, folder = this.#folders.folderOf(document.uri)): Source | undefined {
    return folder && sourceOf(folder.pathOf(document.uri), document.getText(), document.languageId);
  }

  #isOf({ uri, version }: vscode.TextDocument, known: Cached): boolean {
    const folders = this.#folders.foldersOf(uri);
    return (
      known.version === version &&
      known.folders.length === folders.length &&
      folders.every((folder, at) => known.folders[at] === folder && known.libraries[at] === folder.library)
    );
  }

  #analyse(document: vscode.TextDocument): Promise<Analysis> | undefined {
    const folders = this.#folders.foldersOf(document.uri);
    if (folders.length === 0 || !this.#display.isOn(document)) {
      return undefined;
    }
    const key = document.uri.toString();
    const known = this.#cache.get(key);
    if (known !== undefined && this.#isOf(document, known)) {
      return known.analysis;
    }
    return this.#keep(document, folders, this.#match(document, folders, 'quick')).analysis;
  }

  #keep(
    document: vscode.TextDocument,
    folders: readonly LessonFolder[],
    matched: Promise<MatchedNow>,
  ): Cached {
    const analysis = matched.then((now) => analysisOf(now, this.#display.around(document)));
    const libraries = folders.map(({ library }) => library);
    const cached = { version: document.version, folders, libraries, matched, analysis };
    this.#cache.set(document.uri.toString(), cached);
    return cached;
  }

  async #match(
    document: vscode.TextDocument,
    folders: readonly LessonFolder[],
    pace: Pace,
  ): Promise<MatchedNow> {
    const matched = await this.#matching.match(document, folders, pace);
    if (!matched.isExact) {
      this.#pausing.run(document, () => void this.#settle(document));
    }
    return matched;
  }

  /** Looks again at broken code that somebody has stopped typing into, as every other way of looking at it would. */
  async #settle(document: vscode.TextDocument): Promise<void> {
    const key = document.uri.toString();
    const known = this.#cache.get(key);
    if (known === undefined || !this.#isOf(document, known)) {
      return;
    }
    const matched = this.#match(document, known.folders, 'exact');
    const [before, after] = [await known.matched, await matched];
    const isSame = haveSamePlaces(
      before.found.map(({ match }) => match),
      after.found.map(({ match }) => match),
    );
    // What is not known for sure of broken code is not said of its suppressions.
    const isSure = after.suppressions.length > 0 && after.isComplete && !before.isComplete;
    if ((!isSame || isSure) && this.#cache.get(key) === known && this.#isOf(document, known)) {
      this.#keep(document, known.folders, matched);
      this.#fire(document);
    }
  }

  /** Looks anew at the documents for which other lessons than before may speak. */
  #followLibraries(): void {
    for (const document of documentsInTabs()) {
      const key = document.uri.toString();
      const known = this.#cache.get(key);
      const folders = this.#folders.foldersOf(document.uri);
      const isKnown = known?.version === document.version && haveSame(known.folders, folders);
      if (
        isKnown &&
        folders.every((folder, at) => this.#reachesAlike(document, folder, known.libraries[at]))
      ) {
        this.#keep(document, folders, known.matched);
      } else {
        this.#cache.delete(key);
      }
      this.#changed.fire(document);
    }
  }

  #reachesAlike(document: vscode.TextDocument, folder: LessonFolder, before: Library | undefined): boolean {
    const source = this.sourceOf(document, folder);
    return (
      before === folder.library ||
      (before !== undefined &&
        source !== undefined &&
        reachAlike(before, folder.library, source.path, source.language))
    );
  }

  /** What matches is known; what is shown of it may be something else now. */
  #displayAnew(): void {
    for (const document of documentsInTabs()) {
      const known = this.#cache.get(document.uri.toString());
      if (known !== undefined && this.#isOf(document, known)) {
        this.#keep(document, known.folders, known.matched);
      }
      this.#changed.fire(document);
    }
  }

  #refresh(document: vscode.TextDocument): void {
    this.#cache.delete(document.uri.toString());
    this.#fire(document);
  }

  /** @param files URIs */
  #refreshFiles(files: ReadonlySet<string>): void {
    for (const key of files) {
      this.#cache.delete(key);
    }
    for (const document of documentsInTabs().filter(({ uri }) => files.has(uri.toString()))) {
      this.#changed.fire(document);
    }
  }

  #refreshAll(): void {
    this.#cache.clear();
    this.#fireForTabs();
  }

  #fireForTabs(): void {
    for (const document of documentsInTabs()) {
      this.#changed.fire(document);
    }
  }

  #fire(document: vscode.TextDocument): void {
    if (documentsInTabs().includes(document)) {
      this.#changed.fire(document);
    }
  }

  #forget(document: vscode.TextDocument): void {
    this.#cache.delete(document.uri.toString());
    this.#matching.forget(document);
    this.#typing.forget(document);
    this.#pausing.forget(document);
  }

  dispose(): void {
    this.#disposable.dispose();
  }
}

function haveSame<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((one, at) => one === b[at]);
}
