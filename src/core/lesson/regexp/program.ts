import { type CharSet, lastCodePoint, newline, wordRanges } from './charSet';
import { type Assertion, type Expression, lengthsOf } from './syntax';

/** One step of a program; `next`, `first` and `second` are the indices of steps. */
export type Step =
  | { readonly kind: 'set'; readonly set: number; readonly next: number }
  | { readonly kind: 'split'; readonly first: number; readonly second: number }
  | { readonly kind: 'assertion'; readonly assertion: Assertion; readonly next: number }
  | { readonly kind: 'match' };

/** An expression as steps for a machine that goes through the text (Thompson's construction). */
export interface Program {
  readonly steps: readonly Step[];
  readonly start: number;
  readonly sets: readonly CharSet[];
  readonly hasAssertions: boolean;
}

/** Beyond this a step of the machine would be slow; the engine then runs the expression itself. */
const mostSteps = 2000;

/** `undefined` where the program would be too long. With `isReversed` it reads the text from right to left. */
export function programOf(expression: Expression, isReversed: boolean): Program | undefined {
  const builder = new Builder(isReversed);
  const match = builder.add({ kind: 'match' });
  const start = builder.before(expression, match);
  if (start === undefined) {
    return undefined;
  }
  const { steps, sets } = builder;
  return { steps, start, sets, hasAssertions: steps.some(({ kind }) => kind === 'assertion') };
}

class Builder {
  readonly steps: Step[] = [];
  readonly sets: CharSet[] = [];
  readonly #isReversed: boolean;
  readonly #known = new Map<string, number>();

  constructor(isReversed: boolean) {
    this.#isReversed = isReversed;
  }

  add(step: Step): number {
    return this.steps.push(step) - 1;
  }

  /** The step at which an expression begins that is followed by `next`; `undefined` once there are too many. */
  before(expression: Expression, next: number): number | undefined {
    if (this.steps.length > mostSteps) {
      return undefined;
    }
    switch (expression.kind) {
      case 'set':
        return this.add({ kind: 'set', set: this.#set(expression.set), next });
      case 'assertion':
        return this.add({ kind: 'assertion', assertion: expression.assertion, next });
      case 'sequence':
        return this.#sequence(expression.parts, next);
      case 'choice':
        return this.#choice(expression.options, next);
      case 'repeat':
        return this.#repeat(expression, next);
    }
  }

  #sequence(parts: readonly Expression[], next: number): number | undefined {
    const lastFirst = this.#isReversed ? parts : parts.toReversed();
    return lastFirst.reduce<number | undefined>(
      (following, part) => (following === undefined ? undefined : this.before(part, following)),
      next,
    );
  }

  #choice(options: readonly Expression[], next: number): number | undefined {
    const starts = options.map((option) => this.before(option, next));
    return starts.reduceRight((second, first) =>
      first === undefined || second === undefined ? undefined : this.add({ kind: 'split', first, second }),
    );
  }

  #repeat({ body, least, most, isLazy }: Expression & { kind: 'repeat' }, next: number): number | undefined {
    if (most === Number.POSITIVE_INFINITY) {
      return this.#copies(body, Math.max(0, least - 1), this.#loop(body, next, isLazy, least === 0));
    }
    let start: number | undefined = next;
    for (let count = least; count < most && start !== undefined; count++) {
      const inner = this.before(body, start);
      start = inner === undefined ? undefined : this.#split(inner, next, isLazy);
    }
    return this.#copies(body, least, start);
  }

  #copies(body: Expression, count: number, next: number | undefined): number | undefined {
    let start = next;
    for (let copy = 0; copy < count && start !== undefined; copy++) {
      start = this.before(body, start);
    }
    return start;
  }

  /** What can be empty enters its loop at the body, never at the choice, as otherwise an empty round would end it. */
  #loop(body: Expression, next: number, isLazy: boolean, isOptional: boolean): number | undefined {
    const loop = this.add({ kind: 'match' });
    const inner = this.before(body, loop);
    if (inner === undefined) {
      return undefined;
    }
    const [first, second] = isLazy ? [next, inner] : [inner, next];
    this.steps[loop] = { kind: 'split', first, second };
    if (!isOptional) {
      return inner;
    }
    return lengthsOf(body).least === 0 ? this.#split(inner, next, isLazy) : loop;
  }

  #split(inner: number, next: number, isLazy: boolean): number {
    const [first, second] = isLazy ? [next, inner] : [inner, next];
    return this.add({ kind: 'split', first, second });
  }

  #set(set: CharSet): number {
    const key = set.beyond ?? set.ranges.join();
    const known = this.#known.get(key);
    if (known !== undefined) {
      return known;
    }
    const index = this.sets.push(set) - 1;
    this.#known.set(key, index);
    return index;
  }
}

/**
 * The code points at which a program may begin to treat characters differently, ascending from 0: between two of them
 * all are alike, but for sets whose members beyond ASCII have to be asked for.
 */
export function boundariesOf({ sets, hasAssertions }: Program): readonly number[] {
  const boundaries = new Set([0, 0x80]);
  const add = (ranges: readonly number[]) =>
    ranges.forEach((value, at) => {
      boundaries.add(at % 2 === 0 ? value : value + 1);
    });
  sets.forEach(({ ranges }) => {
    add(ranges);
  });
  if (hasAssertions) {
    add([newline, newline, ...wordRanges]);
  }
  boundaries.delete(lastCodePoint + 1);
  return [...boundaries].sort((a, b) => a - b);
}
