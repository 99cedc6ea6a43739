import { isLessonId } from '../lesson/identity';
import { isRetired, type Lesson } from '../lesson/lesson';
import { isHttpsLink } from '../lesson/link';
import type { Turns } from '../match/turns';
import { CommonWords, type Similar } from './commonWords';
import { folded, foldedWords } from './foldedWords';
import { type SearchFieldName, searchFields } from './searchFields';
import { type Closeness, containing, resembling } from './wordCloseness';
import { fieldOf, WordIndex, wordOf } from './wordIndex';

/** A lesson that was found, and the fields in which words of the question stand. */
export interface SearchHit {
  readonly lesson: Lesson;
  readonly where: readonly SearchFieldName[];
}

/** The best of what was found. */
export interface Found {
  readonly hits: readonly SearchHit[];
  /** How many there are in all. */
  readonly total: number;
}

/** What is asked, of which lessons, and how many of those found are wanted. */
export interface Question {
  readonly text: string;
  /** Asked again with the same list, what is known of a word is used again. */
  readonly lessons: readonly Lesson[];
  readonly limit: number;
}

/** What some words count in each lesson, by the lesson's place in the list. */
interface Tally {
  /** 0 where a word is missing. */
  readonly scores: Float64Array;
  /** One bit for each field. */
  readonly fields: Uint16Array;
}

/** Nobody's title and advice have more, and a whole story is like any other. */
const mostWords = 256;

/** After so many, others may have a turn; each is about 2 ms of work. */
const pieces = {
  lessonsRead: 16,
  lessonsCompared: 1024,
  lessonsMeasured: 256,
  words: 8192,
  wordsResembled: 512,
} as const;

const weights = searchFields.map(([, { weight }]) => weight);

/**
 * Finds lessons by words, each of which has to stand somewhere in the lesson, as it is or within a longer word. A word
 * that stands in no lesson at all is taken for a mistyped one. Keeps what it read for the next question.
 */
export class LessonSearch {
  readonly #index = new WordIndex();
  /** Of the last question: while somebody types, its words but the last one are asked again. */
  #known: { readonly lessons: readonly Lesson[]; readonly tallies: ReadonlyMap<string, Tally> } | undefined;

  /**
   * The best first: what the question names by its id or the address of a reference; then by where the words stand; then
   * accepted lessons before proposed before retired ones, and by id. Where the question has no word, all by title.
   * @returns `undefined` where nobody wants the answer any more
   */
  async find({ text, lessons, limit }: Question, turns: Turns): Promise<Found | undefined> {
    const words = new Set(foldedWords(text));
    if (words.size === 0) {
      return foundIn(lessons, byTitle(lessons), limit);
    }
    if (!(await this.prepare(lessons, turns))) {
      return undefined;
    }
    const known = this.#known?.lessons === lessons ? this.#known.tallies : new Map<string, Tally>();
    const tallies = new Map<string, Tally>();
    this.#known = { lessons, tallies };
    let all: Tally | undefined;
    for (const word of words) {
      const one = known.get(word) ?? (await this.#tally(word, lessons, turns));
      if (one === undefined) {
        return undefined;
      }
      tallies.set(word, one);
      all = all === undefined ? one : both(all, one);
      if (!all.scores.some((score) => score > 0)) {
        return { hits: [], total: 0 };
      }
    }
    return all === undefined ? undefined : foundIn(lessons, ranked(text, lessons, all), limit, all.fields);
  }

  /**
   * The lessons that have most in common with a text, the best first: rare words count more, each in the best field where it
   * stands. Unlike `find`, no word has to be there, and only whole words count.
   * @returns `undefined` where nobody wants the answer any more
   */
  async similar({ text, lessons, limit }: Question, turns: Turns): Promise<readonly Similar[] | undefined> {
    if (!(await this.prepare(lessons, turns))) {
      return undefined;
    }
    const asked = new Set([...foldedWords(text)].slice(0, mostWords));
    const known = [...asked].flatMap((word) => this.#index.numberOf(word) ?? []);
    const { length: size } = this.#index.words;
    const common = new CommonWords(known, size, lessons.length, asked.size - known.length);
    const each = (work: (entries: Uint32Array, at: number) => void) =>
      inPieces(lessons.length, pieces.lessonsMeasured, turns, (at) =>
        work(this.#index.of(lessons[at] as Lesson), at),
      );
    const found: Similar[] = [];
    const areMeasured =
      (await each((entries) => common.count(entries))) &&
      (await each((entries, at) => {
        const { score, words } = common.measured(entries);
        if (words > 0) {
          found.push({ lesson: lessons[at] as Lesson, score, words });
        }
      }));
    found.sort((a, b) => compared(b.score, a.score) || compared(a.lesson.id, b.lesson.id));
    return areMeasured ? found.slice(0, limit) : undefined;
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
    const closeness = new Float32Array(words.length);
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

function count(entries: Uint32Array, closeness: Float32Array, { scores, fields }: Tally, at: number): void {
  let best = 0;
  let found = 0;
  for (const entry of entries) {
    const near = closeness[wordOf(entry)] as number;
    if (near > 0) {
      const field = fieldOf(entry);
      best = Math.max(best, near * (weights[field] as number));
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

/** The places of those that were found, the best first. */
function ranked(text: string, lessons: readonly Lesson[], { scores }: Tally): readonly number[] {
  const isMeant = meantBy(text);
  const rows: { at: number; score: number; standing: number; id: string }[] = [];
  for (const [at, lesson] of lessons.entries()) {
    const score = scores[at] ?? 0;
    if (score > 0) {
      const first = isMeant?.(lesson) ? Number.POSITIVE_INFINITY : score;
      rows.push({ at, score: first, standing: standingOf(lesson), id: lesson.id });
    }
  }
  return rows
    .sort((a, b) => compared(b.score, a.score) || a.standing - b.standing || compared(a.id, b.id))
    .map(({ at }) => at);
}

function foundIn(
  lessons: readonly Lesson[],
  order: readonly number[],
  limit: number,
  fields?: Uint16Array,
): Found {
  const hits = order.slice(0, limit).map((at) => ({
    lesson: lessons[at] as Lesson,
    where: searchFields.flatMap(([name], field) => (((fields?.[at] ?? 0) >> field) & 1 ? [name] : [])),
  }));
  return { hits, total: order.length };
}

/** Tells the lessons of which the text is the very name: the id, or where the story can be read. */
function meantBy(text: string): ((lesson: Lesson) => boolean) | undefined {
  const name = text.trim();
  const id = name.toUpperCase();
  if (isLessonId(id)) {
    return (lesson) => lesson.id === id;
  }
  const withoutSlash = (url: string) => (url.endsWith('/') ? url.slice(0, -1) : url);
  const address = withoutSlash(name);
  return isHttpsLink(name)
    ? ({ references }) => references.some(({ url }) => withoutSlash(url) === address)
    : undefined;
}

function standingOf(lesson: Lesson): number {
  return isRetired(lesson) ? 2 : lesson.status === 'accepted' ? 0 : 1;
}

function byTitle(lessons: readonly Lesson[]): readonly number[] {
  return lessons
    .map(({ id, title }, at) => ({ at, id, title: folded(title) }))
    .sort((a, b) => compared(a.title, b.title) || compared(a.id, b.id))
    .map(({ at }) => at);
}

/** Texts by the signs' numbers, which is the same on every machine. */
function compared<T extends string | number>(a: T, b: T): number {
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
