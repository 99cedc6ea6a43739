import type { Pattern, PatternHit } from '../../lesson/pattern';
import type { Overread } from '../../lesson/regexp/overread';
import type { RequiredLiterals } from '../../lesson/regexp/requiredLiterals';

/** A hit begins at most this far before a literal, or the pattern is looked for line by line or in the whole text. */
const farthest = 64;

/**
 * The hits of a pattern by where its literals stand in the text, ascending: the same as of `pattern.hits`, without
 * reading what lies between.
 */
export function hitsNear(
  pattern: Pattern,
  literals: RequiredLiterals,
  text: string,
  places: readonly number[],
  limit: number,
  overread: Overread,
): readonly PatternHit[] {
  const [only] = literals.any;
  if (literals.isWhole && literals.any.length === 1 && only !== undefined) {
    return literalHits(only.text.length, places, limit);
  }
  if (literals.before.most <= farthest) {
    return hitsAround(pattern, literals, text, places, limit, overread);
  }
  return pattern.isLineBound
    ? hitsInLines(pattern, text, places, limit, overread)
    : pattern.hits(text, limit, overread);
}

function literalHits(length: number, places: readonly number[], limit: number): PatternHit[] {
  const hits: PatternHit[] = [];
  let free = 0;
  for (const start of places) {
    if (hits.length >= limit) {
      break;
    }
    if (start >= free) {
      free = start + length;
      hits.push({ start, end: free });
    }
  }
  return hits;
}

function hitsAround(
  pattern: Pattern,
  { before }: RequiredLiterals,
  text: string,
  places: readonly number[],
  limit: number,
  overread: Overread,
): PatternHit[] {
  const hits: PatternHit[] = [];
  let decided = 0;
  for (const place of places) {
    if (hits.length >= limit || overread.isTooMuch) {
      break;
    }
    const stop = place - before.least + 1;
    const from = Math.max(decided, place - before.most, 0);
    if (from >= stop) {
      continue;
    }
    const found = pattern.find(text, { from, to: text.length, stop }, overread);
    if (found.kind === 'hit') {
      hits.push({ start: found.start, end: found.end });
      decided = found.end;
    } else {
      decided = found.at;
    }
  }
  return hits;
}

function hitsInLines(
  pattern: Pattern,
  text: string,
  places: readonly number[],
  limit: number,
  overread: Overread,
): PatternHit[] {
  const hits: PatternHit[] = [];
  let done = 0;
  for (const place of places) {
    if (place < done) {
      continue;
    }
    const to = endOfLine(text, place);
    let from = text.lastIndexOf('\n', place - 1) + 1;
    for (let isMore = true; isMore && hits.length < limit && !overread.isTooMuch; ) {
      const found = pattern.find(text, { from, to, stop: to }, overread);
      isMore = found.kind === 'hit';
      if (found.kind === 'hit') {
        hits.push({ start: found.start, end: found.end });
        from = found.end;
      }
    }
    done = to;
  }
  return hits;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}
