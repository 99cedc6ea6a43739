import { Alphabet, type Beside, besides } from './alphabet';
import type { Program } from './program';
import type { Assertion } from './syntax';

/** In place of a step: begin here as well, if nothing that began before leads to a match. */
const anywhere = -1;
/** Entries of the table, four bytes each: when they are used up, the states found so far are forgotten. */
const mostEntries = 1 << 15;
const fewestStates = 16;

/**
 * An entry of the table is the row of the next state, or 0 where it is not known yet, or a negative number where there
 * is more to know: the text so far matches, or nothing can match any more.
 */
export function isMatch(entry: number): boolean {
  return entry < 0 && (-entry & 1) !== 0;
}

export function isDead(entry: number): boolean {
  return entry < 0 && (-entry & 2) !== 0;
}

export function rowOf(entry: number): number {
  return entry < 0 ? -entry >> 2 : entry;
}

function entryOf(row: number, matches: boolean, isAtEnd: boolean): number {
  return matches || isAtEnd ? -((row << 2) | (isAtEnd ? 2 : 0) | (matches ? 1 : 0)) : row;
}

/**
 * Steps to be taken once the next character is known, best first: what they lead to can depend on it, as `\b` does.
 */
interface State {
  readonly pending: readonly number[];
  /** What was passed last, where the program has assertions. */
  readonly passed: Beside;
}

const nobody: State = { pending: [], passed: besides.other };

/**
 * A program as a deterministic automaton whose states are found when they are first needed (as RE2 does it), so that
 * each character costs one look into a table. It tells where a match ends that a backtracking engine would prefer, or,
 * read from right to left, where the longest begins.
 */
export class Automaton {
  readonly alphabet: Alphabet;
  /** Rows of `columns` entries, one for each class of characters and a last one for the text's edge; 0 is unknown. */
  table: Int32Array;
  readonly columns: number;
  readonly #program: Program;
  readonly #isReversed: boolean;
  readonly #rows = new Map<string, number>();
  /** The first row is nobody's, as 0 means unknown. */
  #states: State[] = [nobody];
  readonly #seenSteps: Int32Array;
  readonly #seenNext: Int32Array;
  #round = 0;

  static of(program: Program, isReversed: boolean): Automaton | undefined {
    const alphabet = Alphabet.of(program);
    return alphabet && new Automaton(program, alphabet, isReversed);
  }

  private constructor(program: Program, alphabet: Alphabet, isReversed: boolean) {
    this.#program = program;
    this.alphabet = alphabet;
    this.#isReversed = isReversed;
    this.columns = alphabet.classes.length + 1;
    this.table = new Int32Array(this.columns * fewestStates);
    this.#seenSteps = new Int32Array(program.steps.length);
    this.#seenNext = new Int32Array(program.steps.length);
  }

  get edge(): number {
    return this.columns - 1;
  }

  /** The row in which a search begins, beside a character of this class. */
  start(beside: number): number {
    const pending = this.#isReversed ? [this.#program.start] : [anywhere];
    return this.#rowOf({ pending, passed: this.#besideOfClass(beside) });
  }

  /** Whether nothing has begun in this row that could become a match. */
  isAtRest(row: number): boolean {
    return this.#states[row / this.columns]?.pending[0] === anywhere;
  }

  /** The entry for a class of characters in a row, which is new: it may move the table. */
  follow(row: number, charClass: number): number {
    const state = this.#states[row / this.columns];
    if (state === undefined) {
      return entryOf(0, false, true);
    }
    const seen = this.#states;
    const { next, matches } = this.#step(state, charClass);
    const passed = this.#besideOfClass(charClass);
    const isAtEnd = next.length === 0;
    const entry = entryOf(isAtEnd ? 0 : this.#rowOf({ pending: next, passed }), matches, isAtEnd);
    if (seen === this.#states) {
      this.table[row + charClass] = entry;
    }
    return entry;
  }

  #besideOfClass(charClass: number): Beside {
    if (!this.#program.hasAssertions) {
      return besides.other;
    }
    return this.alphabet.classes[charClass]?.beside ?? besides.edge;
  }

  #step({ pending, passed }: State, charClass: number): { next: number[]; matches: boolean } {
    this.#round++;
    const next: number[] = [];
    const ahead = this.#besideOfClass(charClass);
    const [before, after] = this.#isReversed ? [ahead, passed] : [passed, ahead];
    const isIn = this.alphabet.classes[charClass]?.isIn;
    let matches = false;
    for (const step of pending) {
      const found = this.#enter(step === anywhere ? this.#program.start : step, before, after, isIn, next);
      matches ||= found;
      if (found && !this.#isReversed) {
        return { next, matches };
      }
      if (step === anywhere && isIn !== undefined) {
        next.push(anywhere);
      }
    }
    return { next: this.#isReversed ? next.sort((a, b) => a - b) : next, matches };
  }

  /** Follows a step to all sets it leads to, and takes those that hold the character; true where it comes to a match. */
  #enter(
    first: number,
    before: Beside,
    after: Beside,
    isIn: readonly boolean[] | undefined,
    next: number[],
  ): boolean {
    const stack = [first];
    let matches = false;
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const step = this.#program.steps[at];
      if (this.#seenSteps[at] === this.#round || step === undefined) {
        continue;
      }
      this.#seenSteps[at] = this.#round;
      if (step.kind === 'split') {
        stack.push(step.second, step.first);
      } else if (step.kind === 'assertion') {
        if (holds(step.assertion, before, after)) {
          stack.push(step.next);
        }
      } else if (step.kind === 'match') {
        matches = true;
        if (!this.#isReversed) {
          return true;
        }
      } else if (isIn?.[step.set] === true && this.#seenNext[step.next] !== this.#round) {
        this.#seenNext[step.next] = this.#round;
        next.push(step.next);
      }
    }
    return matches;
  }

  #rowOf(state: State): number {
    const key = `${state.passed} ${state.pending.join()}`;
    const known = this.#rows.get(key);
    if (known !== undefined) {
      return known;
    }
    this.#makeRoom();
    const row = this.#states.length * this.columns;
    this.#states.push(state);
    this.#rows.set(key, row);
    return row;
  }

  #makeRoom(): void {
    const needed = (this.#states.length + 1) * this.columns;
    if (needed <= this.table.length) {
      return;
    }
    const larger = this.table.length * 2;
    if (larger > Math.max(mostEntries, this.columns * fewestStates)) {
      this.#rows.clear();
      this.#states = [nobody];
      this.table.fill(0);
      return;
    }
    const table = new Int32Array(larger);
    table.set(this.table);
    this.table = table;
  }
}

function holds(assertion: Assertion, before: Beside, after: Beside): boolean {
  switch (assertion) {
    case 'text-start':
      return before === besides.edge;
    case 'text-end':
      return after === besides.edge;
    case 'line-start':
      return before === besides.edge || before === besides.newline;
    case 'line-end':
      return after === besides.edge || after === besides.newline;
    case 'word-edge':
      return (before === besides.word) !== (after === besides.word);
    case 'no-word-edge':
      return (before === besides.word) === (after === besides.word);
  }
}
