import { comparePositions, type Position } from '../text';

export type Direction = 'next' | 'previous';

/** The nearest place before or behind a position; beyond the last one it goes on at the other end of the text. */
export function neighbour(
  places: readonly Position[],
  from: Position,
  direction: Direction,
): Position | undefined {
  const inOrder = [...places].sort(comparePositions);
  return direction === 'next'
    ? (inOrder.find((place) => comparePositions(place, from) > 0) ?? inOrder[0])
    : (inOrder.findLast((place) => comparePositions(place, from) < 0) ?? inOrder.at(-1));
}
