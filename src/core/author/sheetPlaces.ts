import type { SheetKind } from '../lesson/keyPath';
import type { SourceText } from '../text';
import type { Place } from './place';
import { readingOf } from './reading';
import { placesOf } from './readingPlaces';
import { sketchOf } from './sketch';
import { trialsAt } from './trials';

/** The YAML around a cursor: a stretch of the text. */
export interface Sheet {
  readonly text: SourceText;
  readonly kind: SheetKind;
  readonly start: number;
  readonly end: number;
}

/** What may be written at an offset of the text that lies in the sheet. */
export function sheetPlaces(sheet: Sheet, offset: number): readonly Place[] {
  const cursor = offset - sheet.start;
  const sketch = sketchOf(sheet.text.value.slice(sheet.start, sheet.end), cursor);
  if (sketch === undefined) {
    return [];
  }
  const { source } = sketch;
  for (const trials of trialsAt(source, cursor)) {
    const places = trials
      .flatMap((trial) => readingOf(sketch, cursor, trial) ?? [])
      .flatMap((reading) => placesOf(reading, { ...sheet, source, cursor }));
    if (places.length > 0) {
      return places.filter((place, at) => places.findIndex((other) => isSame(place, other)) === at);
    }
  }
  return [];
}

/** An entry can be read with a dash and without; the first reading is the likelier one. */
function isSame(a: Place, b: Place): boolean {
  const way = (place: Place) => ('path' in place ? place.path.join('.') : '');
  return a.kind === b.kind && way(a) === way(b);
}
