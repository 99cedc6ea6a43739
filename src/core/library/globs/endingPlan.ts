import { endingOf, type FolderRules, type NameTest } from './folderRules';
import type { GlobHit } from './globEntry';
import type { Decisions, Slots } from './slots';

/** Answers for the names with one ending, as `.ts`, in the folders that certain rules mean. */
export class EndingPlan<T> {
  readonly #ending: string;
  readonly #slots: Slots<T>;
  /** What holds for all of the names. */
  readonly #decisions: Decisions<T>;
  /** What is left to try on each name: by the first letter of what a name must begin with. */
  readonly #byFirst: ReadonlyMap<number, readonly NameTest[]>;
  /** By the letter that a name must have before its ending. */
  readonly #byLast: ReadonlyMap<number, readonly NameTest[]>;
  readonly #others: readonly NameTest[];
  /** About how many numbers and references it keeps. */
  readonly size: number;

  constructor(rules: readonly FolderRules[], ending: string, slots: Slots<T>) {
    const tests = rules.flatMap((one) =>
      [...(one.tests?.values() ?? [])].filter((test) => test.ending === undefined || test.ending === ending),
    );
    const rest = tests.filter(({ prefix }) => prefix === '');
    this.#ending = ending;
    this.#slots = slots;
    this.#decisions = slots.decide(rules.flatMap((one) => one.any.concat(one.endings?.get(ending) ?? [])));
    this.#byFirst = grouped(tests, ({ prefix }) => (prefix === '' ? undefined : prefix.charCodeAt(0)));
    this.#byLast = grouped(rest, letterBeforeEnding);
    this.#others = rest.filter((test) => letterBeforeEnding(test) === undefined);
    this.size = this.#decisions.slots.length + this.#decisions.hits.length + tests.length + 20;
  }

  /**
   * @param literal the slots that hold because of the whole name
   * @param gone as in `Slots.merge`
   * @returns the same array for many names
   */
  lookup(name: string, literal: readonly number[], gone: Uint8Array | undefined): readonly GlobHit<T>[] {
    let more = literal;
    if (this.#byFirst.size > 0) {
      more = passed(this.#byFirst.get(name.charCodeAt(0)), name, more);
    }
    if (this.#byLast.size > 0) {
      more = passed(this.#byLast.get(name.charCodeAt(name.length - this.#ending.length - 1)), name, more);
    }
    more = passed(this.#others, name, more);
    return more.length === 0 && gone === undefined
      ? this.#decisions.hits
      : this.#slots.merge(this.#decisions, more, gone);
  }
}

function passed(tests: readonly NameTest[] = [], name: string, before: readonly number[]): readonly number[] {
  let slots = before;
  for (const test of tests) {
    if (test.test(name)) {
      slots = slots.concat(test.slots);
    }
  }
  return slots;
}

/** In `*Test.java` the second t. */
function letterBeforeEnding({ ending, suffix }: NameTest): number | undefined {
  return ending === undefined || endingOf(suffix) === suffix
    ? undefined
    : suffix.charCodeAt(suffix.length - ending.length - 1);
}

function grouped(
  tests: readonly NameTest[],
  keyOf: (test: NameTest) => number | undefined,
): ReadonlyMap<number, readonly NameTest[]> {
  const groups = new Map<number, NameTest[]>();
  for (const test of tests) {
    const key = keyOf(test);
    const group = key === undefined ? undefined : groups.get(key);
    if (group !== undefined) {
      group.push(test);
    } else if (key !== undefined) {
      groups.set(key, [test]);
    }
  }
  return groups;
}
