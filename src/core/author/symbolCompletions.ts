import { escape as escapeGlob } from 'minimatch';
import type { AuthorContext, Completion } from './completion';
import type { ValuePlace } from './place';
import { valueEntry } from './valueEntry';

/** The symbols of the files that are named beside, each by the shortest name that means it alone. */
export async function symbolCompletions(
  place: ValuePlace,
  { workspace }: AuthorContext,
): Promise<readonly Completion[]> {
  const paths = place.given.get('path')?.map((path) => escapeGlob(path)) ?? place.given.get('paths') ?? [];
  const names = [...new Set(await workspace.symbolsIn(paths))];
  const shortest = shortestNames(names);
  return names.flatMap((name) => {
    const short = shortest.get(name) ?? name;
    const entry = valueEntry(place, 'symbol', short);
    return place.others.includes(short) || place.others.includes(name)
      ? []
      : [{ ...entry, description: short === name ? undefined : name, filter: `${entry.filter} ${name}` }];
  });
}

/** By each dotted name, its shortest end that is no other's end; itself where there is none. */
export function shortestNames(names: readonly string[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const end of names.flatMap(endsOf)) {
    counts.set(end, (counts.get(end) ?? 0) + 1);
  }
  return new Map(names.map((name) => [name, endsOf(name).find((end) => counts.get(end) === 1) ?? name]));
}

/** `b.c` of `a.b.c`, the shortest first. */
function endsOf(name: string): readonly string[] {
  const segments = name.split('.');
  return segments.map((_, at) => segments.slice(segments.length - 1 - at).join('.'));
}
