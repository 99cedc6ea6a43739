import type { Lesson, Scope } from '../core/lesson/lesson';
import type { Library } from '../core/library/library';
import { harmlessLine } from '../core/present/harmlessText';
import { type FullLessonRecord, fullLessonRecord } from '../core/present/lessonRecord';
import { aligned } from './phrases';

/** What stands to the left of a line, and the line. */
type Row = readonly [label: string, said: string];

/** A whole lesson for a person at a terminal. */
export function lessonText(lesson: Lesson, library: Library): string {
  const record = fullLessonRecord(lesson, library);
  const rows = [
    ...factRows(record),
    ...(lesson.frontMatter.applies_to?.flatMap((scope, index) => scopeRows(scope, index, lesson)) ?? []),
    ...rowsOf(
      'references',
      record.references.map(({ type, url }) => [type, url].filter(Boolean).join(' ')),
    ),
    ...relationRows(record),
  ];
  const advice = record.advice === record.title ? '' : `\n${harmlessLine(record.advice)}\n`;
  const body = record.body.trim();
  return `${record.id}  ${harmlessLine(record.title)}\n${advice}\n${aligned(rows)}${body && `\n${body}\n`}`;
}

function factRows(record: FullLessonRecord): readonly Row[] {
  const { frontMatter, missing, problems, status } = record;
  const { withdrawn, controls = [], cwe = [], aliases = [] } = frontMatter;
  const dated = (label: string, day: string | null | undefined) => rowsOf(label, day ? [day] : []);
  return [
    ...rowsOf('status', [withdrawn === undefined ? status : `${status}, withdrawn on ${withdrawn}`]),
    ...rowsOf(
      'needs',
      status === 'proposed' && missing.length > 0 ? [`${missing.join(', ')}, to be accepted`] : [],
    ),
    ...rowsOf('severity', [record.severity]),
    ...rowsOf('confidence', [record.confidence]),
    ...rowsOf('level', record.level === null ? [] : [`${record.level} at most`]),
    ...dated('occurred', record.occurred),
    ...dated('created', record.created),
    ...dated('review due', record.reviewDue),
    ...rowsOf('kind', frontMatter.kind === undefined ? [] : [frontMatter.kind]),
    ...rowsOf('origin', frontMatter.origin === undefined ? [] : [frontMatter.origin]),
    ...listRow('factors', record.factors),
    ...listRow('tags', record.tags),
    ...listRow('owners', record.owners),
    ...listRow('cwe', cwe),
    ...listRow('aliases', aliases),
    ...rowsOf(
      'controls',
      controls.map((control) => Object.values(control).join(', ')),
    ),
    ...rowsOf('file', [record.path]),
    ...rowsOf(
      'problems',
      problems.map(({ code, message }) => `${code}: ${message}`),
    ),
  ];
}

/** All keys of a scope hold together; a lesson applies where one scope or another holds. */
function scopeRows(scope: Scope, index: number, { scopes }: Lesson): readonly Row[] {
  const keys = Object.entries(scope).map(([key, value]) => `${key}: ${valueText(value)}`);
  const isWhole = scopes.some((known) => known.scope === scope);
  return rowsOf(
    index === 0 ? 'applies to' : 'or to',
    isWhole ? keys : [...keys, '(matches nothing, see lessons lint)'],
  );
}

function valueText(value: unknown): string {
  return Array.isArray(value)
    ? value.map(valueText).join(', ')
    : typeof value === 'string'
      ? value
      : JSON.stringify(value);
}

function relationRows({ relations }: FullLessonRecord): readonly Row[] {
  const rows = (label: string, key: keyof typeof relations) =>
    rowsOf(
      label,
      relations[key].map(({ id, title }) => `${id}  ${title ?? '(no lesson here)'}`),
    );
  return [
    ...rows('superseded by', 'supersededBy'),
    ...rows('supersedes', 'supersedes'),
    ...rows('generalized by', 'generalizedBy'),
    ...rows('generalizes', 'generalizes'),
    ...rows('related', 'related'),
  ];
}

function listRow(label: string, words: readonly string[]): readonly Row[] {
  return rowsOf(label, words.length === 0 ? [] : [words.join(', ')]);
}

/** The label stands at the first line alone. */
function rowsOf(label: string, lines: readonly string[]): readonly Row[] {
  return lines.map((line, index) => [index === 0 ? label : '', harmlessLine(line)]);
}
