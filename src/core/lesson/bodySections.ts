import type { Span } from './markdownBlocks';

/** A part of a lesson's body as offsets: what stands below its heading, up to the next one as high. */
export interface BodySection extends Span {
  readonly heading: Span;
}

/**
 * The sections whose headings begin with these words, whatever their capitals; none within another.
 * @param prose as `proseOfBody` gives it, so that no code is taken for a heading
 */
export function sectionsCalled(words: string, prose: string): readonly BodySection[] {
  const called = new RegExp(`^${words}\\b`, 'i');
  const sections: BodySection[] = [];
  let open: { readonly level: number; readonly heading: Span } | undefined;
  const close = (end: number) => {
    if (open !== undefined) {
      sections.push({ heading: open.heading, start: open.heading.end, end });
    }
    open = undefined;
  };
  for (const { 0: line, 1: marks = '', 2: title = '', index } of prose.matchAll(
    /^ {0,3}(#{1,6})[ \t]+([^\n]*)/gm,
  )) {
    if (open !== undefined && marks.length <= open.level) {
      close(index);
    }
    if (open === undefined && called.test(title)) {
      open = { level: marks.length, heading: { start: index, end: index + line.length } };
    }
  }
  close(prose.length);
  return sections;
}
