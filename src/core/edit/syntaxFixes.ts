import { findFrontMatter } from '../lesson/frontMatterBlock';
import { readYaml } from '../lesson/readYaml';
import { type Range, SourceText } from '../text';
import type { Fix } from './fix';

/** Mends the YAML that people most often break: a value with `: ` in it or a sign in front, and tabs for blanks. */
export function syntaxFixes(text: SourceText, { start }: Range): readonly Fix[] {
  // YAML notices a broken line where it ends, or on the next one.
  for (const line of [start.line, start.line - 1]) {
    const fix = quoteFix(text, line) ?? tabFix(text, line);
    if (fix !== undefined) {
      return [fix];
    }
  }
  return [];
}

function quoteFix(text: SourceText, line: number): Fix | undefined {
  const parts = /^(\s*(?:- )*(?:[\w-]+: +|- ))([^'"[{|>#\s].*?)\s*$/.exec(text.line(line));
  const [, before = '', value = ''] = parts ?? [];
  if (value === '') {
    return undefined;
  }
  const range: Range = {
    start: { line, character: before.length },
    end: { line, character: before.length + value.length },
  };
  const newText = `'${value.replaceAll("'", "''")}'`;
  return mends(text, range, newText)
    ? { kind: 'quote', written: value, isSafe: true, edits: [{ range, newText }] }
    : undefined;
}

function tabFix(text: SourceText, line: number): Fix | undefined {
  const indent = /^[ \t]*\t[ \t]*/.exec(text.line(line))?.[0];
  if (indent === undefined) {
    return undefined;
  }
  const range: Range = { start: { line, character: 0 }, end: { line, character: indent.length } };
  const newText = indent.replaceAll('\t', '  ');
  return mends(text, range, newText)
    ? { kind: 'indent-with-blanks', isSafe: true, edits: [{ range, newText }] }
    : undefined;
}

/** Whether fewer things are broken afterwards. */
function mends(text: SourceText, { start, end }: Range, newText: string): boolean {
  const { value } = text;
  const after = value.slice(0, text.offsetAt(start)) + newText + value.slice(text.offsetAt(end));
  return faults(new SourceText(after)) < faults(text);
}

function faults(text: SourceText): number {
  const block = findFrontMatter(text);
  return block.kind === 'found'
    ? (readYaml(text.value.slice(block.start, block.end))?.errors.length ?? Number.POSITIVE_INFINITY)
    : Number.POSITIVE_INFINITY;
}
