import { canHoldSymbol } from './codeSymbol';

/** Any letters that may stand in a name, and some that may not. */
const words = /[\w$\u0080-\uffff]+/g;

/** So many names are quicker looked for one by one than by the words of a text. */
const fewNames = 20;

export function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.match(words));
}

/** The last word of a symbol's name, which whoever has the symbol must hold; empty where a star hides it. */
export function sureWord(symbol: string): string {
  const segment = symbol.slice(symbol.lastIndexOf('.') + 1);
  return segment.includes('*') ? '' : (segment.match(words)?.at(-1) ?? '');
}

/** Whether a text can hold a symbol that one of the names means; tells quickly where parsing it is of no use. */
export function canHoldAny(names: readonly string[], text: string): boolean {
  if (names.length <= fewNames) {
    return names.some((name) => canHoldSymbol(name, text));
  }
  const present = wordsOf(text);
  return names.some((name) => {
    const word = sureWord(name);
    return (word === '' || present.has(word)) && canHoldSymbol(name, text);
  });
}
