import Fuse from 'fuse.js';
import type { Lesson } from '../lesson/lesson';
import type { Library } from './library';

/** What a person who writes an id, or part of one, may mean. */
export type Lookup =
  | { readonly kind: 'found'; readonly lesson: Lesson }
  /** The beginning of several ids. */
  | { readonly kind: 'ambiguous'; readonly lessons: readonly Lesson[] }
  | { readonly kind: 'unknown'; readonly nearest: readonly Lesson[] };

const mostNearest = 3;

/**
 * Finds a lesson by its id or by how the id begins, with or without `LSN-`, in capitals or not. Where there is none, the
 * lessons whose id or title is nearest to what was written.
 */
export function lookUp(written: string, { lessons, byId }: Pick<Library, 'lessons' | 'byId'>): Lookup {
  const id = written.trim().toUpperCase();
  const exact = byId.get(id) ?? byId.get(`LSN-${id}`);
  const begun = lessons.filter((lesson) => lesson.id.startsWith(id) || lesson.id.startsWith(`LSN-${id}`));
  const lesson = exact ?? (begun.length === 1 ? begun[0] : undefined);
  if (lesson !== undefined) {
    return { kind: 'found', lesson };
  }
  if (begun.length > 0) {
    return { kind: 'ambiguous', lessons: begun };
  }
  const fuse = new Fuse(lessons, { keys: ['id', 'title'], threshold: 0.4, ignoreLocation: true });
  return { kind: 'unknown', nearest: fuse.search(written, { limit: mostNearest }).map(({ item }) => item) };
}
