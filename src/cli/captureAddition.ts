import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addToLesson } from '../core/learn/addToLesson';
import type { Draft } from '../core/learn/draft';
import { decodeLesson } from '../core/lesson/decode';
import { isRetired, type Lesson } from '../core/lesson/lesson';
import { packOf } from '../core/library/files';
import type { SourceText } from '../core/text';
import { applyEdits, editsBetween } from '../core/textEdit';
import { UsageError } from './io';
import { replaceFile } from './replacedFile';
import { UnfinishedFiles } from './unfinished';

/** A lesson's text with what a draft knows besides. */
export interface Addition {
  readonly text: SourceText;
  /** Whether the draft knows anything that the lesson does not. */
  readonly isMore: boolean;
  /** @throws an error for the person at the terminal where it cannot be written */
  write(): Promise<void>;
}

/** @throws UsageError where the lesson is not to be changed here, or cannot be */
export async function additionTo(lesson: Lesson, draft: Draft, root: string): Promise<Addition> {
  const { id, path } = lesson;
  const pack = packOf(path);
  if (pack !== undefined) {
    throw new UsageError(`${id} belongs to the pack ${pack}, and is changed where that comes from.`);
  }
  if (isRetired(lesson)) {
    throw new UsageError(`${id} is retired and applies nowhere. Leave out --add-to to write a new lesson.`);
  }
  const bytes = await readFile(join(root, path));
  const decoded = decodeLesson(bytes);
  const before = decoded.kind === 'text' ? decoded.text : undefined;
  const after = before && addToLesson(before, draft);
  if (before === undefined || after === undefined) {
    throw new UsageError(`${path} cannot be added to as it is. lessons lint tells what is wrong with it.`);
  }
  return {
    text: after,
    isMore: after.value !== before.value,
    async write() {
      const raw = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
      const mended = applyEdits(raw, editsBetween(before, after));
      if (!(await replaceFile(join(root, path), bytes, mended, new UnfinishedFiles()))) {
        throw new Error(`${path} was changed meanwhile. Try again.`);
      }
    },
  };
}
