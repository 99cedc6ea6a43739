import { type Lexis, skippedSpans } from '../packages/codeMask';
import {
  csharpLexis,
  goLexis,
  javaLexis,
  javascriptLexis,
  kotlinLexis,
  pythonLexis,
  rustLexis,
} from '../packages/lexes';

const lexes: Readonly<Record<string, Lexis>> = {
  csharp: csharpLexis,
  go: goLexis,
  groovy: javaLexis,
  java: javaLexis,
  javascript: javascriptLexis,
  javascriptreact: javascriptLexis,
  kotlin: kotlinLexis,
  python: pythonLexis,
  rust: rustLexis,
  scala: kotlinLexis,
  typescript: javascriptLexis,
  typescriptreact: javascriptLexis,
};

/** Languages of which no more is known than that three quotes begin and end a string. */
const tripled = new Set(['dart', 'elixir', 'graphql', 'julia', 'nim', 'swift', 'toml']);

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The strings that go over several lines, where the language is known to have such, from left to right. */
export function longStrings(text: string, language: string): readonly Span[] {
  const lexis = lexes[language];
  if (lexis !== undefined) {
    return [...skippedSpans(text, lexis)].filter(
      ({ start, end }) => !/^[/#=]/.test(text.charAt(start)) && text.slice(start, end).includes('\n'),
    );
  }
  return tripled.has(language)
    ? [...text.matchAll(/"""[\s\S]*?"""|'''[\s\S]*?'''/g)].map(({ index, 0: { length } }) => ({
        start: index,
        end: index + length,
      }))
    : [];
}

/** Whether a place lies within one of the spans, which are in order. */
export function isWithin(spans: readonly Span[], at: number): boolean {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= at) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const span = spans[low];
  return span !== undefined && span.start < at && at < span.end;
}
