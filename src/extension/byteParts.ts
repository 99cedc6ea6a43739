import { joinedBytes } from '../core/joinedBytes';

/**
 * Puts parts together, and gives others a turn in between, as making a part takes time. `undefined` where they grow
 * larger than allowed.
 */
export async function bytesOfParts(
  parts: Iterable<Uint8Array>,
  largest: number,
  turn: () => Promise<void>,
): Promise<Uint8Array | undefined> {
  const made: Uint8Array[] = [];
  let size = 0;
  for (const part of parts) {
    made.push(part);
    size += part.length;
    if (size > largest) {
      return undefined;
    }
    await turn();
  }
  return joinedBytes(made);
}
