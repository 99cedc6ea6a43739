import { createHash, hash } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

const day = 24 * 60 * 60 * 1000;
const longestUnused = 60 * day;
const longestUnfinished = day;
const largestFolder = 256 * 1024 * 1024;
/** Nothing larger is written: reading it would take longer than it saves. */
const largestFile = 64 * 1024 * 1024;

/** The first line of a file. */
interface Head {
  readonly edition: string;
  /** Of all that follows, so that damage is noticed. */
  readonly sha256: string;
}

/** A file that may be lost at any time. What it gives is what was written, whole, or nothing. */
export class CacheFile {
  readonly #file: string;
  readonly #edition: string;

  /**
   * @param subject whose file it is
   * @param edition what is written under another one is worth nothing
   */
  constructor(folder: string, subject: string, edition: string) {
    this.#file = join(folder, `${hash('sha256', subject).slice(0, 32)}.cache`);
    this.#edition = edition;
  }

  read(): string | undefined {
    let bytes: Buffer;
    try {
      bytes = readFileSync(this.#file);
      this.#keepYoung();
    } catch {
      // There is none, or it cannot be read; writing tells why.
      return undefined;
    }
    const end = bytes.indexOf('\n');
    const body = bytes.subarray(end + 1);
    const isWhole = bytes.toString('utf8', 0, Math.max(end, 0)) === this.#head(body);
    return isWhole ? body.toString('utf8') : undefined;
  }

  /** Takes the place of what was there, at once for all who read. Tells why where it cannot. */
  write(text: string): Error | undefined {
    const body = Buffer.from(text);
    if (body.length > largestFile) {
      return undefined;
    }
    const unfinished = `${this.#file}.${process.pid}`;
    try {
      mkdirSync(dirname(this.#file), { recursive: true, mode: 0o700 });
      writeFileSync(unfinished, Buffer.concat([Buffer.from(`${this.#head(body)}\n`), body]), { mode: 0o600 });
      renameSync(unfinished, this.#file);
      tidy(dirname(this.#file));
      return undefined;
    } catch (error) {
      // What is unfinished is removed in a day, where it could be begun at all.
      return error as Error;
    }
  }

  #head(body: Buffer): string {
    const head: Head = { edition: this.#edition, sha256: createHash('sha256').update(body).digest('hex') };
    return JSON.stringify(head);
  }

  /** The oldest are dropped first, and this one is of use. */
  #keepYoung(): void {
    if (Date.now() - statSync(this.#file).mtimeMs > day) {
      utimesSync(this.#file, new Date(), new Date());
    }
  }
}

/** Removes what nobody has used for long, what nobody finished, and the oldest of what is too much. */
function tidy(folder: string): void {
  const files = readdirSync(folder).flatMap((name) => {
    const file = join(folder, name);
    const { mtimeMs, size } = statSync(file, { throwIfNoEntry: false }) ?? { mtimeMs: 0, size: 0 };
    return [{ file, size, age: Date.now() - mtimeMs, isFinished: name.endsWith('.cache') }];
  });
  let total = 0;
  for (const { file, size, age, isFinished } of files.sort((a, b) => a.age - b.age)) {
    total += size;
    if (total > largestFolder || age > (isFinished ? longestUnused : longestUnfinished)) {
      rmSync(file, { force: true });
    }
  }
}
