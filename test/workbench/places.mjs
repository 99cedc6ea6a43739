import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this project. */
export const project = resolve(fileURLToPath(new URL('../../', import.meta.url)));

/** What is fetched once and what a run leaves behind; git ignores it. */
export const cache = join(project, '.vscode-test');
