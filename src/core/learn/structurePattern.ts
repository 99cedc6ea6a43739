import type { ChosenPiece } from './chosenCode';
import type { CodeMark } from './codeMarks';
import type { Span } from './syntaxWalk';

/** Whether literals and arguments are those of the code, or any. */
export type Likeness = 'structure' | 'shape';

/** A piece of code as an ast-grep pattern: what is marked may be otherwise, the same letter for the same name. */
export function structurePattern(
  text: string,
  { syntax, body }: ChosenPiece,
  marks: readonly CodeMark[],
  likeness: Likeness,
): string {
  const variables = new Map<string, string>();
  const variable = (name: string) => {
    const known = variables.get(name) ?? `$${letterOf(variables.size)}`;
    variables.set(name, known);
    return known;
  };
  const parts: string[] = [];
  let at = syntax.start;
  for (const mark of marks) {
    const instead = mark.start < at ? undefined : replaced(mark, text, likeness, variable);
    if (instead !== undefined) {
      parts.push(text.slice(at, mark.start), instead);
      at = mark.end;
    }
  }
  parts.push(text.slice(at, syntax.end));
  return oneLine(parts.join('') + (body === undefined ? '' : anyBody(body, text)));
}

function replaced(
  { kind, start, end }: CodeMark,
  text: string,
  likeness: Likeness,
  variable: (name: string) => string,
): string | undefined {
  const isAny = likeness === 'shape';
  switch (kind) {
    case 'comment':
      return '';
    case 'local':
      return variable(text.slice(start, end));
    case 'unselected':
      return variable(`${start} ${end}`);
    case 'arguments':
      return isAny ? '($$$)' : undefined;
    case 'body':
      return isAny ? anyBody({ start, end }, text) : undefined;
    default:
      return isAny ? variable(`${start} ${end}`) : undefined;
  }
}

function anyBody({ start }: Span, text: string): string {
  return text[start] === '{' ? '{ $$$ }' : '$$$';
}

/** The letters of metavariables in order. */
function letterOf(index: number): string {
  const letter = String.fromCharCode('A'.charCodeAt(0) + (index % 26));
  return index < 26 ? letter : `${letter}${Math.floor(index / 26)}`;
}

/** Chains of calls are written over several lines; how a language without braces breaks lines means something. */
function oneLine(pattern: string): string {
  return pattern.trim().replace(/\s*\n\s*(?=[.?]?\.)/g, '');
}
