import type { Range } from '../text';

/** A range as four numbers, for where there are very many of them. */
export type Place = readonly [line: number, character: number, endLine: number, endCharacter: number];

export function placeOf({ start, end }: Range): Place {
  return [start.line, start.character, end.line, end.character];
}

export function rangeOf([line, character, endLine, endCharacter]: Place): Range {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}

export function isPlace(value: unknown): value is Place {
  return (
    Array.isArray(value) && value.length === 4 && value.every((part) => Number.isInteger(part) && part >= 0)
  );
}

export function arePlaces(value: unknown): value is readonly Place[] {
  return Array.isArray(value) && value.every(isPlace);
}
