import type { Lesson } from '../lesson/lesson';
import { harmlessLine } from './harmlessText';

/** The file into which a link is written. */
export interface LinkPlace {
  readonly isMarkdown: boolean;
  /** Relative to the folder that holds the lesson's `.lessons`; `undefined` for a file that lies elsewhere. */
  readonly path?: string;
}

/** Names a lesson in a file: a link where there can be one, else its id and title. */
export function lessonLink({ id, title, path }: Lesson, place: LinkPlace): string {
  const line = harmlessLine(title);
  return place.isMarkdown && place.path !== undefined
    ? `[${id}: ${line.replace(/[\\`*_[\]<>]/g, '\\$&')}](${relativeLink(place.path, path)})`
    : `${id} ${line}`;
}

/** The way from one file to another, both below the same folder, as Markdown takes it without brackets. */
function relativeLink(from: string, to: string): string {
  const source = from.split('/').slice(0, -1);
  const target = to.split('/');
  const differing = source.findIndex((name, at) => name !== target[at]);
  const common = differing === -1 ? source.length : differing;
  return [...source.slice(common).map(() => '..'), ...target.slice(common)]
    .map((name) => encodeURIComponent(name).replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29')))
    .join('/');
}
