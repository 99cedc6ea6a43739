import type { Hunk } from '../../history/hunks';
import type { SourceText } from '../../text';
import type { FixedFile } from './fixedFile';
import type { RemovedLines } from './foundFix';
import type { TouchedSymbols } from './touchedSymbols';

/** The stretches of code that a fix took out of a file, in their order. */
export function removedLinesOf(
  { before, after, hunks, faulty }: FixedFile,
  { symbolBefore }: TouchedSymbols,
): readonly RemovedLines[] {
  if (before === undefined) {
    return [];
  }
  return hunks.flatMap((hunk) => {
    const lines = faulty.filter((line) => hunk.before.start <= line && line < hunk.before.end);
    const [first, last] = [lines[0], lines.at(-1)];
    if (first === undefined || last === undefined) {
      return [];
    }
    const place = { start: first, end: last + 1 };
    const symbol = symbolBefore(first);
    return [
      {
        ...{ path: before.path, ...place, ...(symbol !== undefined && { symbol }) },
        before: codeOf(before.text, place),
        after: after === undefined ? '' : codeOf(after.text, hunk.after),
      },
    ];
  });
}

/** The lines without the indent that all of them have. */
function codeOf(text: SourceText, { start, end }: Hunk['before']): string {
  const lines = Array.from({ length: end - start }, (_, index) => text.line(start + index).trimEnd());
  const indents = lines.filter((line) => line !== '').map((line) => line.search(/\S/));
  const indent = Math.min(...indents);
  return lines.map((line) => (line === '' ? line : line.slice(indent))).join('\n');
}
