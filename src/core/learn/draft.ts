import { formatLesson } from '../edit/format';
import { globOfPath } from '../lesson/glob';
import type { Scope } from '../lesson/lesson';
import type { FrontMatter, Severity } from '../lesson/vocabulary';
import { lessonFolder } from '../library/files';
import type { CodeSymbol } from '../match/codeSymbol';
import type { Source } from '../match/source';

/** A lesson as it is being captured: what its author said, and what could be told from the place in the code. */
export interface Draft {
  readonly id: string;
  readonly title: string;
  readonly advice?: string;
  readonly severity?: Severity;
  readonly references?: FrontMatter['references'];
  readonly tags?: readonly string[];
  /** YYYY-MM-DD */
  readonly created: string;
  readonly scope?: Scope;
  /** Code that the scope's pattern must match. */
  readonly example?: string;
}

/** What a place in the code tells about where a lesson applies. */
export interface Place {
  readonly scope: Scope;
  readonly example?: string;
}

/** Offsets into the source's text; empty where nothing is selected. */
export interface Selection {
  readonly start: number;
  readonly end: number;
}

const longestExample = 200;

/**
 * Selected code becomes a pattern for exactly that code, whatever its spacing; a cursor stands for the symbol around it;
 * the path goes with both.
 */
export function placeOf(source: Source, selection: Selection, symbols: readonly CodeSymbol[]): Place {
  const paths = [globOfPath(source.path)];
  const selected = source.text.value.slice(selection.start, selection.end).trim();
  const example = selected.split('\n', 1)[0]?.trim() ?? '';
  if (example !== '' && example.length <= longestExample) {
    return { scope: { paths, pattern: literalPattern(example) }, example };
  }
  const around = symbols.findLast(
    ({ bodyStart, bodyEnd }) => bodyStart <= selection.start && selection.end <= bodyEnd,
  );
  return { scope: around === undefined ? { paths } : { paths, symbols: [around.name] } };
}

/** What the body of a lesson tells, one section each. */
export const bodyHeadings = [
  ...['What happened', 'Why it made sense', 'What to do instead', 'Does not apply to'],
] as const;

/** The text of a lesson file in format lessons/1, ready to be parsed, and to be completed by a person. */
export function formatDraft(draft: Draft): string {
  const { id, title, advice, severity, scope, example, references, created, tags } = draft;
  const body = bodyHeadings.map((heading) => `\n## ${heading}\n`).join('');
  return formatLesson(
    {
      ...{ id, title, advice, status: 'proposed', severity, created },
      applies_to: scope && [scope],
      tests: example === undefined ? undefined : { match: [example] },
      references: someOf(references),
      tags: someOf(tags),
    },
    body,
  );
}

/** Paths to try for a new lesson, the plainest first; the last one is free unless the id is taken too. */
export function pathsFor(draft: Draft): readonly [string, string] {
  const slug = slugOf(draft.title);
  return [
    `${lessonFolder}/${slug === '' ? draft.id : slug}.md`,
    `${lessonFolder}/${slug === '' ? '' : `${slug}.`}${draft.id}.md`,
  ];
}

function slugOf(title: string): string {
  const letters = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  const slug = letters.slice(0, 60).replace(/^-+|-+$/g, '');
  // `readme` is no lesson, and Windows keeps some names for devices.
  return /^(readme|con|prn|aux|nul|com\d|lpt\d)$/.test(slug) ? `lesson-${slug}` : slug;
}

function someOf<T>(list: readonly T[] | undefined): readonly T[] | undefined {
  return list === undefined || list.length === 0 ? undefined : list;
}

/** A pattern for exactly this code, whatever its spacing. */
export function literalPattern(code: string): string {
  return code.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&').replace(/\s+/g, '\\s+');
}
