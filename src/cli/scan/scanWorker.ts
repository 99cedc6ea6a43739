import { dirname } from 'node:path';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { assembleLesson } from '../../core/lesson/assemble';
import { KeyRanges } from '../../core/lesson/keyRanges';
import type { IndexedScope, Lesson } from '../../core/lesson/lesson';
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
  readonly lessons: readonly PlainLesson[];
  readonly policy: Policy;
}

/** What matching asks of a lesson, as data that can be sent. */
interface PlainLesson extends Pick<Lesson, 'path' | 'frontMatter'> {
  readonly scopes: readonly Pick<IndexedScope, 'index' | 'scope'>[];
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
  const plain = lessons.map(({ path, frontMatter, scopes }) => ({
    ...{ path, frontMatter },
    scopes: scopes.map(({ index, scope }) => ({ index, scope })),
  }));
  return { root, program, lessons: plain, policy };
}

function lessonOf({ path, frontMatter, scopes }: PlainLesson): Lesson | undefined {
  const nowhere = { line: 0, character: 0 };
  const ranges = { scope: { start: nowhere, end: nowhere }, symbols: [] };
  return assembleLesson(frontMatter, {
    ...{ path, ranges: new KeyRanges([], []), relations: [], body: { value: '' } },
    scopes: scopes.map((scope) => ({ ...scope, ranges })),
  });
}

/** Runs in a worker: looks at batches of files until it is told to stop. */
export function serveChecks(): void {
  if (parentPort === null) {
    throw new Error('This is no worker.');
  }
  const port: MessagePort = parentPort;
  const { root, program, lessons, policy } = workerData as WorkerData;
  const files = lessons.map((lesson) => ({ path: lesson.path, lesson: lessonOf(lesson), problems: [] }));
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
