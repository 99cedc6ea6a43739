import type { Lesson, Scope } from '../lesson/lesson';
import type { Data } from './data';
import type { Change } from './rewrite';

/** What puts a scope in place of another, without touching what both say. */
export function scopeChanges(
  { frontMatter: { applies_to: scopes = [] } }: Pick<Lesson, 'frontMatter'>,
  index: number,
  scope: Scope,
): readonly Change[] {
  const before = scopes[index] ?? {};
  const isGone = Object.keys(before).some((key) => !(key in scope));
  if (isGone) {
    // Keys are set one by one, but not taken out.
    const value = scopes.map((one, at) => (at === index ? scope : one));
    return [{ kind: 'set', key: 'applies_to', value: value as Data }];
  }
  const entry = { list: 'applies_to', index };
  const changed = Object.entries(scope).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof Scope]),
  );
  return changed.map(([key, value]) => ({ kind: 'set', key, value: value as Data, entry }));
}
