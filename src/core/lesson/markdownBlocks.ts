import { fencedCodeEnd, hiddenHtmlEnd, lineEnd } from './markdownCode';

/** A stretch of a text as offsets; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** `text` is what inline Markdown may stand in; `code` is code, or HTML that no reader sees as words. */
export interface MarkdownBlock extends Span {
  readonly kind: 'text' | 'code';
}

/**
 * The blocks of a Markdown text in order, as far as it takes to tell prose from code. Time is linear in the text, which
 * CommonMark's own parsers do not promise: a quote in a quote in a quote costs the ones that keep offsets minutes.
 */
export function markdownBlocks(markdown: string): readonly MarkdownBlock[] {
  const reader = new BlockReader(markdown);
  while (!reader.done) {
    reader.readLine();
  }
  return reader.finish();
}

/** How a line begins, once the marks of quotes and list items are taken off. */
interface LineStart {
  readonly content: number;
  readonly column: number;
  readonly isQuoted: boolean;
  readonly isItem: boolean;
}

class BlockReader {
  readonly #text: string;
  readonly #blocks: MarkdownBlock[] = [];
  /** The columns at which the contents of the open list items begin, innermost last. */
  #items: number[] = [];
  #wasQuoted = false;
  #paragraph: number | undefined;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get done(): boolean {
    return this.#at >= this.#text.length;
  }

  finish(): readonly MarkdownBlock[] {
    this.#endParagraph(this.#text.length);
    return this.#blocks;
  }

  readLine(): void {
    const at = this.#at;
    const end = lineEnd(this.#text, at);
    const { content, column, isQuoted, isItem } = this.#lineStart(at, end);
    if (content >= end && !isItem) {
      this.#endParagraph(at);
    } else if (this.#paragraph === undefined && column - (this.#items.at(-1) ?? 0) >= 4) {
      this.#blocks.push({ kind: 'code', start: at, end });
    } else {
      const codeEnd = this.#codeEnd(content, isQuoted);
      if (codeEnd !== undefined) {
        this.#endParagraph(at);
        this.#blocks.push({ kind: 'code', start: content, end: codeEnd });
        this.#at = codeEnd;
        return;
      }
      this.#addText(at, content, end, isItem);
    }
    this.#at = end + 1;
  }

  /** A heading is a paragraph of its own, and an item begins one: what spans lines, spans neither. */
  #addText(at: number, content: number, end: number, isItem: boolean): void {
    const isHeading = this.#text[content] === '#';
    if (isItem || isHeading) {
      this.#endParagraph(at);
    }
    this.#paragraph ??= at;
    if (isHeading) {
      this.#endParagraph(end);
    }
  }

  #endParagraph(end: number): void {
    if (this.#paragraph !== undefined && this.#paragraph < end) {
      this.#blocks.push({ kind: 'text', start: this.#paragraph, end });
    }
    this.#paragraph = undefined;
  }

  #lineStart(at: number, end: number): LineStart {
    let [content, column, isItem, isQuoted] = [at, 0, false, false];
    for (;;) {
      [content, column] = this.#skipSpace(content, end, column);
      const mark = this.#mark(content, end);
      const isCode = column - (this.#items.at(-1) ?? 0) >= 4 && this.#paragraph === undefined;
      if (mark === undefined || isCode) {
        break;
      }
      if (mark === '>') {
        if (!isQuoted && !this.#wasQuoted) {
          this.#items = [];
        }
        [isQuoted, column] = [true, 0];
        content += this.#text[content + 1] === ' ' ? 2 : 1;
      } else {
        this.#leaveItems(column);
        isItem = true;
        const markEnd = column + mark.length;
        [content, column] = this.#skipSpace(content + mark.length, end, markEnd);
        // From five columns on, the item's content is indented code one column after the mark.
        this.#items.push(content < end && column - markEnd <= 4 ? column : markEnd + 1);
      }
    }
    if (this.#wasQuoted && !isQuoted && !isItem) {
      this.#items = [];
    }
    this.#wasQuoted = isQuoted;
    if (this.#paragraph === undefined && !isItem && content < end) {
      this.#leaveItems(column);
    }
    return { content, column, isQuoted, isItem };
  }

  #skipSpace(from: number, end: number, column: number): [number, number] {
    let [at, to] = [from, column];
    for (; at < end && (this.#text[at] === ' ' || this.#text[at] === '\t'); at++) {
      to += this.#text[at] === '\t' ? 4 - (to % 4) : 1;
    }
    return this.#text[at] === '\r' ? [end, to] : [at, to];
  }

  #mark(at: number, end: number): string | undefined {
    const mark = /(?:>|[-*+](?=[ \t\r\n]|$)|\d{1,9}[.)](?=[ \t\r\n]|$))/y;
    mark.lastIndex = at;
    return at < end ? mark.exec(this.#text)?.[0] : undefined;
  }

  #codeEnd(content: number, isQuoted: boolean): number | undefined {
    const fence = { isQuoted, indent: this.#items.at(-1) ?? 0 };
    return fencedCodeEnd(this.#text, content, fence) ?? hiddenHtmlEnd(this.#text, content);
  }

  #leaveItems(column: number): void {
    while (this.#items.length > 0 && column < (this.#items.at(-1) ?? 0)) {
      this.#items.pop();
    }
  }
}
