import { hasLength } from '../../lesson/textLength';
import { vocabulary } from '../../lesson/vocabulary';
import { titleFor } from '../draftTitle';
import { plainLetters } from './json';
import { impersonal } from './plainMarkdown';

/** A title for a lesson, and the whole of it where it is longer than a lesson's may be. */
export interface ImportedTitle {
  readonly title: string;
  readonly whole?: string;
}

/** @param name what the lesson is known by, for a title that says too little */
export function titleFrom(said: string, name: string): ImportedTitle {
  const line = impersonal(oneLine(said));
  const known = oneLine(name).slice(0, 40);
  const { title, rest } = titleFor(
    hasLength(line, { min: vocabulary.title.min }) ? line : oneLine(`${known}: ${line}`),
  );
  return { title, whole: rest };
}

/** A sentence that is short enough for `advice`; none where there is no such one at the beginning. */
export function adviceFrom(said: string): string | undefined {
  const line = impersonal(oneLine(said));
  const sentence = /^.{10,}?[.!](?= |$)/u.exec(line)?.[0] ?? line;
  return hasLength(sentence, vocabulary.advice) ? sentence : undefined;
}

function oneLine(text: string): string {
  return plainLetters(text.slice(0, 5000)).replace(/\s+/g, ' ').trim();
}
