import * as vscode from 'vscode';
import type { Library } from '../core/library/library';
import { type ChangedLines, noLines } from '../core/match/changedLines';
import type { Pace } from '../core/match/documentSession';
import type { Shortfall } from '../core/match/gather';
import { haveSamePlaces, type Match } from '../core/match/match';
import { reachAlike } from '../core/match/reachingScopes';
import { type Source, sourceOf } from '../core/match/source';
import type { CommittedTexts } from './committedTexts';
import { DocumentDebounce } from './documentDebounce';
import { DocumentSessions } from './documentSessions';
import type { EditorSymbols } from './editorSymbols';
import type { FolderTools } from './folderTools';
import type { LessonFolder, LessonFolders } from './lessonFolders';
import { documentsInTabs } from './tabs';

/** What is known of one document's live text. */
export interface Analysis {
  readonly folder: LessonFolder;
  readonly matches: readonly Match[];
  readonly changed: ChangedLines;
}

export type Answer =
  | ({ readonly kind: 'analysis' } & Analysis)
  /** The document lies outside of the workspace. */
  | { readonly kind: 'none' }
  /** Text or lessons changed meanwhile; another answer is on its way. */
  | { readonly kind: 'stale' };

interface Cached {
  readonly version: number;
  readonly library: Library;
  readonly analysis: Promise<Analysis>;
}

/** As on the command line: beyond this size nobody wrote the file by hand. */
const longestText = 2 * 1024 * 1024;

/**
 * Matches each document once per version and library; every surface reads the same answer. Only documents that stand in
 * a tab are looked at unasked, as the editor also opens documents that nobody sees.
 */
export class DocumentMatches implements vscode.Disposable {
  readonly #folders: LessonFolders;
  readonly #committed: CommittedTexts;
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #cache = new Map<string, Cached>();
  readonly #sessions: DocumentSessions;
  readonly #typing = new DocumentDebounce(200);
  readonly #pausing = new DocumentDebounce(1000);
  readonly #disposable: vscode.Disposable;
  /** Fires for a document in a tab whose matches may differ from before. */
  readonly onDidChange = this.#changed.event;

  constructor(
    folders: LessonFolders,
    tools: FolderTools,
    committed: CommittedTexts,
    editor: EditorSymbols,
    log: vscode.LogOutputChannel,
  ) {
    this.#folders = folders;
    this.#sessions = new DocumentSessions(tools);
    this.#committed = committed;
    this.#log = log;
    this.#disposable = vscode.Disposable.from(
      this.#changed,
      this.#sessions,
      this.#typing,
      this.#pausing,
      folders.onDidChange(() => this.#followLibraries()),
      committed.onDidChange(() => this.#refreshAll()),
      tools.onDidChange(() => this.#refreshAll()),
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
    const asked = this.#analyse(document);
    if (asked === undefined) {
      return { kind: 'none' };
    }
    const analysis = await asked;
    const known = this.#cache.get(document.uri.toString());
    const stands =
      known?.analysis === asked &&
      known.version === document.version &&
      known.library === this.#folders.folderOf(document.uri)?.library;
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
  sourceOf(document: vscode.TextDocument): Source | undefined {
    const folder = this.#folders.folderOf(document.uri);
    return folder && sourceOf(folder.pathOf(document.uri), document.getText(), document.languageId);
  }

  #analyse(document: vscode.TextDocument): Promise<Analysis> | undefined {
    const folder = this.#folders.folderOf(document.uri);
    if (folder === undefined) {
      return undefined;
    }
    const key = document.uri.toString();
    const known = this.#cache.get(key);
    if (known?.version === document.version && known.library === folder.library) {
      return known.analysis;
    }
    const analysis = this.#match(document, folder, 'quick');
    this.#cache.set(key, { version: document.version, library: folder.library, analysis });
    return analysis;
  }

  async #match(document: vscode.TextDocument, folder: LessonFolder, pace: Pace): Promise<Analysis> {
    const text = document.getText();
    if (text.length > longestText) {
      this.#log.info(`${document.uri.toString()} is too large to be matched`);
      return { folder, matches: [], changed: noLines };
    }
    const source = sourceOf(folder.pathOf(document.uri), text, document.languageId);
    const changesIn = () => this.#committed.changedLines(document.uri, source.text);
    const session = this.#sessions.of(document, folder);
    const { matches, shortfalls, isExact } = await session.match(folder.library, source, changesIn, pace);
    this.#tell(source.path, shortfalls);
    if (!isExact) {
      this.#pausing.run(document, () => void this.#settle(document));
    }
    return { folder, matches, changed: matches.length === 0 ? noLines : await changesIn() };
  }

  /** Looks again at broken code that somebody has stopped typing into, as every other way of looking at it would. */
  async #settle(document: vscode.TextDocument): Promise<void> {
    const key = document.uri.toString();
    const known = this.#cache.get(key);
    const folder = this.#folders.folderOf(document.uri);
    if (known === undefined || folder === undefined || known.version !== document.version) {
      return;
    }
    const analysis = this.#match(document, folder, 'exact');
    const isSame = haveSamePlaces((await known.analysis).matches, (await analysis).matches);
    if (!isSame && this.#cache.get(key) === known) {
      this.#cache.set(key, { ...known, analysis });
      this.#fire(document);
    }
  }

  #tell(path: string, shortfalls: readonly Shortfall[]): void {
    for (const { what, reason, detail } of shortfalls) {
      this.#log.warn(`No ${what} in ${path} (${reason}): paths and patterns alone are matched`, detail ?? '');
    }
  }

  /** Looks anew at the documents for which other lessons than before may speak. */
  #followLibraries(): void {
    for (const document of documentsInTabs()) {
      const key = document.uri.toString();
      const known = this.#cache.get(key);
      const folder = this.#folders.folderOf(document.uri);
      const source = this.sourceOf(document);
      const isKnown = known !== undefined && folder !== undefined && source !== undefined;
      if (isKnown && reachAlike(known.library, folder.library, source.path, source.language)) {
        this.#cache.set(key, { ...known, library: folder.library });
      } else {
        this.#cache.delete(key);
        this.#changed.fire(document);
      }
    }
  }

  #refresh(document: vscode.TextDocument): void {
    this.#cache.delete(document.uri.toString());
    this.#fire(document);
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
    const key = document.uri.toString();
    this.#cache.delete(key);
    this.#sessions.forget(document);
    this.#typing.forget(document);
    this.#pausing.forget(document);
  }

  dispose(): void {
    this.#disposable.dispose();
  }
}
