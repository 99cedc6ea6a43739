import type { LessonFiles } from './files';

/** What came of asking for one file. */
export type Answer =
  | { readonly kind: 'bytes'; readonly path: string; readonly bytes: Uint8Array }
  /** It vanished since it was listed. */
  | { readonly kind: 'gone'; readonly path: string }
  | { readonly kind: 'failed'; readonly path: string; readonly reason: string };

export async function ask(files: LessonFiles, path: string): Promise<Answer> {
  try {
    const bytes = await files.read(path);
    return bytes === undefined ? { kind: 'gone', path } : { kind: 'bytes', path, bytes };
  } catch (error) {
    return { kind: 'failed', path, reason: reasonOf(error) };
  }
}

/** Remote file systems answer many questions at once well, but not thousands. */
const batchSize = 50;

/** Asks for many files in batches; each is on its way while the one before is worked on. */
export async function* answersOf(
  files: LessonFiles,
  paths: readonly string[],
): AsyncGenerator<readonly Answer[]> {
  const askBatch = (at: number) =>
    Promise.all(paths.slice(at, at + batchSize).map((path) => ask(files, path)));
  let next = askBatch(0);
  for (let at = 0; at < paths.length; at += batchSize) {
    const batch = await next;
    next = askBatch(at + batchSize);
    yield batch;
  }
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
