import { formatLesson } from '../edit/format';
import { globOfPath } from '../lesson/glob';
import type { Scope } from '../lesson/lesson';
import type { FrontMatter } from '../lesson/vocabulary';
import { lessonFolder } from '../library/files';
import type { CodeSymbol } from '../match/codeSymbol';
import type { Source } from '../match/source';

/** A lesson as it is being captured: what its author said, and what could be told from where it comes from. */
export interface Draft extends Partial<Pick<FrontMatter, DraftKey>> {
  readonly id: string;
  readonly title: string;
  /** YYYY-MM-DD */
  readonly created: string;
  readonly scopes?: readonly Scope[];
  /** Code that the patterns must match. */
  readonly examples?: readonly string[];
  /** Code that the patterns must not match, such as what was put in place of the fault. */
  readonly counterexamples?: readonly string[];
  /** The sections of the body; those of the usual ones that are not here are left empty. */
  readonly body?: readonly Section[];
}

type DraftKey =
  | ('advice' | 'severity' | 'confidence' | 'kind' | 'origin' | 'factors' | 'controls' | 'cwe' | 'tags')
  | (
      | 'references'
      | 'aliases'
      | 'related'
      | 'supersedes'
      | 'occurred'
      | 'withdrawn'
      | 'evidence'
      | 'affected'
    );

/** A part of a lesson's body below a heading of its own. */
export interface Section {
  readonly heading: string;
  /** Markdown, without the heading. */
  readonly text: string;
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
export function formatDraft({ scopes, examples, counterexamples, body, ...keys }: Draft): string {
  const tests = { match: someOf(examples), no_match: someOf(counterexamples) };
  const given = Object.fromEntries(Object.entries(keys).filter(([, value]) => !isEmptyList(value)));
  return formatLesson(
    {
      ...(given as Omit<Draft, 'scopes' | 'examples' | 'counterexamples' | 'body'>),
      status: 'proposed',
      applies_to: someOf(scopes),
      tests: tests.match === undefined && tests.no_match === undefined ? undefined : tests,
    },
    bodyText(body ?? []),
  );
}

/** The usual headings in their order, then all others, each with what is known. */
function bodyText(sections: readonly Section[]): string {
  const usual: readonly string[] = bodyHeadings;
  const others = sections.filter(({ heading }) => !usual.includes(heading));
  const known = usual.map((heading) => ({
    heading,
    text: sections
      .filter((one) => one.heading === heading)
      .map(({ text }) => text.trim())
      .join('\n\n'),
  }));
  return [...known, ...others]
    .map(({ heading, text }) => `\n## ${heading}\n${text.trim() === '' ? '' : `\n${text.trim()}\n`}`)
    .join('');
}

/** Paths to try for a new lesson, the plainest first; the last one is free unless the id is taken too. */
export function pathsFor(draft: Pick<Draft, 'id' | 'title'>): readonly [string, string] {
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

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function someOf<T>(list: readonly T[] | undefined): readonly T[] | undefined {
  return list === undefined || list.length === 0 ? undefined : list;
}

/** A pattern for exactly this code, whatever its spacing. */
export function literalPattern(code: string): string {
  return code.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&').replace(/\s+/g, '\\s+');
}
