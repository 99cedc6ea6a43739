import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FixFacts } from '../core/edit/fix';
import { fixAll, type Mended } from '../core/edit/fixAll';
import { dayOf } from '../core/lesson/calendar';
import { decodeLesson } from '../core/lesson/decode';
import { newLessonId } from '../core/lesson/identity';
import { isInPack } from '../core/library/files';
import type { Library } from '../core/library/library';
import { unlessMissing } from './nodeFiles';
import { replaceFile } from './replacedFile';
import { UnfinishedFiles } from './unfinished';

/** What was mended in one file. */
export interface FixedFile extends Pick<Mended, 'fixes'> {
  readonly path: string;
}

/**
 * Makes the safe fixes of lesson files with problems. A file is replaced as a whole or not at all, and not if it changed
 * meanwhile; lessons of packs are others' to mend.
 */
export async function fixFiles(
  root: string,
  library: Library,
  paths: readonly string[],
): Promise<readonly FixedFile[]> {
  const fixed: FixedFile[] = [];
  const unfinished = new UnfinishedFiles();
  for (const path of paths.filter((name) => !isInPack(name))) {
    const file = join(root, path);
    const bytes = await unlessMissing(() => readFile(file));
    if (bytes === undefined || decodeLesson(bytes).kind === 'problem') {
      continue;
    }
    const { raw, fixes } = fixAll(
      path,
      new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
      factsOf(library),
    );
    if (fixes.length > 0 && (await replaceFile(file, bytes, raw, unfinished))) {
      fixed.push({ path, fixes });
    }
  }
  return fixed;
}

function factsOf({ policy, byId }: Library): FixFacts {
  const newId = (): string => {
    const id = newLessonId(randomBytesInto);
    return byId.has(id) ? newId() : id;
  };
  return { policy, today: dayOf(new Date()), newId };
}

function randomBytesInto(bytes: Uint8Array): Uint8Array {
  bytes.set(randomBytes(bytes.length));
  return bytes;
}
