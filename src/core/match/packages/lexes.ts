import type { Lexis } from './codeMask';

const raw = String.raw;
const slashes = raw`\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$(?![\s\S]))`;
const hashes = raw`#[^\n]*`;
// The mark at the end may be missing, so that what comes before it is never tried another way.
const double = raw`"(?:\\[\s\S]|[^"\\\n]+)*"?`;
const single = raw`'(?:\\[\s\S]|[^'\\\n]+)*'?`;
const tripleDouble = raw`"""[\s\S]*?(?:"""|$(?![\s\S]))`;
const tripleSingle = raw`'''[\s\S]*?(?:'''|$(?![\s\S]))`;
const character = raw`'(?:\\[^\n][^'\n]{0,8}|[^'\\\n]{1,2})'`;
const backticks = '`(?:\\\\[\\s\\S]|[^`\\\\]+)*`?';

/**
 * A slash begins an expression where no value can have ended before it. Both counts keep what is none from being looked
 * through again and again.
 */
const expressionPart = raw`\\[^\n]|\[(?:\\[^\n]|[^\]\\\n]){0,60}\]`;
const expression = raw`(?<=(?:^|[(,=:[!&|?{};\n+~<>*%-]|\breturn|\btypeof|\bcase)[ \t]{0,20})\/(?:${expressionPart}|[^/\\\n[*])(?:${expressionPart}|[^/\\\n[]){0,300}\/`;

function lexis(alternatives: readonly string[], isNested = false): Lexis {
  return { skipped: new RegExp(alternatives.join('|'), 'g'), isNested };
}

export const javascriptLexis = lexis([slashes, expression, double, single, backticks]);
export const pythonLexis = lexis([hashes, tripleDouble, tripleSingle, double, single]);
export const goLexis = lexis([slashes, double, '`[^`]*`?', character]);
export const rustLexis = lexis(
  [
    slashes,
    raw`\br"[^"]*"?`,
    raw`\br(#{1,8})"[\s\S]*?(?:"\1|$(?![\s\S]))`,
    raw`"(?:\\[\s\S]|[^"\\]+)*"?`,
    character,
  ],
  true,
);
export const javaLexis = lexis([slashes, tripleDouble, double, character]);
export const kotlinLexis = lexis([slashes, tripleDouble, double, character], true);
export const csharpLexis = lexis([
  slashes,
  tripleDouble,
  raw`[$@]{0,2}@[$]?"(?:""|[^"])*"?`,
  double,
  character,
]);
export const rubyLexis = lexis([
  raw`(?<![^\n])=begin\b[\s\S]*?(?:(?<![^\n])=end\b|$(?![\s\S]))`,
  hashes,
  double,
  single,
]);
