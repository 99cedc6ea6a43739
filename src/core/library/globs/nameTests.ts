import type { SegmentForm, SegmentTest, SegmentTests } from './segment';
import { append } from './slots';

/** A form that no table of whole names or endings answers. */
export type TestedForm = SegmentForm & { readonly kind: 'affix' | 'other' };

interface NameTest {
  readonly test: SegmentTest;
  readonly slots: number[];
}

/**
 * Tests of names that all must have the same ending, filed so that a name is tried on few of them: those that ask for its
 * first two letters, else for the last two before the ending.
 */
export class NameTests {
  /** How long the ending is; 0 where a name may have any. */
  readonly #endingLength: number;
  readonly #tests = new Map<string, NameTest>();
  readonly #byFirst = new Map<number, NameTest[]>();
  readonly #byLast = new Map<number, NameTest[]>();
  readonly #others: NameTest[] = [];

  constructor(endingLength: number) {
    this.#endingLength = endingLength;
  }

  add(form: TestedForm, slot: number, tests: SegmentTests): void {
    // No segment has a slash in it.
    const key = form.kind === 'affix' ? `${form.prefix}/${form.suffix}` : form.glob;
    const known = this.#tests.get(key);
    if (known !== undefined) {
      known.slots.push(slot);
      return;
    }
    const test = { test: tests.of(form), slots: [slot] };
    this.#tests.set(key, test);
    const { prefix, suffix } = form;
    const last = suffix.length - this.#endingLength - 2;
    if (prefix.length > 1) {
      file(test, twoLetters(prefix, 0), this.#byFirst);
    } else if (last >= 0) {
      file(test, twoLetters(suffix, last), this.#byLast);
    } else {
      this.#others.push(test);
    }
  }

  /** Adds the slots of the tests that a name passes. */
  collect(name: string, slots: number[]): void {
    if (this.#byFirst.size > 0) {
      collect(this.#byFirst.get(twoLetters(name, 0)), name, slots);
    }
    if (this.#byLast.size > 0) {
      collect(this.#byLast.get(twoLetters(name, name.length - this.#endingLength - 2)), name, slots);
    }
    collect(this.#others, name, slots);
  }
}

/** A number for two letters; any for fewer, as the tests look again. */
function twoLetters(text: string, at: number): number {
  return (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);
}

function file(test: NameTest, letter: number, tests: Map<number, NameTest[]>): void {
  const known = tests.get(letter);
  if (known === undefined) {
    tests.set(letter, [test]);
  } else {
    known.push(test);
  }
}

function collect(tests: readonly NameTest[] | undefined, name: string, slots: number[]): void {
  if (tests !== undefined) {
    for (const one of tests) {
      if (one.test(name)) {
        append(one.slots, slots);
      }
    }
  }
}
