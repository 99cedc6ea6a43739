import { monitorEventLoopDelay } from 'node:perf_hooks';

/** What was measured of one thing. A yardstick is what the others are divided by. */
export interface Figure {
  readonly what: string;
  readonly isYardstick?: boolean;
  /** Milliseconds by the clock. */
  readonly elapsed?: number;
  /** Milliseconds that all threads worked, which a busy machine changes less. */
  readonly processor?: number;
  /** The longest time in milliseconds that nothing else had a turn. */
  readonly stall?: number;
  readonly megabytes?: number;
}

/** What is measured in a process of its own, so that neither memory nor compiled code of another task helps it. */
export interface Task {
  readonly name: string;
  run(setting: Setting): Promise<readonly Figure[]>;
}

/** Where a bench runs. */
export interface Setting {
  /** For its own files; gone afterwards. */
  readonly folder: string;
  /** Somebody else's code, as much as a large repository has; only to be read. */
  readonly corpus: string;
  /** How many lesson files, or lessons. */
  readonly files: number;
  /** Seconds for which nothing is done, where that is measured. */
  readonly idle: number;
}

/** One subject: files to make once, and tasks that take turns over several rounds. */
export interface Bench {
  readonly name: string;
  prepare(setting: Setting): Promise<void>;
  /** Whether it reads the corpus, which has to be downloaded at the first time. */
  readonly readsCorpus?: boolean;
  readonly tasks: readonly Task[];
}

export async function timed(what: string, action: () => unknown): Promise<Figure> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const cpu = process.cpuUsage();
  const start = performance.now();
  await action();
  const elapsed = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  delay.disable();
  return { what, elapsed, processor: (user + system) / 1000, stall: delay.max / 1e6 };
}

/** Something simple that the same machine does with the same files. */
export async function yardstick(what: string, action: () => unknown): Promise<Figure> {
  const { elapsed, processor } = await timed(what, action);
  return { what, elapsed, processor, isYardstick: true };
}

/** Megabytes that live in the process after a collection. */
export function liveMemory(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}
