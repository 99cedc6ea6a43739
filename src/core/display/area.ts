import { meansBaseName } from '../lesson/glob';
import type { Lesson } from '../lesson/lesson';

/** A folder by its segments; none for the folder that holds `.lessons`, which means anywhere. */
export type Area = readonly string[];

/**
 * The smallest folder that holds everything a lesson's paths name; where it names none, everything that it gives as
 * evidence.
 */
export function areaOf({ scopes, frontMatter }: Pick<Lesson, 'scopes' | 'frontMatter'>): Area {
  const globs = scopes.flatMap(({ scope }) => scope.paths ?? []);
  const evidence = (frontMatter.evidence ?? []).flatMap(({ path }) => (path === undefined ? [] : [path]));
  return commonArea(globs.length > 0 ? globs.map(folderOfGlob) : evidence.map(parentOf));
}

/** The segments that all areas begin with. */
export function commonArea(areas: readonly Area[]): Area {
  const [first = [], ...others] = areas;
  const differs = first.findIndex((segment, at) => others.some((other) => other[at] !== segment));
  return differs === -1 ? first : first.slice(0, differs);
}

/** What a glob begins with, up to the first sign that may mean several things. */
const literalHead = /^(?:[^*?[{(\\]|\\.)*/;

function folderOfGlob(glob: string): Area {
  if (meansBaseName(glob)) {
    return [];
  }
  const [head = ''] = literalHead.exec(glob) ?? [];
  return parentOf(head.includes('\\') ? head.replace(/\\(.)/g, '$1') : head);
}

function parentOf(path: string): Area {
  return path.split('/').slice(0, -1);
}
