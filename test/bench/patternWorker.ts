// What one core does for the bench of patterns: takes files from a list that all workers share.

import { closeSync, openSync, readSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { compilePattern } from '../../src/core/lesson/pattern';
import { PatternSet } from '../../src/core/library/patterns/patternSet';
import { atOnce } from '../../src/core/pieces';
import { SourceText } from '../../src/core/text';

/** What a worker is told; `next` is shared by all. */
export interface Share {
  readonly files: readonly string[];
  readonly patterns: readonly string[];
  readonly next: Int32Array;
}

/** Reads files into memory that it uses again. */
export class FileReader {
  #memory = Buffer.allocUnsafe(1 << 20);

  read(path: string): Buffer {
    const file = openSync(path, 'r');
    try {
      let length = 0;
      for (;;) {
        const count = readSync(file, this.#memory, length, this.#memory.length - length, null);
        length += count;
        if (count === 0 || length < this.#memory.length) {
          return this.#memory.subarray(0, length);
        }
        this.#memory = Buffer.concat([this.#memory, Buffer.allocUnsafe(length)]);
      }
    } finally {
      closeSync(file);
    }
  }
}

export function countHits({ files, patterns, next }: Share): number {
  const set = new PatternSet(patterns.map((pattern) => compilePattern(pattern)));
  const reader = new FileReader();
  let count = 0;
  for (let index = Atomics.add(next, 0, 1); index < files.length; index = Atomics.add(next, 0, 1)) {
    const bytes = reader.read(files[index] ?? '');
    const scan = bytes.includes(0) ? undefined : set.scan(bytes);
    if (scan !== undefined && set.mayHit(scan)) {
      const text = new SourceText(bytes.toString('utf8')).value;
      for (const hits of atOnce(set.hits(text, Number.POSITIVE_INFINITY, undefined, scan)).values()) {
        count += hits.length;
      }
    }
  }
  return count;
}

if (parentPort !== null && workerData !== null) {
  parentPort.postMessage(countHits(workerData));
}
