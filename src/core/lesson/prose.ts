import { markdownBlocks, type Span } from './markdownBlocks';

/** Stands for what is not prose: neither a word nor a space, so that no phrase is read across it. */
const veil = '\uFFFC';

/** Where Markdown says something else than its words do, in the order in which it is read. */
const inlineMarks = [
  String.raw`\\[^\n]`,
  '`+',
  '<!--',
  '<[a-z/][^<>]*>',
  // The target of a link; one of mail is an address that people see.
  String.raw`\]\((?!mailto:)[^\s()]*`,
  String.raw`(?::\/\/|\bwww\.)[^\s<>)"\x60]*`,
].join('|');

/**
 * The Markdown text with code, addresses of the web, tags and comments veiled, each character by one, so that offsets
 * and line breaks stay. Quoted text is prose.
 */
export function proseOfBody(markdown: string): string {
  const hidden = markdownBlocks(markdown).flatMap((block) =>
    block.kind === 'code' ? [block] : hiddenInline(markdown, block),
  );
  return veiled(markdown, hidden);
}

/** As `proseOfBody`, of a text that is a single sentence. */
export function proseOfSentence(sentence: string): string {
  return veiled(sentence, hiddenInline(sentence, { start: 0, end: sentence.length }));
}

function veiled(text: string, hidden: readonly Span[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of hidden) {
    parts.push(text.slice(at, start), text.slice(start, end).replace(/[^\n]/g, veil));
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

function hiddenInline(whole: string, { start, end }: Span): Span[] {
  const text = whole.slice(start, end);
  const marks = new RegExp(inlineMarks, 'gi');
  const ticks = new BacktickRuns(text);
  const hidden: Span[] = [];
  for (let found = marks.exec(text); found !== null; found = marks.exec(text)) {
    const hiddenEnd = endOfHidden(text, found[0], found.index, ticks);
    if (hiddenEnd !== undefined) {
      hidden.push({ start: start + found.index, end: start + hiddenEnd });
      marks.lastIndex = hiddenEnd;
    }
  }
  return hidden;
}

function endOfHidden(text: string, mark: string, at: number, ticks: BacktickRuns): number | undefined {
  const markEnd = at + mark.length;
  if (mark.startsWith('\\')) {
    return undefined;
  }
  if (mark.startsWith('`')) {
    const closing = ticks.next(mark.length, markEnd);
    return closing === undefined ? undefined : closing + mark.length;
  }
  if (mark === '<!--') {
    return endOf('-->', text, markEnd);
  }
  if (/^<code\b/i.test(mark)) {
    return endOf('</code>', text, markEnd);
  }
  return /^<(?:mailto:)?[^\s:/@]+@[^\s/@]+>$/.test(mark) ? undefined : markEnd;
}

/** What is never closed is hidden to the end: to look for its end once more each time would be quadratic. */
function endOf(closing: string, text: string, from: number): number {
  const at = text.indexOf(closing, from);
  return at === -1 ? text.length : at + closing.length;
}

/** The runs of backticks in a text, asked for from left to right. */
class BacktickRuns {
  readonly #starts = new Map<number, number[]>();

  constructor(text: string) {
    // Stacks, the leftmost run on top.
    for (const { 0: run, index } of [...text.matchAll(/`+/g)].reverse()) {
      const starts = this.#starts.get(run.length);
      if (starts === undefined) {
        this.#starts.set(run.length, [index]);
      } else {
        starts.push(index);
      }
    }
  }

  /** Where the next run of exactly this length begins. */
  next(length: number, from: number): number | undefined {
    const starts = this.#starts.get(length) ?? [];
    while ((starts.at(-1) ?? from) < from) {
      starts.pop();
    }
    return starts.at(-1);
  }
}
