import type { Lesson, Reference } from './lesson';
import { type FrontMatter, lessonDefaults } from './vocabulary';

/** What of a lesson does not follow from the values in its front matter. */
export type Surroundings = Pick<Lesson, 'path' | 'ranges' | 'relations' | 'scopes' | 'body'>;

/** The lesson that a front matter makes, with the defaults filled in; none without an id or a title. */
export function assembleLesson(
  frontMatter: FrontMatter,
  { path, ranges, relations, scopes, body }: Surroundings,
): Lesson | undefined {
  const { id, title } = frontMatter;
  if (id === undefined || title === undefined) {
    return undefined;
  }
  // Written out: in Node 20 an object that begins with a spread gets a hidden class of its own, and thousands are slow.
  return {
    path,
    id,
    title,
    advice: frontMatter.advice ?? title,
    status: frontMatter.status ?? lessonDefaults.status,
    severity: frontMatter.severity ?? lessonDefaults.severity,
    confidence: frontMatter.confidence ?? lessonDefaults.confidence,
    level: frontMatter.level,
    references: referencesOf(frontMatter),
    ranges,
    relations,
    scopes,
    frontMatter,
    body,
  };
}

function referencesOf({ references = [] }: FrontMatter): readonly Reference[] {
  return references.flatMap(({ type, url }) => (url === undefined ? [] : [{ type, url }]));
}
