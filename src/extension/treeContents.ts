import type * as vscode from 'vscode';
import { type FileLesson, lessonsOfFile } from '../core/display/fileLessons';
import { lessonFilter, wordFilter } from '../core/display/lessonFilter';
import { type ListedLesson, listedLessons } from '../core/display/listing';
import { LessonOutline } from '../core/display/outline';
import { isSameData } from '../core/edit/data';
import { dayOf } from '../core/lesson/calendar';
import { suggestionTitle } from '../core/present/suggestionWording';
import type { FoundFinding } from './documentAnalysis';
import type { DocumentMatches } from './documentMatches';
import type { LessonFolder } from './lessonFolder';
import type { LessonFolders } from './lessonFolders';
import type { LessonStandings } from './lessonStandings';
import type { Orphans } from './orphans';
import type { SharedTurns } from './sharedTurns';
import type { SuggestedCommit, Suggestions } from './suggestions';
import type { TreeChoices } from './treeChoices';
import { type BrokenFile, brokenFiles } from './treeRow';

/** What the view shows is made from. */
export interface TreeSources {
  readonly folders: LessonFolders;
  readonly documents: DocumentMatches;
  readonly orphans: Orphans;
  readonly standings: LessonStandings;
  readonly suggestions: Suggestions;
  readonly choices: TreeChoices;
  readonly turns: SharedTurns;
}

/** What the view shows, before it is rows: lessons are listed when they change, and looked at as a person chooses. */
export class TreeContents {
  readonly #sources: TreeSources;
  #listed: readonly ListedLesson<LessonFolder>[] = [];
  #allBroken: readonly BrokenFile[] = [];
  #allOfFile: readonly FileLesson<FoundFinding>[] | undefined;
  #outline: LessonOutline<LessonFolder> = new LessonOutline([], 'area', () => true);
  #asked: vscode.TextDocument | undefined;
  #reading = 0;

  constructor(sources: TreeSources) {
    this.#sources = sources;
  }

  /** All lessons through the filter, in the groups that are chosen. */
  get outline(): LessonOutline<LessonFolder> {
    return this.#outline;
  }

  /** The lesson files that have problems. */
  get broken(): readonly BrokenFile[] {
    const test = wordFilter(this.#sources.choices.filter);
    return this.#allBroken.filter(({ path }) => test(path));
  }

  /** The commits that may be worth a lesson, as far as is known by now. */
  get suggested(): readonly SuggestedCommit[] {
    const test = wordFilter(this.#sources.choices.filter);
    return this.#sources.suggestions.all.filter(({ suggestion }) => test(suggestionTitle(suggestion)));
  }

  /** The lessons of the active file; `undefined` where none is open. */
  get ofFile(): readonly FileLesson<FoundFinding>[] | undefined {
    const test = lessonFilter(this.#sources.choices.filter);
    return this.#allOfFile?.filter(({ finding }) => test(finding.match.lesson));
  }

  /** How many lessons apply to the active file, whatever is filtered. */
  get countOfFile(): number {
    return this.#allOfFile?.length ?? 0;
  }

  /** Whether the lessons are those of several folders. */
  get isOfSeveral(): boolean {
    return this.#sources.folders.all.filter(({ library }) => library.lessons.length > 0).length > 1;
  }

  get isEmpty(): boolean {
    return this.#outline.lessons.length === 0 && this.broken.length === 0;
  }

  /** Lists all lessons anew; false where nothing is other than before, or where that was asked for again meanwhile. */
  async read(): Promise<boolean> {
    const { folders, orphans, standings, turns } = this.#sources;
    this.#reading++;
    const reading = this.#reading;
    const today = dayOf(new Date());
    const listed = await listedLessons(
      folders.all,
      (folder) => ({
        ...{ policy: folder.library.policy, today },
        standingOf: (lesson) => {
          const standing = standings.of(folder, lesson);
          return orphans.isOrphaned(folder, lesson) ? { ...standing, isOrphaned: true } : standing;
        },
      }),
      turns.of(() => this.#reading === reading),
    );
    if (listed === undefined) {
      return false;
    }
    const broken = folders.all.flatMap(brokenFiles);
    const isSame =
      areAlike(listed, this.#listed, isSameListed) && areAlike(broken, this.#allBroken, isSameBroken);
    this.#listed = listed;
    this.#allBroken = broken;
    this.choose();
    return !isSame;
  }

  /** Follows the filter and the grouping. */
  choose(): void {
    const { grouping, filter } = this.#sources.choices;
    this.#outline = new LessonOutline(this.#listed, grouping, lessonFilter(filter));
  }

  /** Asks what applies to a file; false where the answer is none any more, as the file was left or changed. */
  async readFile(document: vscode.TextDocument | undefined): Promise<boolean> {
    this.#asked = document;
    const answer = document && (await this.#sources.documents.ask(document));
    if (this.#asked !== document || answer?.kind === 'stale') {
      return false;
    }
    const findings = answer?.kind === 'analysis' ? answer.findings : [];
    this.#allOfFile = document && lessonsOfFile(findings);
    return true;
  }
}

function areAlike<T>(a: readonly T[], b: readonly T[], isSame: (one: T, other: T) => boolean): boolean {
  return a.length === b.length && a.every((one, at) => isSame(one, b[at] as T));
}

/** A lesson whose file did not change is the same object. */
function isSameListed(a: ListedLesson<LessonFolder>, b: ListedLesson<LessonFolder>): boolean {
  return (
    a.lesson === b.lesson &&
    a.folder === b.folder &&
    areAlike(a.reasons, b.reasons, (one, other) => isSameData(one, other))
  );
}

function isSameBroken(a: BrokenFile, b: BrokenFile): boolean {
  return (
    a.folder === b.folder &&
    a.path === b.path &&
    areAlike(a.problems, b.problems, (one, other) => one === other)
  );
}
