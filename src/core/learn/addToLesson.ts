import type { Data } from '../edit/data';
import { isSameData } from '../edit/data';
import { type Change, rewrite } from '../edit/rewrite';
import { pageOf } from '../lesson/link';
import { parseLessonText } from '../lesson/parse';
import type { FrontMatter } from '../lesson/vocabulary';
import type { SourceText } from '../text';
import type { Draft } from './draft';

/**
 * The text of a lesson with what a draft knows besides: where else it applies, its examples, references, aliases and
 * evidence. Title, advice and all that the lesson says stay. `undefined` where it cannot be made so, or is broken.
 */
export function addToLesson(text: SourceText, draft: Draft): SourceText | undefined {
  const { lesson } = parseLessonText('', text);
  return lesson && rewrite(text, additionsOf(lesson.frontMatter, draft));
}

/** What a draft says that a lesson does not; none where it knows nothing new. */
export function additionsOf(known: FrontMatter, draft: Draft): readonly Change[] {
  return [
    ...appended('applies_to', known.applies_to, draft.scopes),
    ...testChanges(known.tests ?? {}, draft),
    ...appended('references', known.references, draft.references, isSamePage),
    ...appended('aliases', known.aliases, draft.aliases, isSameWord),
    ...appended('cwe', known.cwe, draft.cwe, isSameWord),
    ...appended('evidence', known.evidence, draft.evidence),
  ];
}

function appended<T>(
  key: keyof FrontMatter,
  known: readonly T[] = [],
  added: readonly T[] = [],
  isSame: (a: T, b: T) => boolean = isSameData,
): Change[] {
  return added
    .filter((one) => !known.some((other) => isSame(one, other)))
    .map((value) => ({ kind: 'append', key, value: value as Data }));
}

/** Examples stand one level deeper than lists that can be added to one by one. */
function testChanges(known: NonNullable<FrontMatter['tests']>, draft: Draft): Change[] {
  const match = [...new Set([...(known.match ?? []), ...(draft.examples ?? [])])];
  const noMatch = [...new Set([...(known.no_match ?? []), ...(draft.counterexamples ?? [])])];
  const isMore = match.length > (known.match ?? []).length || noMatch.length > (known.no_match ?? []).length;
  const value = {
    ...(match.length > 0 && { match }),
    ...(noMatch.length > 0 && { no_match: noMatch }),
  };
  return isMore ? [{ kind: 'set', key: 'tests', value }] : [];
}

type Reference = NonNullable<FrontMatter['references']>[number];

function isSamePage(a: Reference, b: Reference): boolean {
  return pageOf(a.url ?? '') === pageOf(b.url ?? '');
}

function isSameWord(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
