/** Where the block stands that opens with a fence: in a quote, and how far its list item is indented. */
interface FencePlace {
  readonly isQuoted: boolean;
  readonly indent: number;
}

/** The end of the fenced code that opens here, if any does; without a closing fence that is where the text ends. */
export function fencedCodeEnd(text: string, content: number, place: FencePlace): number | undefined {
  const openingEnd = lineEnd(text, content);
  const fence = /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(text.slice(content, openingEnd))?.[0];
  if (fence === undefined) {
    return undefined;
  }
  for (let at = openingEnd + 1; at < text.length; ) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    if (place.isQuoted && !/^ {0,3}>/.test(line)) {
      return at - 1;
    }
    if (closes(line, fence, place.indent)) {
      return end;
    }
    at = end + 1;
  }
  return text.length;
}

function closes(line: string, fence: string, indent: number): boolean {
  const marks = /^[ \t>]*/.exec(line)?.[0] ?? '';
  const closing = line.slice(marks.length).trimEnd();
  return (
    closing.length >= fence.length &&
    closing === fence.charAt(0).repeat(closing.length) &&
    marks.length - 1 - marks.lastIndexOf('>') < indent + 4
  );
}

/** The end of a comment, or of an element whose content is no prose, that stands here at the start of a line. */
export function hiddenHtmlEnd(text: string, content: number): number | undefined {
  const opening = /<(?:!--|(pre|script|style|textarea)\b)/iy;
  opening.lastIndex = content;
  const found = opening.exec(text);
  if (found === null) {
    return undefined;
  }
  const closing = found[1] === undefined ? /-->/g : new RegExp(`</${found[1]}>`, 'gi');
  closing.lastIndex = content;
  return closing.test(text) ? closing.lastIndex : text.length;
}

/** Where the line ends that the offset is in: at its line break, or with the text. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}
