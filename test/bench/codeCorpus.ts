import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Packages that hold the code people write, in many folders: source, builds, declarations, tests and texts. */
const packages: Readonly<Record<string, string>> = {
  '@angular/core': '20.0.0',
  '@babel/core': '7.28.0',
  'aws-sdk': '2.1692.0',
  'core-js': '3.44.0',
  'date-fns': '4.1.0',
  lodash: '4.17.21',
  'monaco-editor': '0.52.2',
  rxjs: '7.8.2',
  three: '0.178.0',
  typescript: '5.8.3',
};

/** A folder with the packages' files, downloaded when first asked for and kept beside what tests install. */
export async function downloadedCorpus(): Promise<string> {
  const folder = join('.vscode-test', 'bench-corpus');
  if (!existsSync(folder)) {
    const unfinished = `${folder}-${process.pid}`;
    await mkdir(unfinished, { recursive: true });
    await writeFile(join(unfinished, 'package.json'), JSON.stringify({ dependencies: packages }));
    const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'];
    const isWindows = process.platform === 'win32';
    await promisify(execFile)(isWindows ? 'npm.cmd' : 'npm', args, { cwd: unfinished, shell: isWindows });
    await rename(unfinished, folder).catch(async (error) => {
      await rm(unfinished, { recursive: true, force: true });
      if (!existsSync(folder)) {
        throw error;
      }
    });
  }
  return join(folder, 'node_modules');
}
