import { flowAt, keyAt, pastSpaces } from './plainFlow';
import {
  hasKey,
  listNode,
  mapNode,
  type PlainList,
  type PlainMap,
  type PlainNode,
  type PlainPair,
  pairOf,
} from './plainNodes';
import { scalarAt } from './plainScalar';

/**
 * Reads the YAML that nearly every lesson file is written in: keys and lists by indentation, or on one line in
 * brackets, texts that are plain or quoted on one line, comments. It is many times quicker than reading all of YAML.
 * `undefined` for everything else, and wherever YAML might think otherwise or complain: then it is for `readYaml`.
 * Nodes are those of the library, without what only a rewriting asks for; of `range`, start and end of the value count.
 */
export function readPlainYaml(source: string): PlainMap | undefined {
  // A tab may be indentation, which it must not, and a mark within the text is no letter.
  return /[\t\uFEFF]/.test(source) ? undefined : new BlockReader(source).read();
}

/** Columns of no content. */
const [nothingLeft, uncertain] = [-1, -2];

class BlockReader {
  readonly #text: string;
  /** The next piece of content, and its column. */
  #at = 0;
  #column: number = nothingLeft;
  /** Where the last line that has content ends, with its line break. */
  #end = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): PlainMap | undefined {
    this.#findContent(0);
    const map = this.#column === 0 ? this.#map(0) : undefined;
    return this.#column === nothingLeft ? map : undefined;
  }

  #map(column: number): PlainMap | undefined {
    const start = this.#at;
    const pairs: PlainPair[] = [];
    do {
      const key = keyAt(this.#text, this.#at);
      const value = key && this.#value(key.range[1] + 1, column);
      if (key === undefined || value === undefined || hasKey(pairs, key)) {
        return undefined;
      }
      pairs.push(pairOf(key, value));
    } while (this.#column === column);
    // What is indented further goes on with the value, or is a mistake.
    return this.#column > column ? undefined : mapNode(pairs, start, this.#end);
  }

  /** The value of a key, from its colon on. */
  #value(colonEnd: number, column: number): PlainNode | undefined {
    const at = pastSpaces(this.#text, colonEnd);
    if (!this.#isLineOver(at)) {
      return this.#valueOnLine(at);
    }
    this.#findContent(this.#lineEnd(at));
    if (this.#column >= column && this.#isItem()) {
      return this.#list(this.#column);
    }
    return this.#column > column ? this.#map(this.#column) : undefined;
  }

  #list(column: number): PlainList | undefined {
    const start = this.#at;
    const items: PlainNode[] = [];
    do {
      const item = this.#item(column);
      if (item === undefined) {
        return undefined;
      }
      items.push(item);
    } while (this.#column === column && this.#isItem());
    return this.#column > column ? undefined : listNode(items, start, this.#end);
  }

  #item(column: number): PlainNode | undefined {
    const at = pastSpaces(this.#text, this.#at + 1);
    if (keyAt(this.#text, at) === undefined) {
      return this.#isLineOver(at) ? undefined : this.#valueOnLine(at);
    }
    this.#column = column + at - this.#at;
    this.#at = at;
    return this.#map(this.#column);
  }

  #valueOnLine(at: number): PlainNode | undefined {
    const sign = this.#text[at];
    const value = sign === '[' || sign === '{' ? flowAt(this.#text, at) : scalarAt(this.#text, at, false);
    if (value === undefined) {
      return undefined;
    }
    const after = pastSpaces(this.#text, value.range[1]);
    const isWhole = this.#isLineOver(after) && (this.#text[after] !== '#' || after > value.range[1]);
    this.#findContent(this.#lineEnd(after));
    return isWhole ? value : undefined;
  }

  #isItem(): boolean {
    return this.#text[this.#at] === '-' && this.#text[this.#at + 1] === ' ';
  }

  #isLineOver(at: number): boolean {
    return at >= this.#text.length || this.#text[at] === '\n' || this.#text[at] === '#';
  }

  #lineEnd(at: number): number {
    const end = this.#text.indexOf('\n', at);
    return end === -1 ? this.#text.length : end + 1;
  }

  /** Goes on from the beginning of a line, over blank lines and comments. */
  #findContent(lineStart: number): void {
    this.#end = lineStart;
    let [deepestComment, start] = [0, lineStart];
    this.#column = nothingLeft;
    for (; start < this.#text.length && this.#column === nothingLeft; start = this.#lineEnd(start)) {
      const at = pastSpaces(this.#text, start);
      if (this.#text[at] === '#') {
        deepestComment = Math.max(deepestComment, at - start);
      } else if (at < this.#text.length && this.#text[at] !== '\n') {
        [this.#at, this.#column] = [at, at - start];
      }
    }
    // The library counts some comments that are indented further than what follows to what is above them.
    if (deepestComment > Math.max(this.#column, 0)) {
      this.#column = uncertain;
    }
  }
}
