import type { Lesson, Scope } from '../lesson/lesson';
import { type Data, isSameData } from './data';
import type { Change } from './rewrite';

/** What puts a scope in place of another of a lesson, without touching what both say. */
export function scopeChanges(
  { scopes }: Pick<Lesson, 'scopes'>,
  index: number,
  scope: Scope,
): readonly Change[] {
  const before = scopes.find((one) => one.index === index)?.scope ?? {};
  const entry = { list: 'applies_to', index };
  const changed = Object.entries(scope).filter(
    ([key, value]) => !isSameData(value, before[key as keyof Scope]),
  );
  const gone = Object.keys(before).filter((key) => !(key in scope));
  return [
    ...changed.map(([key, value]): Change => ({ kind: 'set', key, value: value as Data, entry })),
    // Last, as a record without any key would be none.
    ...gone.map((key): Change => ({ kind: 'remove', key, entry })),
  ];
}
