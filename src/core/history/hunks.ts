import { alignedLines, type LinePair } from '../match/alignedLines';
import { SourceText } from '../text';

/** Lines that were put in place of others; one of the two may be empty. */
export type Hunk = LinePair;

/** What was changed between two texts. Spaces do not count: code that was only indented is the same. */
export function hunksBetween(before: SourceText, after: SourceText): readonly Hunk[] {
  const [old, now] = [withoutSpaces(before), withoutSpaces(after)];
  const shorter = Math.min(old.lineCount, now.lineCount);
  let first = 0;
  while (first < shorter && old.line(first) === now.line(first)) {
    first++;
  }
  let last = 0;
  while (
    last < shorter - first &&
    old.line(old.lineCount - 1 - last) === now.line(now.lineCount - 1 - last)
  ) {
    last++;
  }
  const within = {
    before: { start: first, end: old.lineCount - last },
    after: { start: first, end: now.lineCount - last },
  };
  return gaps(alignedLines(old, now, within), within);
}

function gaps(equal: ReturnType<typeof alignedLines>, within: LinePair): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let [before, after] = [within.before.start, within.after.start];
  for (const pair of [...equal, { before: within.before.end, after: within.after.end }]) {
    if (before < pair.before || after < pair.after) {
      hunks.push({ before: { start: before, end: pair.before }, after: { start: after, end: pair.after } });
    }
    [before, after] = [pair.before + 1, pair.after + 1];
  }
  return hunks;
}

function withoutSpaces(text: SourceText): SourceText {
  return new SourceText(
    text
      .lines()
      .map((line) => line.replace(/\s+/g, ''))
      .join('\n'),
  );
}
