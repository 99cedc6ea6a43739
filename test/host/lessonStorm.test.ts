import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import { dayOf } from '../../src/core/lesson/calendar';
import { parseLessonText } from '../../src/core/lesson/parse';
import { defaultPolicy } from '../../src/core/lesson/policy';
import { buildLibrary } from '../../src/core/library/library';
import { SourceText } from '../../src/core/text';
import { type CorpusFile, lessonCorpus } from '../bench/lessonCorpus';
import { closeAll, folder, remove, show, untilDiagnostics, write } from './workspace';

const inFolder = { cwd: folder.fsPath };
const git = (...args: readonly string[]) => promisify(execFile)('git', args, inFolder);
const storm = 2000;
const most = 3;

/** Long enough for one more reading, were there one to come. */
const calm = 2000;

describe('a checkout of 2,000 lesson files', () => {
  const marker = (advice: string): CorpusFile => ({
    path: '.lessons/marker.md',
    text: `---\nid: LSN-ZZZZZZZZ\ntitle: A lesson for a test\nadvice: ${advice}\napplies_to: {pattern: needle}\n---\n`,
  });
  const files = lessonCorpus(storm);
  const changed = files.map(({ path, text }) => ({
    path,
    text: text.replace('\ntitle:', '\n# Moved down.\ntitle:'),
  }));
  const inStorm = problemsIn([...files, marker('Mind it here')]);
  let home = '';
  let atHome = 0;

  before(async () => {
    home = (await git('rev-parse', '--abbrev-ref', 'HEAD')).stdout.trim();
    await commit('storm-one', [...files, marker('Mind the first')]);
    await commit('storm-two', [...changed, marker('Mind the second')]);
    await write('hay.txt', 'a needle\n');
    await show('hay.txt');
    await untilDiagnostics('hay.txt', []);
    atHome = problems();
  });
  after(async () => {
    await git('checkout', '-q', home);
    await git('branch', '-q', '-D', 'storm-one', 'storm-two');
    await closeAll();
    await remove('hay.txt');
  });

  const check = (what: string, branch: () => string, advice?: string) =>
    it(what, async function () {
      const changes = countLibraries();
      const delay = monitorEventLoopDelay({ resolution: 1 });
      delay.enable();
      await git('checkout', '-q', branch());
      await untilDiagnostics('hay.txt', advice === undefined ? [] : [`Hint LSN-ZZZZZZZZ 0:2 ${advice}`]);
      await sleep(calm);
      delay.disable();
      changes.dispose();
      assert.equal(problems(), atHome + (advice === undefined ? 0 : inStorm));
      assert.ok(changes.count() > 0 && changes.count() <= most, `${changes.count()} libraries`);
      if (this.test !== undefined) {
        this.test.title += `: ${changes.count()} new libraries, longest stall ${Math.round(delay.max / 1e6)} ms`;
      }
    }).timeout(60_000);

  check('shows those that come', () => 'storm-one', 'Mind the first');
  check('shows those that change', () => 'storm-two', 'Mind the second');
  check('forgets those that go', () => home);
});

function problemsIn(files: readonly CorpusFile[]): number {
  const parsed = files.map(({ path, text }) => parseLessonText(path, new SourceText(text)));
  const circumstances = { policy: defaultPolicy, policyProblems: [], today: dayOf(new Date()) };
  return buildLibrary(parsed, circumstances).problems.length;
}

function shown(): [vscode.Uri, vscode.Diagnostic[]][] {
  return vscode.languages.getDiagnostics().filter(([{ path }]) => path.includes('/.lessons/'));
}

/** How many problems lesson files are shown to have. */
function problems(): number {
  return shown().reduce((sum, [, diagnostics]) => sum + diagnostics.length, 0);
}

/** Counts new libraries by the problems they bring or take: in so many files some always have a new one. */
function countLibraries() {
  const seen = () => new Map(shown().map(([uri, diagnostics]) => [uri.path, diagnostics[0]]));
  let [last, count] = [seen(), 0];
  const listener = vscode.languages.onDidChangeDiagnostics(() => {
    const now = seen();
    // The editor tells of each change twice, of which the second brings nothing.
    if (now.size !== last.size || [...now].some(([path, diagnostic]) => last.get(path) !== diagnostic)) {
      count++;
    }
    last = now;
  });
  return { count: () => count, dispose: () => listener.dispose() };
}

/** Makes a branch from here without touching a file of the folder. */
async function commit(branch: string, files: readonly CorpusFile[]): Promise<void> {
  const { stdout: head } = await git('rev-parse', 'HEAD');
  const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`;
  const lines = [
    `commit refs/heads/${branch}\ncommitter a <a@b.example> 1 +0000\n${data(branch)}from ${head.trim()}\n`,
    ...files.map(({ path, text }) => `M 100644 inline ${path}\n${data(text)}`),
  ];
  await new Promise<void>((resolve, reject) => {
    const child = execFile('git', ['fast-import', '--quiet'], inFolder, (error) =>
      error === null ? resolve() : reject(error),
    );
    child.stdin?.end(lines.join(''));
  });
}
