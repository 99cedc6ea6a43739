import { type CharSet, includes, newline } from './charSet';

export type Assertion = 'line-start' | 'line-end' | 'text-start' | 'text-end' | 'word-edge' | 'no-word-edge';

/** The syntax tree of a regular expression. Groups are gone: who wants captures asks the engine. */
export type Expression =
  | { readonly kind: 'set'; readonly set: CharSet }
  | { readonly kind: 'assertion'; readonly assertion: Assertion }
  | { readonly kind: 'sequence'; readonly parts: readonly Expression[] }
  | { readonly kind: 'choice'; readonly options: readonly Expression[] }
  | {
      readonly kind: 'repeat';
      readonly body: Expression;
      readonly least: number;
      /** `Infinity` where there is no end. */
      readonly most: number;
      readonly isLazy: boolean;
    };

/** Lengths of what an expression matches, in UTF-16 units. */
export interface Lengths {
  readonly least: number;
  readonly most: number;
}

export function lengthsOf(expression: Expression): Lengths {
  switch (expression.kind) {
    case 'set':
      return lengthsOfSet(expression.set);
    case 'assertion':
      return { least: 0, most: 0 };
    case 'sequence':
      return expression.parts.map(lengthsOf).reduce(sumOf, { least: 0, most: 0 });
    case 'choice': {
      const lengths = expression.options.map(lengthsOf);
      return {
        least: Math.min(...lengths.map(({ least }) => least)),
        most: Math.max(...lengths.map(({ most }) => most)),
      };
    }
    case 'repeat': {
      const { least, most } = lengthsOf(expression.body);
      const isEmpty = most === 0 || expression.most === 0;
      return { least: least * expression.least, most: isEmpty ? 0 : most * expression.most };
    }
  }
}

export function sumOf(a: Lengths, b: Lengths): Lengths {
  return { least: a.least + b.least, most: a.most + b.most };
}

function lengthsOfSet({ ranges, beyond }: CharSet): Lengths {
  const isBeyondBmp = beyond !== undefined || (ranges.at(-1) ?? 0) > 0xffff;
  const isAllBeyond = beyond === undefined && (ranges[0] ?? 0) > 0xffff;
  return { least: isAllBeyond ? 2 : 1, most: isBeyondBmp ? 2 : 1 };
}

/** Whether the expression neither matches a line break nor asks where the text begins or ends. */
export function isLineBound(expression: Expression): boolean {
  switch (expression.kind) {
    case 'set':
      return !includes(expression.set.ranges, newline);
    case 'assertion':
      return expression.assertion !== 'text-start' && expression.assertion !== 'text-end';
    case 'sequence':
      return expression.parts.every(isLineBound);
    case 'choice':
      return expression.options.every(isLineBound);
    case 'repeat':
      return isLineBound(expression.body);
  }
}
