import { monitorEventLoopDelay } from 'node:perf_hooks';

/** One measured number. A yardstick is what the others of its unit are divided by. */
export interface Figure {
  readonly what: string;
  readonly unit: 'ms' | 'MB';
  readonly value: number;
  readonly isYardstick?: boolean;
}

/** What is measured in a process of its own, so that neither memory nor compiled code of another task helps it. */
export interface Task {
  readonly name: string;
  run(folder: string): Promise<readonly Figure[]>;
}

/** One subject: files to make once, and tasks that take turns over several rounds. */
export interface Bench {
  readonly name: string;
  prepare(folder: string, files: number): Promise<void>;
  readonly tasks: readonly Task[];
}

/** Runs the action once: how long it took, the processor time of all threads, and the longest wait of the event loop. */
export async function timed(what: string, action: () => unknown): Promise<Figure[]> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const cpu = process.cpuUsage();
  const start = performance.now();
  await action();
  const elapsed = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  delay.disable();
  return [
    { what, unit: 'ms', value: elapsed },
    { what: `${what}: processor`, unit: 'ms', value: (user + system) / 1000 },
    { what: `${what}: longest stall`, unit: 'ms', value: delay.max / 1e6 },
  ];
}

/** A yardstick has one number, its time. */
export async function yardstick(what: string, action: () => unknown): Promise<Figure[]> {
  const [time] = await timed(what, action);
  return time === undefined ? [] : [{ ...time, isYardstick: true }];
}

/** Megabytes that live in the process after a collection. */
export function liveMemory(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}
