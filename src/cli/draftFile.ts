import { join } from 'node:path';
import { type Draft, formatDraft, pathsFor } from '../core/learn/draft';
import { UsageError } from './io';
import { writeNew } from './newFile';

/**
 * Writes a draft to a file of its own, relative to the root.
 * @throws an error for the person at the terminal, with the draft in it: what was said is not lost
 */
export async function writeDraft(root: string, draft: Draft): Promise<string> {
  const text = formatDraft(draft);
  try {
    for (const path of pathsFor(draft)) {
      if (await writeNew(join(root, path), text)) {
        return path;
      }
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${reason} This is the draft, to be written elsewhere:\n\n${text}`, { cause: error });
  }
  throw new UsageError(`There is a file for this title already: ${pathsFor(draft)[0]}.`);
}
