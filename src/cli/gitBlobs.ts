import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';

interface Waiting {
  resolve(text: string | undefined): void;
  reject(error: Error): void;
}

const lineFeed = 0x0a;

/** Reads blobs of a repository with one `git cat-file` for all of them, begun with the first. */
export class GitBlobs {
  readonly #root: string;
  #git: ChildProcessWithoutNullStreams | undefined;
  #waiting: Waiting[] = [];
  #output: Buffer[] = [];
  #length = 0;
  /** How much output the answer at hand takes; unknown until its first line is there. */
  #needed = 0;

  constructor(root: string) {
    this.#root = root;
  }

  /** The blob's text; `undefined` where the repository does not have it. Rejects where git ends. */
  text(id: string): Promise<string | undefined> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#git ??= this.#start();
      this.#git.stdin.write(`${id}\n`);
    });
  }

  /** Ends git, which otherwise waits for more. */
  dispose(): void {
    this.#git?.stdin.end();
    this.#git = undefined;
  }

  #start(): ChildProcessWithoutNullStreams {
    // Only blobs that are here count: none is downloaded for a comparison.
    const env = { ...process.env, GIT_NO_LAZY_FETCH: '1' };
    const git = spawn('git', ['-C', this.#root, 'cat-file', '--batch'], { env });
    const fail = (reason: string) => {
      for (const { reject } of this.#waiting.splice(0)) {
        reject(new Error(`git cat-file ended: ${reason}`));
      }
    };
    git.on('error', ({ message }) => fail(message));
    git.on('close', (code) => fail(`exit code ${code}`));
    // Whoever waits is told by `close`.
    git.stdin.on('error', ({ message }) => fail(message));
    git.stderr.resume();
    git.stdout.on('data', (chunk: Buffer) => {
      this.#output.push(chunk);
      this.#length += chunk.length;
      this.#answer();
    });
    return git;
  }

  /** An answer is "<id> blob <size>", a line break, that many bytes, and a line break; or "<id> missing". */
  #answer(): void {
    while (this.#length > this.#needed) {
      const output = Buffer.concat(this.#output);
      this.#output = [output];
      const end = output.indexOf(lineFeed);
      if (end === -1) {
        return;
      }
      const [, kind, size = '0'] = output.toString('latin1', 0, end).split(' ');
      const length = kind === 'blob' ? Number(size) + 1 : 0;
      if (output.length < end + 1 + length) {
        this.#needed = end + length;
        return;
      }
      const text = kind === 'blob' ? output.toString('utf8', end + 1, end + length) : undefined;
      this.#output = [output.subarray(end + 1 + length)];
      this.#length -= end + 1 + length;
      this.#needed = 0;
      this.#waiting.shift()?.resolve(text);
    }
  }
}
