import type { Lesson } from '../core/lesson/lesson';
import type { Library } from '../core/library/library';
import type { Turns } from '../core/match/turns';
import { LessonSearch } from '../core/search/lessonSearch';

/** A line of the list in which lessons are found. */
export type FoundRow<F> =
  | { readonly kind: 'lesson'; readonly lesson: Lesson; readonly folder: F }
  /** So many more were found than are shown. */
  | { readonly kind: 'more'; readonly count: number }
  | { readonly kind: 'none'; readonly isEmpty: boolean };

/** More are not read, but searched on. */
const mostShown = 50;

/** Finds the lessons of all folders together, the best first, as `lessons search` does for one. */
export class FoundLessons<F extends { readonly library: Library }> {
  readonly #search = new LessonSearch();
  readonly #folders: () => readonly F[];
  #libraries: readonly Library[] = [];
  #lessons: readonly Lesson[] = [];
  #folderOf: ReadonlyMap<Lesson, F> = new Map();

  constructor(folders: () => readonly F[]) {
    this.#folders = folders;
  }

  /** @returns `undefined` where nobody wants the answer any more */
  async ask(text: string, turns: Turns): Promise<readonly FoundRow<F>[] | undefined> {
    this.#follow();
    const folderOf = this.#folderOf;
    const lessons = this.#lessons;
    const found = await this.#search.find({ text, lessons, limit: mostShown }, turns);
    if (found === undefined) {
      return undefined;
    }
    if (found.total === 0) {
      return [{ kind: 'none', isEmpty: lessons.length === 0 }];
    }
    const rows = found.hits.flatMap(({ lesson }): FoundRow<F>[] => {
      const folder = folderOf.get(lesson);
      return folder === undefined ? [] : [{ kind: 'lesson', lesson, folder }];
    });
    const count = found.total - rows.length;
    return count === 0 ? rows : [...rows, { kind: 'more', count }];
  }

  /** Reads all lessons, so that the first word is answered as quickly as the next ones. */
  prepare(turns: Turns): Promise<boolean> {
    this.#follow();
    return this.#search.prepare(this.#lessons, turns);
  }

  /** The list stays the same one while no folder changes, for what the search knows of it. */
  #follow(): void {
    const folders = this.#folders();
    const libraries = folders.map(({ library }) => library);
    if (
      libraries.length === this.#libraries.length &&
      libraries.every((one, at) => one === this.#libraries[at])
    ) {
      return;
    }
    this.#libraries = libraries;
    this.#lessons = libraries.flatMap(({ lessons }) => lessons);
    this.#folderOf = new Map(
      folders.flatMap((folder) => folder.library.lessons.map((lesson) => [lesson, folder] as const)),
    );
  }
}
