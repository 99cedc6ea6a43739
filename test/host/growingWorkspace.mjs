import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';

/**
 * A workspace of one folder, beside it, to which a test may add others: a folder that was opened by itself becomes another
 * workspace by that, and the extensions in it start anew.
 * @param {string} folder
 * @returns {Promise<string>}
 */
export async function growingWorkspace(folder) {
  const file = `${folder}.code-workspace`;
  await writeFile(file, JSON.stringify({ folders: [{ path: basename(folder) }] }));
  return file;
}
