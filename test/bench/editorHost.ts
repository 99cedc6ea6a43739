// What the bench of the editor measures inside the extension host, which loads this as a test suite.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';

/** What the host is to do. */
export interface HostTask {
  readonly idle: number;
  /** Of the files to open, one after the other; the first has the keys typed into it. */
  readonly paths: readonly string[];
  readonly hasLessons: boolean;
}

/** Milliseconds, but for the megabytes. */
export interface HostFigures {
  /** From the start of the host to the first diagnostics. */
  readonly first: number;
  readonly opening: readonly number[];
  readonly keys: readonly number[];
  /** The longest time that nothing else had a turn, from the first file on. */
  readonly stall: number;
  readonly idleProcessor: number;
  readonly megabytes: number;
}

/** What the host leaves behind. */
export type HostOutcome = { readonly figures: HostFigures } | { readonly error: string };

const keystrokes = 40;
const patience = 120_000;

/** Called by VS Code. */
export async function run(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (folder === undefined) {
    throw new Error('The bench needs a folder.');
  }
  const beside = dirname(folder.fsPath);
  const task: HostTask = JSON.parse(readFileSync(join(beside, 'task.json'), 'utf8'));
  const tell = (outcome: HostOutcome) => writeFileSync(join(beside, 'figures.json'), JSON.stringify(outcome));
  try {
    tell({ figures: await measured(task, (path) => vscode.Uri.joinPath(folder, path)) });
  } catch (error) {
    tell({ error: String(error) });
    throw error;
  }
}

async function measured(
  { idle, paths, hasLessons }: HostTask,
  uriOf: (path: string) => vscode.Uri,
): Promise<HostFigures> {
  const [typed = '', ...others] = paths;
  const told = async (uri: vscode.Uri, line?: number) => {
    if (hasLessons) {
      await diagnosticsOf(uri, line);
    }
  };
  const firstTold = told(uriOf(typed));
  const editor = await vscode.window.showTextDocument(uriOf(typed), { preview: false });
  await firstTold;
  const first = process.uptime() * 1000;
  // What else begins with the window has its time.
  await sleep(5000);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const keys: number[] = [];
  for (let key = 0; key < keystrokes; key++) {
    const start = performance.now();
    const shown = told(uriOf(typed), (linesOf(uriOf(typed))[0] ?? 0) + 1);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '\n'));
    await shown;
    keys.push(performance.now() - start);
  }
  const opening: number[] = [];
  for (const path of others) {
    const start = performance.now();
    const shown = told(uriOf(path));
    await vscode.window.showTextDocument(uriOf(path), { preview: false });
    await shown;
    opening.push(performance.now() - start);
  }
  delay.disable();
  await calm();
  const before = process.cpuUsage();
  await sleep(idle * 1000);
  const { user, system } = process.cpuUsage(before);
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return {
    ...{ first, opening, keys, stall: delay.max / 1e6, idleProcessor: (user + system) / 1000 },
    megabytes: process.memoryUsage.rss() / 1e6,
  };
}

/** Waits until the host has nothing more to do, for a minute at most. */
async function calm(): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    const before = process.cpuUsage();
    await sleep(3000);
    if (process.cpuUsage(before).user < 30_000) {
      return;
    }
  }
}

function linesOf(uri: vscode.Uri): readonly number[] {
  const ours = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Lessons');
  return ours.map(({ range }) => range.start.line).sort((a, b) => a - b);
}

/** Waits until our diagnostics of a file are told, the first of them in that line; the editor tells of each twice. */
function diagnosticsOf(uri: vscode.Uri, line: number | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const listener = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const [first] = linesOf(uri);
      const isNew = first !== undefined && (line === undefined || first === line);
      if (isNew && uris.some((one) => one.toString() === uri.toString())) {
        listener.dispose();
        clearTimeout(late);
        resolve();
      }
    });
    const late = setTimeout(() => {
      listener.dispose();
      reject(new Error(`There were no diagnostics of ${uri.path}.`));
    }, patience);
  });
}
