import { hasLength } from '../../lesson/textLength';
import { vocabulary } from '../../lesson/vocabulary';
import { plainLetters } from './json';
import { impersonal } from './plainMarkdown';

/** A title for a lesson, and the whole of it where it is longer than a lesson's may be. */
export interface ImportedTitle {
  readonly title: string;
  readonly whole?: string;
}

const { min, max } = vocabulary.title;

/** @param name what the lesson is known by, for a title that says too little */
export function titleFrom(said: string, name: string): ImportedTitle {
  const line = impersonal(oneLine(said));
  const known = oneLine(name).slice(0, 40);
  const title = hasLength(line, { min }) ? line : oneLine(`${known}: ${line}`);
  if (hasLength(title, vocabulary.title)) {
    return { title };
  }
  return hasLength(title, { min })
    ? { title: cut(title, max), whole: title }
    : { title: `Lesson of ${known}` };
}

/** A sentence that is short enough for `advice`; none where there is no such one at the beginning. */
export function adviceFrom(said: string): string | undefined {
  const line = impersonal(oneLine(said));
  const sentence = /^.{10,}?[.!](?= |$)/u.exec(line)?.[0] ?? line;
  return hasLength(sentence, vocabulary.advice) ? sentence : undefined;
}

/** At a word's end where there is one not far off. */
function cut(line: string, longest: number): string {
  const letters = [...line].slice(0, longest - 1).join('');
  return `${letters.replace(/(?<=^.{40,})\s\S{0,30}$/su, '').trimEnd()}…`;
}

function oneLine(text: string): string {
  return plainLetters(text.slice(0, 5000)).replace(/\s+/g, ' ').trim();
}
