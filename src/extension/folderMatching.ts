import type * as vscode from 'vscode';
import { type ChangedLines, noLines } from '../core/match/changedLines';
import { conflictLines } from '../core/match/conflicts';
import type { Pace } from '../core/match/documentSession';
import type { Shortfall } from '../core/match/gather';
import { type Source, sourceOf } from '../core/match/source';
import { suppressionsIn } from '../core/match/suppressions/suppressionsIn';
import type { CommittedTexts } from './committedTexts';
import { type FoundMatch, type MatchedDocument, mergedMatches } from './documentAnalysis';
import { DocumentSessions } from './documentSessions';
import type { FolderTools } from './folderTools';
import type { LessonFolder } from './lessonFolder';

/** As on the command line: beyond this size nobody wrote the file by hand. */
const longestText = 2 * 1024 * 1024;

export interface MatchedNow extends MatchedDocument {
  /** Whether a fresh look at the text would find the same for sure. */
  readonly isExact: boolean;
}

/** Matches a document with the lessons of every folder around it. */
export class FolderMatching implements vscode.Disposable {
  readonly #committed: CommittedTexts;
  readonly #log: vscode.LogOutputChannel;
  readonly #sessions: DocumentSessions;

  constructor(tools: FolderTools, committed: CommittedTexts, log: vscode.LogOutputChannel) {
    this.#committed = committed;
    this.#log = log;
    this.#sessions = new DocumentSessions(tools);
  }

  async match(
    document: vscode.TextDocument,
    folders: readonly LessonFolder[],
    pace: Pace,
  ): Promise<MatchedNow> {
    const text = document.getText();
    if (text.length > longestText) {
      this.#log.info(`${document.uri.toString()} is too large to be matched`);
      return { ...nothingIn(folders), isExact: true };
    }
    const sources = folders.map((folder) => sourceOf(folder.pathOf(document.uri), text, document.languageId));
    const changesIn = (source: Source) => this.#committed.changedLines(document.uri, source.text);
    const all = await Promise.all(
      folders.map(async (folder, at) => {
        const source = sources[at] as Source;
        const session = this.#sessions.of(document, folder);
        const { matches, shortfalls, isExact } = await session.match(folder.library, source, changesIn, pace);
        this.#tell(source.path, shortfalls);
        const isComplete = isExact && shortfalls.length === 0;
        return { isExact, isComplete, found: matches.map((match): FoundMatch => ({ folder, match })) };
      }),
    );
    const found = mergedMatches(
      all.map((one) => one.found),
      folders,
    );
    const [first] = sources;
    const changed: ChangedLines =
      first === undefined || found.length === 0 ? noLines : await changesIn(first);
    return {
      ...{ folders, found, changed },
      suppressions: first === undefined ? [] : suppressionsIn(first.text, first.language),
      conflicts: first === undefined ? [] : conflictLines(first.text),
      isExact: all.every(({ isExact }) => isExact),
      isComplete: all.every(({ isComplete }) => isComplete),
    };
  }

  /** To be told of a document that is closed. */
  forget(document: vscode.TextDocument): void {
    this.#sessions.forget(document);
  }

  #tell(path: string, shortfalls: readonly Shortfall[]): void {
    for (const { what, reason, detail } of shortfalls) {
      this.#log.warn(`No ${what} in ${path} (${reason}): paths and patterns alone are matched`, detail ?? '');
    }
  }

  dispose(): void {
    this.#sessions.dispose();
  }
}

/** Of a document that is not looked at. */
function nothingIn(folders: readonly LessonFolder[]): MatchedDocument {
  return { folders, found: [], changed: noLines, suppressions: [], conflicts: [], isComplete: false };
}
