import type { Lesson } from '../lesson/lesson';
import { harmlessLine } from './harmlessText';

/** Where a link is written. */
export interface LinkPlace {
  readonly isMarkdown: boolean;
  /** The file there and the lesson's file, relative to a folder around both; `undefined` where there is none. */
  readonly way?: { readonly from: string; readonly to: string };
}

/** Names a lesson in a file: a link where there can be one, else its id and title. */
export function lessonLink({ id, title }: Lesson, { isMarkdown, way }: LinkPlace): string {
  const line = harmlessLine(title);
  return isMarkdown && way !== undefined
    ? `[${id}: ${line.replace(/[\\`*_[\]<>]/g, '\\$&')}](${relativeLink(way)})`
    : `${id} ${line}`;
}

/** As Markdown takes it without brackets. */
function relativeLink({ from, to }: NonNullable<LinkPlace['way']>): string {
  const source = from.split('/').slice(0, -1);
  const target = to.split('/');
  const differing = source.findIndex((name, at) => name !== target[at]);
  const common = differing === -1 ? source.length : differing;
  return [...source.slice(common).map(() => '..'), ...target.slice(common)]
    .map((name) => encodeURIComponent(name).replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29')))
    .join('/');
}
