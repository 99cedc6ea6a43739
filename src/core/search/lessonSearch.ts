import { isRetired, type Lesson } from '../lesson/lesson';
import type { Turns } from '../match/turns';
import { folded, foldedWords } from './foldedWords';
import { type SearchFieldName, searchFields } from './searchFields';
import { type Closeness, containing, resembling } from './wordCloseness';
import { placed, WordIndex } from './wordIndex';

/** A lesson that was found, and the fields in which words of the question stand. */
export interface SearchHit {
  readonly lesson: Lesson;
  readonly where: readonly SearchFieldName[];
}

/** What some words count in each lesson, by the lesson's place in the list. */
interface Tally {
  /** 0 where a word is missing. */
  readonly scores: Float64Array;
  /** One bit for each field. */
  readonly fields: Uint16Array;
}

/** After so many, others may have a turn; each is about 2 ms of work. */
const pieces = { lessonsRead: 16, lessonsCompared: 1024, words: 8192, wordsResembled: 512 } as const;

const weights = searchFields.map(([, { weight }]) => weight);

/**
 * Finds lessons by words, each of which has to stand somewhere in the lesson, as it is or within a longer word. A word
 * that stands in no lesson at all is taken for a mistyped one. Keeps what it read for the next question.
 */
export class LessonSearch {
  readonly #index = new WordIndex();

  /**
   * The best first: what the question names by its id or the address of a reference; then by where the words stand; then
   * accepted lessons before proposed before retired ones, and by id. Where the question has no word, all by title.
   * @returns `undefined` where nobody wants the answer any more
   */
  async find(
    question: string,
    lessons: readonly Lesson[],
    turns: Turns,
  ): Promise<readonly SearchHit[] | undefined> {
    const words = new Set(foldedWords(question));
    if (words.size === 0) {
      return byTitle(lessons).map((lesson) => ({ lesson, where: [] }));
    }
    if (!(await this.prepare(lessons, turns))) {
      return undefined;
    }
    let all: Tally | undefined;
    for (const word of words) {
      const one = await this.#tally(word, lessons, turns);
      if (one === undefined) {
        return undefined;
      }
      all = all === undefined ? one : both(all, one);
      if (!all.scores.some((score) => score > 0)) {
        return [];
      }
    }
    return all === undefined ? [] : ranked(question, lessons, all);
  }

  /** Reads what is not read yet, so that a question need not wait for it; false where nobody wants it any more. */
  prepare(lessons: readonly Lesson[], turns: Turns): Promise<boolean> {
    return inPieces(lessons.length, pieces.lessonsRead, turns, (at) => {
      this.#index.of(lessons[at] as Lesson);
    });
  }

  async #tally(word: string, lessons: readonly Lesson[], turns: Turns): Promise<Tally | undefined> {
    const tally = await this.#counted(lessons, containing(word), pieces.words, turns);
    const resembles = resembling(word);
    return tally === undefined || resembles === undefined || tally.scores.some((score) => score > 0)
      ? tally
      : this.#counted(lessons, resembles, pieces.wordsResembled, turns);
  }

  /** In each lesson the best of what each of its words counts. */
  async #counted(
    lessons: readonly Lesson[],
    closenessOf: Closeness,
    piece: number,
    turns: Turns,
  ): Promise<Tally | undefined> {
    const { words } = this.#index;
    const closeness = new Float64Array(words.length);
    const areCompared = await inPieces(closeness.length, piece, turns, (at) => {
      closeness[at] = closenessOf(words[at] as string);
    });
    const tally: Tally = {
      scores: new Float64Array(lessons.length),
      fields: new Uint16Array(lessons.length),
    };
    const areCounted =
      areCompared &&
      (await inPieces(lessons.length, pieces.lessonsCompared, turns, (at) => {
        count(this.#index.of(lessons[at] as Lesson), closeness, tally, at);
      }));
    return areCounted ? tally : undefined;
  }
}

function count(entries: Uint32Array, closeness: Float64Array, { scores, fields }: Tally, at: number): void {
  let best = 0;
  let found = 0;
  for (const entry of entries) {
    const near = closeness[placed.word(entry)] ?? 0;
    if (near > 0) {
      const field = placed.field(entry);
      best = Math.max(best, near * (weights[field] ?? 0));
      found |= 1 << field;
    }
  }
  scores[at] = best;
  fields[at] = found;
}

/** What counts where both have something. */
function both(a: Tally, b: Tally): Tally {
  return {
    scores: a.scores.map((score, at) =>
      score > 0 && (b.scores[at] ?? 0) > 0 ? score + (b.scores[at] ?? 0) : 0,
    ),
    fields: a.fields.map((found, at) => found | (b.fields[at] ?? 0)),
  };
}

function ranked(question: string, lessons: readonly Lesson[], { scores, fields }: Tally): SearchHit[] {
  const meant = meantBy(question);
  return lessons
    .map((lesson, at) => ({ lesson, score: scores[at] ?? 0, fields: fields[at] ?? 0 }))
    .filter(({ score }) => score > 0)
    .map((one) => ({ ...one, isMeant: meant(one.lesson), standing: standingOf(one.lesson) }))
    .sort(
      (a, b) =>
        Number(b.isMeant) - Number(a.isMeant) ||
        b.score - a.score ||
        a.standing - b.standing ||
        compared(a.lesson.id, b.lesson.id),
    )
    .map((one) => ({
      lesson: one.lesson,
      where: searchFields.flatMap(([name], field) => ((one.fields & (1 << field)) === 0 ? [] : [name])),
    }));
}

/** Whether a question is the very name of a lesson: its id, or where its story can be read. */
function meantBy(question: string): (lesson: Lesson) => boolean {
  const name = question.trim();
  const id = name.toUpperCase();
  const withoutSlash = (url: string) => url.replace(/\/$/, '');
  const address = withoutSlash(name);
  return (lesson) => lesson.id === id || lesson.references.some(({ url }) => withoutSlash(url) === address);
}

function standingOf(lesson: Lesson): number {
  return isRetired(lesson) ? 2 : lesson.status === 'accepted' ? 0 : 1;
}

function byTitle(lessons: readonly Lesson[]): readonly Lesson[] {
  return lessons
    .map((lesson) => ({ lesson, title: folded(lesson.title) }))
    .sort((a, b) => compared(a.title, b.title) || compared(a.lesson.id, b.lesson.id))
    .map(({ lesson }) => lesson);
}

/** By the signs' numbers, which is the same on every machine. */
function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Works on each number below `length`; false where nobody wants the work any more. */
async function inPieces(
  length: number,
  piece: number,
  turns: Turns,
  work: (at: number) => void,
): Promise<boolean> {
  for (let at = 0; at < length; at++) {
    if (at % piece === 0 && !(await turns.next())) {
      return false;
    }
    work(at);
  }
  return true;
}
