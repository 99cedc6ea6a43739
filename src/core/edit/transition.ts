import type { AcceptanceKey } from '../lesson/acceptance';
import { addMonths } from '../lesson/calendar';
import { findFrontMatter } from '../lesson/frontMatterBlock';
import type { Lesson } from '../lesson/lesson';
import type { Policy } from '../lesson/policy';
import { SourceText } from '../text';
import type { Data } from './data';
import type { Change } from './rewrite';

/** What an author answered for the keys that a lesson lacked. */
export type Answers = Readonly<Partial<Record<AcceptanceKey, Data>>>;

/** Accepts a lesson; from then on it is looked at again after the time that the policy gives its severity. */
export function acceptance(
  { frontMatter, severity }: Pick<Lesson, 'frontMatter' | 'severity'>,
  answers: Answers,
  { reviewMonths }: Policy,
  today: string,
): readonly Change[] {
  const answered = Object.entries(answers).map(([key, value]): Change => ({ kind: 'set', key, value }));
  const { review_by } = frontMatter;
  const isReviewed = review_by !== undefined && review_by > today;
  const review: Change = { kind: 'set', key: 'review_by', value: addMonths(today, reviewMonths[severity]) };
  return [...answered, ...(isReviewed ? [] : [review]), { kind: 'set', key: 'status', value: 'accepted' }];
}

/** The ways to take a lesson out of use. */
export type Retirement = 'rejected' | 'deprecated' | 'withdrawn';

export function retirement(how: Retirement, today: string): readonly Change[] {
  return how === 'withdrawn'
    ? [{ kind: 'set', key: 'withdrawn', value: today }]
    : [{ kind: 'set', key: 'status', value: how }];
}

/** The older lesson names the newer one; the newer one shows it too, although it is stored once. */
export function supersession(successor: string): readonly Change[] {
  return [
    { kind: 'append', key: 'superseded_by', value: successor },
    { kind: 'set', key: 'status', value: 'superseded' },
  ];
}

const heading = '## History';

/** The text with a line at the end of its section *History*, which is made at the end where there is none. */
export function withHistory(text: SourceText, line: string): SourceText {
  const block = findFrontMatter(text);
  const bodyStart = block.kind === 'found' ? block.bodyStart : 0;
  const head = text.value.slice(0, bodyStart);
  const body = text.value.slice(bodyStart);
  const section = /^## History[ \t]*$/m.exec(body);
  if (section === null) {
    const gap = body === '' || /\n\n$|^\n$/.test(body) ? '' : body.endsWith('\n') ? '\n' : '\n\n';
    return new SourceText(`${head}${body}${body === '' ? '\n' : gap}${heading}\n\n- ${line}\n`);
  }
  const from = section.index + section[0].length;
  const next = /^#{1,2} /m.exec(body.slice(from));
  const end = next === null ? body.length : from + next.index;
  const written = body.slice(0, end).trimEnd();
  const gap = written.length === from ? '\n\n' : '\n';
  const rest = body.slice(end);
  return new SourceText(`${head}${written}${gap}- ${line}\n${rest === '' ? '' : `\n${rest}`}`);
}
