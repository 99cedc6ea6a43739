import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type FeedbackEvent, uselessReasons } from '../../src/core/feedback/event';
import { formatEvents } from '../../src/core/feedback/formatEvents';
import { parseEvents } from '../../src/core/feedback/parseEvents';
import {
  closeAll,
  diagnosticsOf,
  folder,
  remove,
  show,
  until,
  untilDiagnostics,
  uriOf,
  write,
} from './workspace';

const events = '.lessons/events';
const ref = (id: string) => ({ folder: folder.toString(), id });
const [first, second] = ['LSN-00000001', 'LSN-00000002'];

/** The events of each file that is there. */
async function batches(): Promise<(readonly FeedbackEvent[])[]> {
  const uris = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, `${events}/**/*.jsonl`));
  return Promise.all(
    uris.map(async ({ path }) => {
      const read = parseEvents(path, await vscode.workspace.fs.readFile(folder.with({ path })));
      assert.deepEqual(read.problems, []);
      assert.match(path, /\/events\/\d{4}-\d\d\/[0-9A-Z]{26}\.jsonl$/);
      return read.events;
    }),
  );
}

const untilBatches = (isWanted: (all: readonly (readonly FeedbackEvent[])[]) => boolean) =>
  until(async () => {
    const all = await batches();
    return isWanted(all) ? all : undefined;
  }, batches);

/** Runs a command and answers its questions with the second choice. */
async function answered(command: string, argument: unknown): Promise<void> {
  let isDone = false;
  const running = vscode.commands.executeCommand(command, argument).then(() => {
    isDone = true;
  });
  await until(async () => {
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return isDone;
  });
  await running;
}

describe('what a person tells of lessons', () => {
  before(async () => {
    for (const id of [first, second]) {
      await write(`.lessons/told-${id}.md`, `---\nid: ${id}\ntitle: A lesson to be voted on\n---\n`);
    }
    await vscode.commands.executeCommand('lessons.refresh');
  });
  after(async () => {
    await closeAll();
    for (const id of [first, second]) {
      await remove(`.lessons/told-${id}.md`);
    }
  });
  afterEach(async () => {
    if ((await vscode.workspace.fs.readDirectory(uriOf('.lessons'))).some(([name]) => name === 'events')) {
      await remove(events);
    }
  });

  it('is stored in one new file, with a later vote in place of an earlier, and no more than it has to tell', async () => {
    await vscode.commands.executeCommand('lessons.useful', ref(first));
    await vscode.commands.executeCommand('lessons.useful', ref(second));
    await answered('lessons.notUseful', ref(first));
    await vscode.commands.executeCommand('lessons.useful', ref('LSN-ZZZZZZZZ'));
    await vscode.commands.executeCommand('lessons.useful', { folder: 7, id: {} });
    const [batch] = await untilBatches((all) => all.length > 0);
    assert.deepEqual(
      batch?.map(({ lesson, kind }) => `${lesson} ${kind}`),
      [`${second} useful`, `${first} not-useful`],
    );
    const told = batch?.find(({ kind }) => kind === 'not-useful');
    assert.ok(told?.kind === 'not-useful' && uselessReasons.includes(told.reason));
    assert.deepEqual(Object.keys(told).sort(), ['day', 'ev', 'kind', 'lesson', 'reason']);
  });

  it('is kept while it cannot be stored', async function () {
    this.timeout(60_000);
    await write(events, 'A file where a folder belongs.');
    await vscode.commands.executeCommand('lessons.useful', ref(first));
    await new Promise((resolve) => setTimeout(resolve, 6000));
    await remove(events);
    await vscode.commands.executeCommand('lessons.useful', ref(second));
    const all = await untilBatches((found) => found.length > 0);
    assert.deepEqual(
      all.map((batch) => batch.map(({ lesson }) => lesson)),
      [[first, second]],
    );
  });

  it('quietens a lesson, without any edit of its file', async function () {
    this.timeout(60_000);
    const [lesson, code] = ['.lessons/told-loudly.md', 'src/told.ts'];
    const keys = 'status: accepted\nseverity: critical\nconfidence: high\nadvice: Leave it as it was';
    const scope = 'applies_to: {paths: told.ts, pattern: toldWord}\ntests: {match: toldWord}';
    await write(
      lesson,
      `---\nid: LSN-00000003\ntitle: A lesson to be voted down\n${keys}\n${scope}\nreferences: https://a.example/1\nfactors: tooling\n---\n`,
    );
    await write(code, 'const toldWord = 1;\n');
    try {
      await show(code);
      const untilLevel = (level: string) =>
        until(
          () =>
            diagnosticsOf(code).length === 1 && diagnosticsOf(code)[0]?.startsWith(`${level} LSN-00000003 `),
          () => diagnosticsOf(code),
        );
      await untilLevel('Warning');
      const against = ['A', 'B', 'C', 'D'].map((letter) => ({
        ev: `01KG7X3R00${letter.repeat(16)}`,
        ...({ lesson: 'LSN-00000003', kind: 'not-useful', reason: 'known', day: '2026-01-31' } as const),
      }));
      await write(`${events}/2026-01/01KG7X3R00ABCDEFGHJKMNPQRS.jsonl`, formatEvents(against));
      await untilLevel('Information');
      await remove(events);
      await untilLevel('Warning');
    } finally {
      await closeAll();
      await remove(lesson);
      await remove(code);
    }
  });

  it('shows what is wrong with a file of it', async () => {
    const path = `${events}/2026-01/01KG7X3R00ABCDEFGHJKMNPQRS.jsonl`;
    await write(path, '{"ev":"01KG7X3R00ABCDEFGHJKMNPQRS","lesson":"LSN-00000001","kind":"useful"}\n{"ev"');
    await until(() => diagnosticsOf(path).length === 2);
    assert.deepEqual(
      diagnosticsOf(path).map((text) => text.split(' ').slice(0, 3).join(' ')),
      ['Error event-key-missing 0:0', 'Error event-unreadable 1:0'],
    );
    await write(path, '');
    // A folder that went and came back a moment ago may be one that the editor tells nothing of any more.
    await vscode.commands.executeCommand('lessons.refresh');
    await untilDiagnostics(path, []);
  });
});
