import type { FolderRules } from './folderRules';
import type { GlobHit } from './globEntry';
import type { NameTests } from './nameTests';
import { append, type Decisions, type Slots } from './slots';

/** Answers for the names with one ending, as `.ts`, in the folders that certain rules mean. */
export class EndingPlan<T> {
  readonly #slots: Slots<T>;
  /** What holds for all of the names. */
  readonly #decisions: Decisions<T>;
  /** What is left to try on each name. */
  readonly #tests: readonly NameTests[];
  /** The decisions without the entries that were gone when last asked. */
  #staying: { readonly gone: Uint8Array; readonly decisions: Decisions<T> } | undefined;
  /** About how many references it keeps. */
  readonly size: number;

  /** @param ending of all that any glob asks for, the longest that the names have; empty where they have none */
  constructor(rules: readonly FolderRules[], ending: string, slots: Slots<T>) {
    const endings = endingsWithin(ending);
    this.#slots = slots;
    this.#decisions = slots.decide(slotsOf(rules, endings));
    this.#tests = testsOf(rules, ['', ...endings]);
    this.size = this.#decisions.slots.length * 1.5 + this.#decisions.excluded.length / 2 + 20;
  }

  /**
   * @param more the slots that hold because of the whole name; not the caller's any more
   * @param gone by the number of an entry, 1 where it does not count any more
   * @returns the same array for many names
   */
  lookup(name: string, more: number[], gone: Uint8Array | undefined): readonly GlobHit<T>[] {
    for (const tests of this.#tests) {
      tests.collect(name, more);
    }
    return gone === undefined
      ? this.#slots.merge(this.#decisions, more)
      : this.#slots.merge(this.#without(gone), this.#slots.staying(more, gone));
  }

  #without(gone: Uint8Array): Decisions<T> {
    if (this.#staying?.gone !== gone) {
      this.#staying = { gone, decisions: this.#slots.without(this.#decisions, gone) };
    }
    return this.#staying.decisions;
  }
}

/** `.d.ts` and `.ts` for `.d.ts`. */
function endingsWithin(ending: string): readonly string[] {
  const dots = [...ending.matchAll(/\./g)];
  return dots.map(({ index }) => ending.slice(index));
}

/** What holds for all names with the endings. */
function slotsOf(rules: readonly FolderRules[], wanted: readonly string[]): number[] {
  const slots: number[] = [];
  for (const { any, endings } of rules) {
    append(any, slots);
    for (const ending of endings === undefined ? [] : wanted) {
      append(endings?.get(ending) ?? [], slots);
    }
  }
  return slots;
}

function testsOf(rules: readonly FolderRules[], endings: readonly string[]): readonly NameTests[] {
  return rules.flatMap(({ tests }) =>
    tests === undefined ? [] : endings.flatMap((ending) => tests.get(ending) ?? []),
  );
}
