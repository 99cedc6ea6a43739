import type { FileChecker, FileTask } from './fileChecker';
import type { Machine } from './machine';
import type { WorkerData } from './scanWorker';
import { type Found, WorkerCrew } from './workerCrew';

/** A file to be looked at, and how large it is. */
export interface SizedTask {
  readonly task: FileTask;
  readonly size: number;
}

/** More workers would mostly wait for the disk, and each takes memory for a library and its grammars. */
const mostWorkers = 4;

/** As much as a worker is given at once. */
const batchBytes = 300_000;
const batchFiles = 60;

/** Who looks at files: this thread, or several where there is much to do. */
export interface Hands {
  readonly checker: FileChecker;
  readonly machine?: Machine;
  /** What each worker begins with; made only where there are any. */
  readonly workerData: (program: string) => WorkerData;
}

/** Looks at all files; `found` is told of each, in no order. */
export async function runTasks(
  tasks: readonly SizedTask[],
  { checker, machine, workerData }: Hands,
  found: Found,
): Promise<void> {
  const workers = Math.min(machine?.cores ?? 1, mostWorkers);
  const left =
    machine === undefined || sizeOf(tasks) < machine.worthwhile || workers === 1
      ? tasks.map(({ task }) => task)
      : await WorkerCrew.run(workers, workerData(machine.program), batchesOf(tasks), found);
  for (const task of left) {
    found([await checker.check(task)], []);
  }
}

export function sizeOf(tasks: readonly SizedTask[]): number {
  return tasks.reduce((sum, { size }) => sum + size, 0);
}

function batchesOf(tasks: readonly SizedTask[]): readonly (readonly FileTask[])[] {
  const batches: FileTask[][] = [];
  let [batch, bytes]: [FileTask[], number] = [[], 0];
  for (const { task, size } of tasks) {
    if (batch.length === 0 || batch.length === batchFiles || bytes + size > batchBytes) {
      [batch, bytes] = [[], 0];
      batches.push(batch);
    }
    batch.push(task);
    bytes += size;
  }
  return batches;
}
