import { onlyCharacter, sizeOf } from './charSet';
import { type Expression, type Lengths, lengthsOf, sumOf } from './syntax';

/** A text that occurs in a match; small letters stand for both cases where `anyCase` is set, in ASCII alone. */
export interface Literal {
  readonly text: string;
  readonly anyCase: boolean;
}

/** Every match contains one of `any`. */
export interface RequiredLiterals {
  readonly any: readonly Literal[];
  /** How much of the match lies before the literal, in UTF-16 units; `most` may be infinite. */
  readonly before: Lengths;
  /** Whether the literals are all that the expression matches, wherever they stand. */
  readonly isWhole: boolean;
}

/** More alternatives, or shorter ones, tell too little to be worth looking for. */
const mostLiterals = 16;
const shortest = 2;

/** The rarest literals that every match must contain; `undefined` where there are none that help. */
export function requiredLiterals(expression: Expression): RequiredLiterals | undefined {
  const { exact, best } = factsOf(expression);
  const whole =
    exact === undefined ? undefined : candidate(exact, { least: 0, most: 0 }, !asserts(expression));
  return better(whole, best);
}

interface Facts {
  /** All that the expression matches, where that is little. */
  readonly exact?: readonly Literal[];
  readonly best?: RequiredLiterals;
}

const empty: Literal = { text: '', anyCase: false };

function factsOf(expression: Expression): Facts {
  switch (expression.kind) {
    case 'set':
      return factsOfSet(expression);
    case 'assertion':
      return { exact: [empty] };
    case 'sequence':
      return factsOfSequence(expression.parts);
    case 'choice':
      return factsOfChoice(expression.options.map(factsOf));
    case 'repeat': {
      const { exact, best } = factsOf(expression.body);
      if (expression.most === 1) {
        const { isLazy, least } = expression;
        const both = isLazy ? [empty, ...(exact ?? [])] : [...(exact ?? []), empty];
        return least === 1 ? { exact, best } : { exact: exact && both };
      }
      const whole = exact && candidate(exact, { least: 0, most: 0 }, false);
      return expression.least > 0 ? { best: better(whole, best) } : {};
    }
  }
}

function factsOfSet({ set }: Expression & { kind: 'set' }): Facts {
  const only = onlyCharacter(set);
  if (only !== undefined) {
    return isFindable(only.text) ? { exact: [only] } : {};
  }
  if (sizeOf(set) > 4) {
    return {};
  }
  const texts: string[] = [];
  for (let at = 0; at < set.ranges.length; at += 2) {
    for (let character = set.ranges[at] ?? 0; character <= (set.ranges[at + 1] ?? -1); character++) {
      texts.push(String.fromCodePoint(character));
    }
  }
  return texts.every(isFindable) ? { exact: texts.map((text) => ({ text, anyCase: false })) } : {};
}

/** Line breaks are written in several ways in files, and what is no character is not found in bytes. */
function isFindable(text: string): boolean {
  return !/[\n\r\uFFFD\uD800-\uDFFF]/u.test(text);
}

function factsOfSequence(parts: readonly Expression[]): Facts {
  let isWhole = true;
  let best: RequiredLiterals | undefined;
  let run: readonly Literal[] = [empty];
  let runBefore: Lengths = { least: 0, most: 0 };
  let before: Lengths = { least: 0, most: 0 };
  for (const part of parts) {
    const facts = factsOf(part);
    const longer = facts.exact && joined(run, facts.exact);
    before = sumOf(before, lengthsOf(part));
    if (longer !== undefined) {
      run = longer;
      continue;
    }
    isWhole = false;
    const start = lengthsBefore(before, lengthsOf(part));
    best = better(best, candidate(run, runBefore, false));
    best = better(
      best,
      facts.best && { ...facts.best, before: sumOf(start, facts.best.before), isWhole: false },
    );
    [run, runBefore] = facts.exact === undefined ? [[empty], before] : [facts.exact, start];
  }
  return isWhole ? { exact: run, best } : { best: better(best, candidate(run, runBefore, false)) };
}

function lengthsBefore(total: Lengths, part: Lengths): Lengths {
  // Where the part has no end, what lies before it was added earlier and is finite or not by itself.
  const most = part.most === Number.POSITIVE_INFINITY ? Number.POSITIVE_INFINITY : total.most - part.most;
  return { least: total.least - part.least, most };
}

function factsOfChoice(options: readonly Facts[]): Facts {
  const exact = options.every(({ exact }) => exact !== undefined)
    ? options.flatMap(({ exact }) => exact ?? [])
    : undefined;
  const candidates = options.map(({ exact: texts, best }) =>
    better(texts && candidate(texts, { least: 0, most: 0 }, false), best),
  );
  const any = candidates.flatMap((option) => option?.any ?? []);
  const isRequired = candidates.every((option) => option !== undefined) && any.length <= mostLiterals;
  const before = {
    least: Math.min(...candidates.map((option) => option?.before.least ?? 0)),
    most: Math.max(...candidates.map((option) => option?.before.most ?? 0)),
  };
  return {
    ...(exact !== undefined && exact.length <= mostLiterals ? { exact } : {}),
    ...(isRequired ? { best: { any, before, isWhole: false } } : {}),
  };
}

function asserts(expression: Expression): boolean {
  switch (expression.kind) {
    case 'set':
      return false;
    case 'assertion':
      return true;
    case 'sequence':
      return expression.parts.some(asserts);
    case 'choice':
      return expression.options.some(asserts);
    case 'repeat':
      return asserts(expression.body);
  }
}

function joined(first: readonly Literal[], second: readonly Literal[]): readonly Literal[] | undefined {
  if (first.length * second.length > mostLiterals) {
    return undefined;
  }
  return first.flatMap((a) =>
    second.map((b) => {
      const anyCase = a.anyCase || b.anyCase;
      const text = a.text + b.text;
      return { text: anyCase ? smallLetters(text) : text, anyCase };
    }),
  );
}

function smallLetters(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function candidate(any: readonly Literal[], before: Lengths, isWhole: boolean): RequiredLiterals | undefined {
  const isUseful = any.every(({ text }) => text.length >= shortest);
  return isUseful && any.length > 0 ? { any, before, isWhole } : undefined;
}

function better(
  a: RequiredLiterals | undefined,
  b: RequiredLiterals | undefined,
): RequiredLiterals | undefined {
  if (a === undefined || b === undefined) {
    return a ?? b;
  }
  return frequencyOf(b) < frequencyOf(a) ? b : a;
}

/** How often one of the literals is to be expected, by a rough count of the characters of code. */
function frequencyOf({ any, before }: RequiredLiterals): number {
  const sum = any.reduce((frequency, { text, anyCase }) => {
    const bits = [...text].reduce((total, character) => total + bitsOf(character) - (anyCase ? 0.2 : 0), 0);
    return frequency + 2 ** -Math.min(bits, 40);
  }, 0);
  return before.most === Number.POSITIVE_INFINITY ? sum * 4 : sum;
}

const commonFirst = ' etrnaiosldcpuhmf.gb(y),v"\';=x-_/w*{}:kTSEC01AIRNPOLDMF';

/** The information in one character, in bits. */
export function bitsOf(character: string): number {
  const rank = commonFirst.indexOf(character);
  return rank === -1 ? 8 : 3 + rank * 0.08;
}
