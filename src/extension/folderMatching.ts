import type * as vscode from 'vscode';
import { type ChangedLines, noLines } from '../core/match/changedLines';
import { conflictLines } from '../core/match/conflicts';
import type { Pace } from '../core/match/documentSession';
import type { Shortfall } from '../core/match/gather';
import { type Source, sourceOf } from '../core/match/source';
import { suppressionsIn } from '../core/match/suppressions/suppressionsIn';
import type { Turns } from '../core/match/turns';
import type { CommittedTexts } from './committedTexts';
import { type FoundMatch, type MatchedDocument, mergedMatches } from './documentAnalysis';
import { DocumentSessions } from './documentSessions';
import type { FolderTools } from './folderTools';
import type { LessonFolder } from './lessonFolder';
import { MatchQueue } from './matchQueue';
import type { SharedTurns } from './sharedTurns';
import { SkipLog } from './skipLog';

/** As on the command line: beyond this size nobody wrote the file by hand. */
const longestText = 2 * 1024 * 1024;

export interface MatchedNow extends MatchedDocument {
  /** Whether a fresh look at the text would find the same for sure. */
  readonly isExact: boolean;
}

/**
 * Matches a document with the lessons of every folder around it, in short turns, and lets it be as soon as its text has
 * moved on.
 */
export class FolderMatching implements vscode.Disposable {
  readonly #committed: CommittedTexts;
  readonly #turns: SharedTurns;
  readonly #skips: SkipLog;
  readonly #queue = new MatchQueue();
  readonly #sessions: DocumentSessions;

  constructor(
    tools: FolderTools,
    committed: CommittedTexts,
    turns: SharedTurns,
    log: vscode.LogOutputChannel,
  ) {
    this.#committed = committed;
    this.#turns = turns;
    this.#skips = new SkipLog(log);
    this.#sessions = new DocumentSessions(tools);
  }

  /** What the document has as it is now; nothing where it is something else before that is known. */
  match(document: vscode.TextDocument, folders: readonly LessonFolder[], pace: Pace): Promise<MatchedNow> {
    const { version } = document;
    const turns = this.#turns.of(() => document.version === version);
    return this.#queue.run(document, async () => {
      const isWanted = await turns.next();
      return isWanted ? this.#match(document, folders, pace, turns) : nothingIn(folders);
    });
  }

  async #match(
    document: vscode.TextDocument,
    folders: readonly LessonFolder[],
    pace: Pace,
    turns: Turns,
  ): Promise<MatchedNow> {
    const text = document.getText();
    if (text.length > longestText) {
      this.#skips.tell(document, [`${document.uri.toString()} is too large to be matched`]);
      return nothingIn(folders);
    }
    const sources = folders.map((folder) => sourceOf(folder.pathOf(document.uri), text, document.languageId));
    const changesIn = (source: Source) => this.#committed.changedLines(document.uri, source.text);
    const all = await Promise.all(
      folders.map(async (folder, at) => {
        const source = sources[at] as Source;
        const session = this.#sessions.of(document, folder);
        const matched = await session.match(folder.library, source, changesIn, pace, turns);
        const { matches, shortfalls, isExact } = matched ?? unwanted;
        const found = matches.map((match): FoundMatch => ({ folder, match }));
        const isComplete = isExact && shortfalls.length === 0;
        return { isExact, isComplete, found, skipped: shortfalls.map((one) => skipOf(source, one)) };
      }),
    );
    if (await turns.next()) {
      this.#skips.tell(
        document,
        all.flatMap(({ skipped }) => skipped),
      );
    }
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
    this.#skips.forget(document);
  }

  dispose(): void {
    this.#sessions.dispose();
  }
}

const unwanted = { matches: [], shortfalls: [], isExact: true } as const;

/** Of a document that is not looked at. */
function nothingIn(folders: readonly LessonFolder[]): MatchedNow {
  const nothing = { found: [], changed: noLines, suppressions: [], conflicts: [] };
  return { folders, ...nothing, isComplete: false, isExact: true };
}

function skipOf({ path }: Source, { what, reason, detail }: Shortfall): string {
  if (what === 'patterns') {
    return `Patterns were left out in ${path}: ${detail ?? reason}`;
  }
  const why = detail === undefined ? reason : `${reason}: ${detail}`;
  return `No ${what} in ${path} (${why}): paths and patterns alone are matched`;
}
