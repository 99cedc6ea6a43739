import type { SourceText } from '../../text';
import type { CommentSyntax } from './commentSyntax';
import { isWithin, longStrings } from './longStrings';

/** The first line of a file that has to stay the first. */
const heading = /^(?:#!|<\?|<!doctype|---|%)/i;

/** Comments that speak to another tool of the line right below them, and would no longer. */
const directive = /ignore|disable|next-?line|expect-error|nolint|nosec|noinspection|suppress/i;

const mostDirectives = 20;

/** The line above which a comment of its own about `line` belongs; `undefined` where there can be none. */
export function lineForComment(
  text: SourceText,
  language: string,
  syntax: CommentSyntax,
  line: number,
): number | undefined {
  let top = line;
  for (
    let at = line - 1;
    at >= Math.max(0, line - mostDirectives) && isLineComment(text.line(at), syntax);
    at--
  ) {
    top = directive.test(text.line(at)) ? at : top;
  }
  const start = text.offsetAt({ line: top, character: 0 });
  const isBarred =
    (top === 0 && heading.test(text.line(0))) ||
    isContinued(text.line(top - 1), syntax) ||
    isWithin(longStrings(text.value, language), start);
  return isBarred ? undefined : top;
}

/** Whether a line is part of something in which a comment is none, or ends what it stands in. */
export function isClosed(text: SourceText, language: string, syntax: CommentSyntax, line: number): boolean {
  const before = text.value.slice(0, text.offsetAt({ line, character: 0 }));
  return (
    isInYamlBlock(text, language, line) ||
    (syntax.quotes !== 'strings' && language !== 'astro' && isInFrontMatter(text, line)) ||
    (syntax.line.length === 0 && isInComment(before, syntax))
  );
}

/** Whether the next line belongs to this one. */
export function isContinued(written: string, { continuation }: CommentSyntax): boolean {
  return continuation !== undefined && written.trimEnd() === written && written.endsWith(continuation);
}

/** Whether a line is part of what a preprocessor reads, together with those that it continues. */
export function isInDirective(text: SourceText, line: number, syntax: CommentSyntax): boolean {
  let first = line;
  while (first > 0 && isContinued(text.line(first - 1), syntax)) {
    first--;
  }
  return /^\s*#/.test(text.line(first));
}

function isLineComment(written: string, { line }: CommentSyntax): boolean {
  const trimmed = written.trimStart();
  return line.some((mark) => trimmed.startsWith(mark) && !trimmed.startsWith('#!'));
}

/** Whether the text breaks off within a comment, which another one would end. */
function isInComment(before: string, { block }: CommentSyntax): boolean {
  return block.some(({ open, close }) => before.lastIndexOf(open) > before.lastIndexOf(close));
}

/** Whether a line is part of a text in YAML that goes over several lines, as lines that are indented less tell. */
function isInYamlBlock(text: SourceText, language: string, line: number): boolean {
  if (!/^(?:yaml|dockercompose|github-actions-workflow|ansible)$/.test(language)) {
    return false;
  }
  let indent = indentOf(text.line(line));
  for (let above = line - 1; above >= 0 && indent > 0; above--) {
    const written = text.line(above);
    if (written.trim() !== '' && indentOf(written) < indent) {
      indent = indentOf(written);
      if (/(?:^|[\s:-])[|>][-+\d]{0,2}\s*(?:#.*)?$/.test(written)) {
        return true;
      }
    }
  }
  return false;
}

/** Whether a line is between two lines of hyphens that a page begins with: data, or a script. */
export function isInFrontMatter(text: SourceText, line: number): boolean {
  const opening = /^---\n[\s\S]*?\n---[ \t]*(?=\n|$)/.exec(text.value)?.[0];
  return opening !== undefined && line < opening.split('\n').length;
}

function indentOf(written: string): number {
  return written.length - written.trimStart().length;
}
