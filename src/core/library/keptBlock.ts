import { joinedBytes } from '../joinedBytes';
import { EncodedText } from '../lazyText';
import { type KeptLesson, restoredLesson } from '../lesson/keptLesson';
import { KeptPlaces } from '../lesson/keptPlaces';
import type { ParsedLesson } from '../lesson/parse';

/** A lesson as it is kept, with its text. */
export interface KeptEntry {
  readonly path: string;
  readonly text: string;
  /** The end of the text that is Markdown. */
  readonly body: string;
  readonly kept: KeptLesson;
  readonly places: readonly number[];
}

/** A lesson as it comes back. */
export interface RestoredEntry {
  readonly text: EncodedText;
  readonly parsed: ParsedLesson;
}

/** What of a block is JSON. */
interface Heading {
  readonly paths: readonly string[];
  /** Where each text ends among the bytes of all texts, and where its Markdown begins. */
  readonly ends: readonly number[];
  readonly bodies: readonly number[];
  readonly kept: readonly KeptLesson[];
}

const wordSize = Int32Array.BYTES_PER_ELEMENT;

/**
 * Several lessons as bytes: three lengths in bytes, then a heading as JSON, the ranges as numbers, and the texts. Neither
 * ranges nor texts become objects when they are read. The machine that writes reads, so the order of bytes is its own.
 */
export function blockOf(entries: readonly KeptEntry[]): Uint8Array {
  const encoder = new TextEncoder();
  const texts = entries.map(({ text }) => encoder.encode(text));
  let end = 0;
  const ends = texts.map(({ length }) => {
    end += length;
    return end;
  });
  const heading: Heading = {
    paths: entries.map(({ path }) => path),
    ends,
    bodies: entries.map(({ body }, index) => (ends[index] ?? 0) - encoder.encode(body).length),
    kept: entries.map(({ kept }) => kept),
  };
  const parts = [
    encoder.encode(JSON.stringify(heading)),
    bytesOf(entries.flatMap(({ places }) => places)),
    joinedBytes(texts),
  ];
  return joinedBytes([bytesOf(parts.map(({ length }) => length)), ...parts]);
}

/** The lessons of the blocks, which stand one behind another. Other bytes than `blockOf` made must not come here. */
export function* blocksIn(bytes: Uint8Array): Generator<Block> {
  for (let at = 0; at < bytes.length; ) {
    const start = at + 3 * wordSize;
    const [heading = 0, places = 0, texts = 0] = numbersIn(bytes, at, start);
    const [placesAt, textsAt] = [start + heading, start + heading + places];
    at = textsAt + texts;
    yield new Block(
      JSON.parse(new TextDecoder().decode(bytes.subarray(start, placesAt))),
      numbersIn(bytes, placesAt, textsAt),
      new Uint8Array(bytes.subarray(textsAt, at)),
    );
  }
}

/** A block that was read; its lessons are made one by one. */
export class Block {
  readonly #heading: Heading;
  readonly #places: KeptPlaces;
  readonly #texts: Uint8Array;

  constructor(heading: Heading, places: Int32Array, texts: Uint8Array) {
    this.#heading = heading;
    this.#places = new KeptPlaces(places, 0);
    this.#texts = texts;
  }

  *entries(): Generator<RestoredEntry> {
    const { paths, ends, bodies, kept } = this.#heading;
    let start = 0;
    for (const [index, path] of paths.entries()) {
      const end = ends[index] ?? 0;
      const body = new EncodedText(this.#texts, bodies[index] ?? end, end);
      const lesson = kept[index];
      if (lesson !== undefined) {
        yield {
          text: new EncodedText(this.#texts, start, end),
          parsed: restoredLesson(path, body, lesson, this.#places),
        };
      }
      start = end;
    }
  }
}

function bytesOf(numbers: readonly number[]): Uint8Array {
  return new Uint8Array(Int32Array.from(numbers).buffer);
}

/** Copied, as numbers may only be read where a multiple of their size begins. */
function numbersIn(bytes: Uint8Array, start: number, end: number): Int32Array {
  return new Int32Array(new Uint8Array(bytes.subarray(start, end)).buffer);
}
