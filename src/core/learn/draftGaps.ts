import { parseLessonText } from '../lesson/parse';
import { SourceText } from '../text';
import { type Draft, formatDraft, pathsFor } from './draft';

/** A draft's text, and the stretches of it that wait for its author, in the order in which to write them. */
export interface DraftText {
  readonly text: string;
  readonly gaps: readonly Gap[];
}

/** Offsets into the text; `end` is exclusive, and as `start` where nothing stands there yet. */
export interface Gap {
  readonly start: number;
  readonly end: number;
}

/**
 * First what nobody has said yet, and then the story.
 * @param hasTitle false where the title only stands in for one
 */
export function draftWithGaps(draft: Draft, hasTitle = true): DraftText {
  const headings = [...(lacksAdvice(draft) ? ['What to do instead'] : []), 'What happened'];
  const body = headings.map((heading, at) => ({ heading, text: markOf(draft, at) }));
  const marked = formatDraft({ ...draft, body: [...(draft.body ?? []), ...body] });
  // Each mark holds the draft's own id, which stands in no text of a person.
  const text = headings.reduce((all, _, at) => all.replace(markOf(draft, at), ''), marked);
  const gaps = headings.map((_, at) => gapOf(marked, draft, headings.length, at));
  return { text, gaps: [...(hasTitle ? [] : titleGaps(draft, text)), ...gaps] };
}

/** The sentence a reader sees first; without it, the section that tells as much is what is missing. */
function lacksAdvice({ advice, body = [] }: Draft): boolean {
  return advice === undefined && !body.some(({ heading }) => heading === 'What to do instead');
}

function markOf({ id }: Draft, at: number): string {
  return `\uE000${id}.${at}\uE000`;
}

function gapOf(marked: string, draft: Draft, count: number, at: number): Gap {
  const found = marked.indexOf(markOf(draft, at));
  const marks = Array.from({ length: count }, (_, other) => markOf(draft, other));
  const before = marks.filter((mark) => marked.indexOf(mark) < found);
  const start = found - before.join('').length;
  return { start, end: start };
}

function titleGaps(draft: Draft, text: string): Gap[] {
  const source = new SourceText(text);
  const range = parseLessonText(pathsFor(draft)[0], source).lesson?.ranges.of('title');
  return range === undefined
    ? []
    : [{ start: source.offsetAt(range.start), end: source.offsetAt(range.end) }];
}
