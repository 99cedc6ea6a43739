import { compileGlob, globOfPath } from '../lesson/glob';
import type { IndexedScope, Lesson } from '../lesson/lesson';
import type { Change } from './rewrite';

/** Where in a lesson a file's path can go. */
export type PathPlace =
  /** Among the paths of this scope. A scope without any is none: with a path it would apply in fewer places. */
  | { readonly kind: 'scope'; readonly scope: IndexedScope }
  /** In a scope of its own: the whole file, whatever is in it. */
  | { readonly kind: 'new' };

/** A file or folder by its path, relative and with `/`. */
export interface AddedFile {
  readonly path: string;
  readonly isFolder: boolean;
}

/** What adding files to a lesson takes. */
export interface Addition {
  /** The files that no scope names yet. */
  readonly files: readonly AddedFile[];
  /** Where they can go; what else a scope asks of a file is not looked at. */
  readonly places: readonly PathPlace[];
}

export function additionOf({ scopes }: Pick<Lesson, 'scopes'>, added: readonly AddedFile[]): Addition {
  const isNamed = (file: AddedFile) =>
    scopes.some(({ scope }) => letsIn(scope.paths, file) && !letsIn(scope.exclude, file));
  const files = added.filter((file) => !isNamed(file));
  const places = scopes
    .filter(({ scope }) => scope.paths !== undefined && !files.some((file) => letsIn(scope.exclude, file)))
    .map((scope): PathPlace => ({ kind: 'scope', scope }));
  const isOnlyOne = scopes.length === 1 && places.length === 1;
  return { files, places: isOnlyOne ? places : [...places, { kind: 'new' }] };
}

/** Adds files to a lesson. */
export function addedPaths(place: PathPlace, files: readonly AddedFile[]): readonly Change[] {
  const globs = files.map(globOf);
  if (place.kind === 'new') {
    return [{ kind: 'append', key: 'applies_to', value: { paths: globs } }];
  }
  const entry = { list: 'applies_to', index: place.scope.index };
  return globs.map((value) => ({ kind: 'append', key: 'paths', value, entry }));
}

function globOf({ path, isFolder }: AddedFile): string {
  return `${globOfPath(path)}${isFolder ? '/' : ''}`;
}

function letsIn(globs: readonly string[] | undefined, file: AddedFile): boolean {
  return (globs ?? []).some(
    (glob) => glob === globOf(file) || (!file.isFolder && compileGlob(glob)(file.path)),
  );
}
