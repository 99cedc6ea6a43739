import type { Span } from './markdownBlocks';

/** A way to say something, as patterns over prose. What stands before or after it may make it say something else. */
export interface Phrase {
  /** In lower case: without one of these the text is not searched, and the pattern, which is slow, never compiled. */
  readonly needs: readonly string[];
  /** In lower case: without this, likewise. */
  readonly needsToo?: string;
  readonly pattern: RegExp;
  readonly unlessAfter?: RegExp;
  readonly unlessBefore?: RegExp;
}

/** How much of the text around a phrase can change what it says. */
const sight = 60;

/** What words are made of. The rules are about English; classes of Unicode would be slower. */
const letter = 'A-Za-z0-9À-ɏ';

/** From one word to the next: emphasis, spaces or a line break, and never so many that it could be two paragraphs. */
const gap = String.raw`[*_]{0,3}(?:[ \t\u00A0]{1,4}|[ \t\r]{0,4}\n[ \t>]{0,12})[*_]{0,3}`;

/** Whole words, in which a space stands for `gap` and an apostrophe for either of its signs. */
export function wholeWords(source: string, flags = 'gi'): RegExp {
  const open = `(?<![${letter}])(?<![${letter}][-_])`;
  const close = `(?![${letter}])(?![-_][${letter}])`;
  return new RegExp(`${open}(?:${spaced(source)})${close}`, flags);
}

/** What may stand directly before a phrase. */
export function before(source: string): RegExp {
  return new RegExp(`(?<![${letter}@])(?:${spaced(source)})${gap}$`, 'i');
}

/** What may stand directly after a phrase. */
export function after(source: string): RegExp {
  return new RegExp(`^${gap}(?:${spaced(source)})(?![${letter}])`, 'i');
}

/** Where one of the phrases stands, from left to right; of two that share words, the one that begins first. */
export function hitsOf(phrases: readonly Phrase[], prose: string): Span[] {
  const lower = prose.toLowerCase();
  const hits = phrases
    .filter((phrase) => mayOccur(phrase, (word) => lower.includes(word)))
    .flatMap((phrase) => hitsOfOne(phrase, prose))
    .sort((a, b) => a.start - b.start);
  let end = 0;
  return hits.filter((hit) => {
    const isFree = hit.start >= end;
    end = isFree ? hit.end : end;
    return isFree;
  });
}

/** Whether a text has the words without which the phrase is not in it. */
export function mayOccur({ needs, needsToo }: Phrase, has: (word: string) => boolean): boolean {
  return needs.some(has) && (needsToo === undefined || has(needsToo));
}

function hitsOfOne({ pattern, unlessAfter, unlessBefore }: Phrase, prose: string): Span[] {
  return [...prose.matchAll(pattern)]
    .map(({ 0: words, index }) => ({ start: index, end: index + words.length }))
    .filter(
      ({ start, end }) =>
        unlessAfter?.test(prose.slice(Math.max(0, start - sight), start)) !== true &&
        unlessBefore?.test(prose.slice(end, end + sight)) !== true,
    );
}

function spaced(source: string): string {
  return source.replaceAll(' ', gap).replaceAll("'", "['’]");
}
