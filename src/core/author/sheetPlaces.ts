import type { SheetKind } from '../lesson/keyPath';
import type { SourceText } from '../text';
import type { SheetPlace } from './place';
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
export function sheetPlaces(sheet: Sheet, offset: number): readonly SheetPlace[] {
  const cursor = offset - sheet.start;
  const sketch = sketchOf(sheet.text.value.slice(sheet.start, sheet.end), cursor);
  if (sketch === undefined) {
    return [];
  }
  const { source } = sketch;
  for (const trials of trialsAt(source, cursor)) {
    const readings = trials.flatMap((trial) => readingOf(sketch, cursor, trial) ?? []);
    if (readings.length > 0) {
      return readings
        .flatMap((reading, level) => placesOf(reading, { ...sheet, source, cursor, isAside: level > 0 }))
        .filter((place, at, all) => all.findIndex((other) => isSame(place, other)) === at);
    }
  }
  return [];
}

/** One entry can be read with more blanks and with fewer; the first reading is the likelier one. */
function isSame(a: SheetPlace, b: SheetPlace): boolean {
  const isEntry = ({ lead }: SheetPlace) => lead.endsWith('- ');
  return a.kind === b.kind && a.path.join('.') === b.path.join('.') && isEntry(a) === isEntry(b);
}
