import { dirname } from 'node:path';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { Lesson } from '../../core/lesson/lesson';
import type { Policy } from '../../core/lesson/policy';
import { buildLibrary, type Library } from '../../core/library/library';
import { GitBlobs } from '../gitBlobs';
import { grammarFilesIn } from '../nodeFiles';
import { toolsWith } from '../tools';
import { FileChecker, type FileOutcome, type FileTask } from './fileChecker';
import { type ManifestReading, ManifestReadings } from './manifestReadings';

/** What a worker begins with. The lessons come parsed, so that each file of theirs is read once. */
export interface WorkerData {
  readonly root: string;
  readonly program: string;
  readonly lessons: readonly Lesson[];
  readonly policy: Policy;
}

/** What a worker says: first that it is there, then what it found in each batch it was given, in their order. */
export type WorkerAnswer =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'done';
      readonly outcomes: readonly FileOutcome[];
      readonly manifests: readonly ManifestReading[];
    }
  | { readonly kind: 'error'; readonly message: string };

export function workerDataOf(root: string, program: string, { lessons, policy }: Library): WorkerData {
  // Matching does not ask for the text below the front matter, which is most of a lesson.
  return { root, program, lessons: lessons.map((lesson) => ({ ...lesson, body: '' })), policy };
}

/** Runs in a worker: looks at batches of files until it is told to stop. */
export function serveChecks(): void {
  if (parentPort === null) {
    throw new Error('This is no worker.');
  }
  const port: MessagePort = parentPort;
  const { root, program, lessons, policy } = workerData as WorkerData;
  const files = lessons.map((lesson) => ({ path: lesson.path, lesson, problems: [] }));
  const library = buildLibrary(files, { policy, policyProblems: [] });
  const manifests = new ManifestReadings(root);
  const tools = toolsWith(grammarFilesIn(dirname(program)), manifests);
  const checker = new FileChecker(root, library, tools, new GitBlobs(root));
  const say = (answer: WorkerAnswer) => port.postMessage(answer);
  const work = async (tasks: readonly FileTask[]): Promise<WorkerAnswer> => {
    try {
      const outcomes: FileOutcome[] = [];
      for (const task of tasks) {
        outcomes.push(await checker.check(task));
      }
      return { kind: 'done', outcomes, manifests: manifests.takeRecent() };
    } catch (error) {
      return { kind: 'error', message: error instanceof Error ? error.message : String(error) };
    }
  };
  let last = Promise.resolve();
  port.on('message', (tasks: readonly FileTask[]) => {
    last = last.then(() => work(tasks)).then(say);
  });
  say({ kind: 'ready' });
}
