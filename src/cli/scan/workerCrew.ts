import { Worker } from 'node:worker_threads';
import type { FileOutcome, FileTask } from './fileChecker';
import type { ManifestReading } from './manifestReadings';
import type { WorkerAnswer, WorkerData } from './scanWorker';

type Batch = readonly FileTask[];

/** Called with what was found, in no order. */
export type Found = (outcomes: readonly FileOutcome[], manifests: readonly ManifestReading[]) => void;

/** So many batches lie ready at a worker, so that it never waits for the next one. */
const ahead = 2;

/** A worker, and the batches it was given and has not answered; it takes them in order. */
interface Lane {
  readonly worker: Worker;
  readonly open: Batch[];
  isReady: boolean;
}

/**
 * Several workers that share batches of files. Where one ends unasked, another takes over what it had, and the batch that
 * it was at is tried file by file, until it is known which file no worker survives.
 */
export class WorkerCrew {
  readonly #data: WorkerData;
  readonly #found: Found;
  readonly #lanes = new Set<Lane>();
  readonly #queue: Batch[];
  readonly #ended: Promise<readonly FileTask[]>;
  #isOver = false;
  #end: (left: readonly FileTask[]) => void = () => undefined;
  #fail: (error: Error) => void = () => undefined;

  private constructor(data: WorkerData, batches: readonly Batch[], found: Found) {
    this.#data = data;
    this.#queue = [...batches];
    this.#found = found;
    this.#ended = new Promise((resolve, reject) => {
      this.#end = resolve;
      this.#fail = reject;
    });
  }

  /**
   * Has all batches looked at. Rejects where a file cannot be looked at for a reason that lies in the program.
   * @returns files that nobody took, as no worker could be started
   */
  static async run(
    count: number,
    data: WorkerData,
    batches: readonly Batch[],
    found: Found,
  ): Promise<readonly FileTask[]> {
    const crew = new WorkerCrew(data, batches, found);
    for (let at = 0; at < Math.min(count, batches.length); at++) {
      crew.#hire();
    }
    crew.#endIfDone();
    try {
      return await crew.#ended;
    } finally {
      crew.#isOver = true;
      await Promise.all([...crew.#lanes].map(({ worker }) => worker.terminate()));
    }
  }

  #hire(): void {
    const worker = new Worker(this.#data.program, { workerData: this.#data });
    const lane: Lane = { worker, open: [], isReady: false };
    this.#lanes.add(lane);
    worker.on('message', (answer: WorkerAnswer) => this.#hear(lane, answer));
    // What it was at is tried again when it has ended, which follows.
    worker.on('error', () => undefined);
    worker.on('exit', () => this.#replace(lane));
    this.#feed(lane);
  }

  #hear(lane: Lane, answer: WorkerAnswer): void {
    switch (answer.kind) {
      case 'ready':
        lane.isReady = true;
        break;
      case 'done':
        lane.open.shift();
        this.#found(answer.outcomes, answer.manifests);
        this.#feed(lane);
        this.#endIfDone();
        break;
      case 'error':
        this.#fail(new Error(answer.message));
        break;
    }
  }

  #feed({ worker, open }: Lane): void {
    for (let batch = this.#next(open); batch !== undefined; batch = this.#next(open)) {
      open.push(batch);
      worker.postMessage(batch);
    }
  }

  #next(open: readonly Batch[]): Batch | undefined {
    return open.length < ahead ? this.#queue.shift() : undefined;
  }

  /** After a worker has ended. */
  #replace(lane: Lane): void {
    if (this.#isOver) {
      return;
    }
    this.#lanes.delete(lane);
    const [first, ...others] = lane.open;
    if (!lane.isReady || first === undefined) {
      // It never began, and the next one would not either.
      this.#queue.unshift(...lane.open);
      for (const other of this.#lanes) {
        this.#feed(other);
      }
    } else {
      const [only, ...more] = first;
      if (only !== undefined && more.length === 0) {
        this.#found([{ path: only.path, kind: 'skipped', reason: 'failed' }], []);
        this.#queue.unshift(...others);
      } else {
        this.#queue.unshift(...first.map((task) => [task]), ...others);
      }
      this.#hire();
    }
    this.#endIfDone();
  }

  #endIfDone(): void {
    const isDone = this.#queue.length === 0 && [...this.#lanes].every(({ open }) => open.length === 0);
    if (isDone || this.#lanes.size === 0) {
      this.#end(this.#queue.flat());
    }
  }
}
