import * as vscode from 'vscode';
import type { Narrowing } from '../core/learn/narrowing';
import type { Sweep } from '../core/learn/sweep';
import type { Lesson } from '../core/lesson/lesson';
import { parseLessonText } from '../core/lesson/parse';
import { packOf } from '../core/library/files';
import { SourceText } from '../core/text';
import { Debounce } from './debounce';
import { lessonDocumentOf } from './lessonDocuments';
import type { LessonFolder } from './lessonFolder';
import type { LessonFolders } from './lessonFolders';
import type { ScopeReaches } from './scopeReaches';
import type { SweepAnswers } from './sweepAnswers';
import { documentsInTabs } from './tabs';

/** Typing in a pattern asks for one sweep, not for one at each letter. In milliseconds. */
const quietTime = 250;

/** The lesson that is followed, and what is known of where it applies. */
export interface Followed {
  readonly document: vscode.TextDocument;
  readonly folder: LessonFolder;
  /** `undefined` where its text cannot be read as it is now. */
  readonly lesson: Lesson | undefined;
  /** As far as it is found; of the text before, while that of a new one is being looked for. */
  readonly sweep?: Sweep;
  readonly narrowings: readonly Narrowing[];
  /** Whether it could not be found, which the log tells. */
  readonly isFailed?: boolean;
}

/** Follows the proposed lesson that is in front, or was last, and knows where else its scopes apply. */
export class Sweeps implements vscode.Disposable {
  readonly #folders: LessonFolders;
  readonly #answers: SweepAnswers;
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #soon = new Debounce(quietTime);
  readonly #disposable: vscode.Disposable;
  #followed: Followed | undefined;
  #asking: vscode.CancellationTokenSource | undefined;
  /** Fires when `followed` is another. */
  readonly onDidChange = this.#changed.event;

  constructor(
    folders: LessonFolders,
    reaches: ScopeReaches,
    answers: SweepAnswers,
    log: vscode.LogOutputChannel,
  ) {
    this.#folders = folders;
    this.#answers = answers;
    this.#log = log;
    const refreshSoon = () => this.#soon.run(() => this.#refresh());
    this.#disposable = vscode.Disposable.from(
      this.#changed,
      this.#soon,
      reaches.onDidChange(refreshSoon),
      vscode.window.onDidChangeActiveTextEditor(() => this.#refresh()),
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
        if (closed.length > 0) {
          refreshSoon();
        }
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        const isOurs = document === this.#followed?.document || document === activeDocument();
        if (isOurs && contentChanges.length > 0) {
          refreshSoon();
        }
      }),
    );
  }

  get followed(): Followed | undefined {
    return this.#followed;
  }

  #refresh(): void {
    const document = this.#documentToFollow();
    const place = document && lessonDocumentOf(this.#folders, document);
    this.#asking?.cancel();
    this.#asking?.dispose();
    this.#asking = undefined;
    if (document === undefined || place === undefined) {
      this.#tell(undefined);
      return;
    }
    const { folder, path } = place;
    const text = new SourceText(document.getText());
    const { lesson } = parseLessonText(path, text, folder.library.policy);
    const before = this.#followed?.document === document ? this.#followed : undefined;
    const isSame = scopesIn(before?.lesson) === scopesIn(lesson);
    const narrowings = isSame ? (before?.narrowings ?? []) : [];
    const asking = new vscode.CancellationTokenSource();
    this.#asking = asking;
    this.#tell({ document, folder, lesson, sweep: before?.sweep, narrowings });
    if (lesson !== undefined) {
      void this.#look({ document, folder, lesson, narrowings }, lesson, asking.token);
    }
  }

  /** The one in front, if it is a lesson that is still being written; else the one before, while it stands in a tab. */
  #documentToFollow(): vscode.TextDocument | undefined {
    const shown = documentsInTabs();
    return [activeDocument(), this.#followed?.document].find(
      (document) => document !== undefined && shown.includes(document) && this.#isProposed(document),
    );
  }

  #isProposed(document: vscode.TextDocument): boolean {
    const place = lessonDocumentOf(this.#folders, document);
    if (place?.kind !== 'lesson' || packOf(place.path) !== undefined) {
      return false;
    }
    const text = new SourceText(document.getText());
    const { lesson } = parseLessonText(place.path, text, place.folder.library.policy);
    return lesson === undefined
      ? document === this.#followed?.document || document.isUntitled
      : lesson.frontMatter.withdrawn === undefined && lesson.status === 'proposed';
  }

  async #look(followed: Followed, lesson: Lesson, token: vscode.CancellationToken): Promise<void> {
    const asked = { folder: followed.folder, lesson };
    try {
      const sweep = await this.#answers.sweep(asked, token);
      if (sweep === undefined || token.isCancellationRequested) {
        return;
      }
      this.#tell({ ...followed, sweep });
      const narrowings = await this.#answers.narrowings(asked, token);
      if (!token.isCancellationRequested) {
        this.#tell({ ...followed, sweep, narrowings });
      }
    } catch (error) {
      if (!token.isCancellationRequested) {
        this.#log.error(`Where else ${lesson.path} applies cannot be told`, error);
        this.#tell({ ...followed, isFailed: true });
      }
    }
  }

  #tell(followed: Followed | undefined): void {
    const isSame = shownOf(this.#followed) === shownOf(followed);
    this.#followed = followed;
    if (!isSame) {
      this.#changed.fire();
    }
  }

  dispose(): void {
    this.#asking?.cancel();
    this.#asking?.dispose();
    this.#disposable.dispose();
  }
}

function activeDocument(): vscode.TextDocument | undefined {
  return vscode.window.activeTextEditor?.document;
}

function scopesIn(lesson: Lesson | undefined): string | undefined {
  return lesson && JSON.stringify(lesson.frontMatter.applies_to);
}

/** All that somebody sees of it: git and the disk tell of much that changes none of it. */
function shownOf(followed: Followed | undefined): string | undefined {
  if (followed === undefined) {
    return undefined;
  }
  const { document, lesson, sweep, narrowings, isFailed } = followed;
  return JSON.stringify([document.uri, scopesIn(lesson), lesson?.scopes.length, sweep, narrowings, isFailed]);
}
