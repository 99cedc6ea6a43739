import { grouped } from '../grouped';
import { type Area, commonArea } from './area';

/** Something with the folder that it is about. */
export interface Placed<T> {
  readonly area: Area;
  readonly item: T;
}

export interface AreaGroup<T> {
  readonly area: Area;
  readonly items: readonly T[];
}

/** As many are looked through at a glance; an area with more is told apart by the folders in it. */
const mostAtOnce = 20;

/** Folders with fewer than this on average tell nothing that their lessons do not. */
const leastInFolder = 3;

/**
 * Items by folder, as deep as it takes and no deeper: a folder with many items is split into those below it, and folders
 * that hold nothing but one folder are skipped. Sorted by path; items keep their order.
 */
export function groupedByArea<T>(placed: readonly Placed<T>[]): AreaGroup<T>[] {
  const byFirst = grouped(placed, ({ area }) => area[0] ?? '');
  return [...byFirst]
    .flatMap(([first, inside]) => split(first === '' ? [] : [first], inside))
    .sort((a, b) => compareAreas(a.area, b.area));
}

/** @param area what all of the items' areas begin with */
function split<T>(area: Area, placed: readonly Placed<T>[]): AreaGroup<T>[] {
  const whole = [{ area, items: placed.map(({ item }) => item) }];
  const shared = area.length === 0 ? area : commonArea(placed.map((one) => one.area));
  const parts = grouped(placed, (one) => one.area[shared.length] ?? '');
  const isWorthIt =
    placed.length > mostAtOnce && parts.size > 1 && placed.length >= parts.size * leastInFolder;
  if (area.length === 0 || !isWorthIt) {
    return whole;
  }
  return [...parts].flatMap(([segment, inside]) =>
    segment === ''
      ? [{ area: shared, items: inside.map(({ item }) => item) }]
      : split([...shared, segment], inside),
  );
}

function compareAreas(a: Area, b: Area): number {
  const [left, right] = [a.join('/'), b.join('/')];
  return left < right ? -1 : Number(left > right);
}
