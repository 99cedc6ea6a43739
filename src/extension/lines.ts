const lineFeed = 0x0a;
const linesInOneGo = 100;

/** Lines of UTF-8 text, each decoded when it is asked for. */
export function* linesIn(bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder();
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(lineFeed, start);
    const stop = end === -1 ? bytes.length : end;
    yield decoder.decode(bytes.subarray(start, stop));
    start = stop + 1;
  }
}

/**
 * Writes lines as UTF-8, and gives others a turn in between, as making a line takes time. `undefined` where they grow
 * larger than allowed.
 */
export async function bytesOfLines(
  lines: Iterable<string>,
  largest: number,
  turn: () => Promise<void>,
): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  const encoder = new TextEncoder();
  let [size, count] = [0, 0];
  for (const line of lines) {
    const part = encoder.encode(`${line}\n`);
    parts.push(part);
    size += part.length;
    count++;
    if (size > largest) {
      return undefined;
    }
    if (count % linesInOneGo === 0) {
      await turn();
    }
  }
  return joined(parts);
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
