import { isRetired } from '../lesson/lesson';
import type { Turns } from '../match/turns';
import { type Area, areaOf } from './area';
import type { Held, Holder } from './held';
import { type ReviewFacts, type ReviewReason, reviewReasons } from './review';

/** A lesson in a list of all, with what the list tells of it. */
export interface ListedLesson<H extends Holder = Holder> extends Held<H> {
  readonly area: Area;
  readonly reasons: readonly ReviewReason[];
}

/** As many are looked at, or put in order, without asking whose turn it is. */
const atOnce = 250;

/**
 * All lessons by title, the retired ones last, as they are looked for more rarely. Ten thousand take a tenth of a second,
 * so others get their turns in between; `undefined` where nobody wants the list any more.
 */
export async function listedLessons<H extends Holder>(
  folders: readonly H[],
  factsOf: (folder: H) => ReviewFacts,
  turns: Turns,
): Promise<readonly ListedLesson<H>[] | undefined> {
  const { compare } = new Intl.Collator();
  const order = (a: ListedLesson<H>, b: ListedLesson<H>) =>
    Number(isRetired(a.lesson)) - Number(isRetired(b.lesson)) || compare(a.lesson.title, b.lesson.title);
  const runs: (readonly ListedLesson<H>[])[] = [];
  for (const folder of folders) {
    const facts = factsOf(folder);
    const { lessons } = folder.library;
    for (let at = 0; at < lessons.length; at += atOnce) {
      if (!(await turns.next())) {
        return undefined;
      }
      const some = lessons.slice(at, at + atOnce).map((lesson) => ({
        ...{ folder, lesson, area: areaOf(lesson), reasons: reviewReasons(lesson, facts) },
      }));
      runs.push(some.sort(order));
    }
  }
  return mergedRuns(runs, order, turns);
}

/** Merges sorted lists, two by two. */
async function mergedRuns<T>(
  runs: readonly (readonly T[])[],
  order: (a: T, b: T) => number,
  turns: Turns,
): Promise<readonly T[] | undefined> {
  const queue = [...runs];
  for (let at = 0; at + 1 < queue.length; at += 2) {
    if (!(await turns.next())) {
      return undefined;
    }
    queue.push(merged(queue[at] ?? [], queue[at + 1] ?? [], order));
  }
  return queue.at(-1) ?? [];
}

/** Equal ones come in the order of the lists. */
function merged<T>(left: readonly T[], right: readonly T[], order: (a: T, b: T) => number): readonly T[] {
  const all: T[] = [];
  let at = 0;
  for (const item of left) {
    for (let next = right[at]; next !== undefined && order(next, item) < 0; next = right[at]) {
      all.push(next);
      at++;
    }
    all.push(item);
  }
  return [...all, ...right.slice(at)];
}
