import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { labels, scratchDemo, until, Workbench } from './workbench';

const topics = ['accounts', 'carts', 'coupons', 'invoices', 'labels', 'mails', 'returns', 'stocks'];
const places = ['admin', 'public'];
const fault = 'reply.send(error.stack)';

const declarations =
  'interface Asked {\n  readonly id: string;\n}\ninterface Reply {\n  send(what: unknown): void;\n}\ndeclare function log(what: unknown): void;\n';

/** Each says to whoever asks where it broke, four times. */
function handlers(topic: string): string {
  const verbs = ['list', 'read', 'write', 'remove'];
  const one = (verb: string) =>
    `export async function ${verb}(request: Asked, reply: Reply) {\n  try {\n    reply.send(await ${topic}.${verb}(request));\n  } catch (error: any) {\n    ${fault};\n  }\n}\n`;
  return `declare const ${topic}: any;\n${verbs.map(one).join('\n')}`;
}

describe('from a fault to a lesson that works', () => {
  let demo: Awaited<ReturnType<typeof scratchDemo>>;
  let workbench: Workbench;
  const file = 'src/api/public/invoices.ts';
  const path = '.lessons/visitors-saw-where-our-code-lies.md';

  before(async () => {
    demo = await scratchDemo();
    for (const place of places) {
      mkdirSync(join(demo.path, 'src/api', place), { recursive: true });
      for (const topic of topics) {
        writeFileSync(join(demo.path, `src/api/${place}/${topic}.ts`), handlers(topic));
      }
    }
    writeFileSync(join(demo.path, 'src/api/api.d.ts'), declarations);
    git('add', 'src/api');
    git('commit', '-m', 'Handlers');
    const changed = join(demo.path, 'src/api/admin/mails.ts');
    const text = readFileSync(changed, 'utf8');
    writeFileSync(changed, text.replace(fault, `return ${fault}`));
    workbench = await Workbench.open({ workspace: demo.path });
  });
  after(async () => {
    await workbench?.close();
    await demo?.remove();
  });

  function git(...args: string[]): void {
    const who = ['-c', 'user.name=x', '-c', 'user.email=x@x.example'];
    execFileSync('git', [...who, ...args], { cwd: demo.path, stdio: 'ignore' });
  }

  async function answer(at: number, text: string): Promise<void> {
    const { page } = workbench;
    await page.locator('.quick-input-title', { hasText: `Capture a lesson (${at}/3)` }).waitFor();
    await page.keyboard.insertText(text);
    if (at === 1) {
      await workbench.screenshot('capture-1-question');
    }
    await page.keyboard.press('Enter');
  }

  it('is selected, captured, narrowed, saved and accepted', async () => {
    const { page } = workbench;
    await workbench.openFile(file, 6, 5);
    await page.keyboard.press('Shift+End');
    const line = page.locator(`.monaco-editor[data-uri$="${file}"] .view-line`, { hasText: 'stack' }).first();
    const item = await workbench.contextMenu(line, 'Capture Lesson…', { x: 80, y: 5 });
    await workbench.screenshot('capture-0-menu');
    await workbench.chooseFromMenu(item);
    await answer(1, 'Visitors saw where our code lies');
    await answer(2, 'Log the error and send a plain sentence');
    await answer(3, 'https://incidents.example/91');
    const draft = page.locator(`.monaco-editor[data-uri^="untitled:"][data-uri$="${path}"]`);
    await draft.waitFor();
    const message = page.locator('.sidebar .tree-explorer-viewlet-tree-view .message');
    await message.filter({ hasText: 'Too broad: 64 hits in 16 files, 1 in changed code.' }).waitFor();
    const rows = page.locator('.sidebar [role=tree][aria-label="Where Else?"] [role=treeitem]');
    const only = rows.filter({ hasText: 'Only in invoices.ts' });
    await only.waitFor();
    await rows.filter({ hasText: 'line 6' }).first().waitFor();
    // What is typed goes on in the draft, below the first heading.
    await page.keyboard.insertText('An error page showed the paths of our servers.');
    await workbench.screenshot('capture-2-draft-broad');
    await only.click();

    await message.filter({ hasText: /^4 hits in 1 file$/ }).waitFor();
    await draft.getByText('An error page showed the paths of our servers.').waitFor();
    await workbench.screenshot('capture-3-draft-narrowed');
    await page.keyboard.press('Control+s');
    await page.locator(`.monaco-editor[data-uri^="vscode-remote:"][data-uri$="${path}"]`).waitFor();
    assert.match(readFileSync(join(demo.path, path), 'utf8'), /status: proposed/);
    await workbench.command('Lessons: Accept Lesson…');
    await page.locator('.quick-input-title', { hasText: '(1/2)' }).waitFor();
    await workbench.entry('interface-unclear').click();
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-title', { hasText: '(2/2)' }).waitFor();
    await page.keyboard.press('Enter');
    await until(() => readFileSync(join(demo.path, path), 'utf8').includes('status: accepted'));
    await workbench.screenshot('capture-4-accepted');
    await workbench.openFile(file, 6, 5);
    const squiggles = page.locator(`.monaco-editor[data-uri$="${file}"] [class*="squiggly-"]`);
    await squiggles.first().waitFor();
    await workbench.screenshot('capture-5-speaks');
  });

  it('is offered wherever a fault shows', async () => {
    const { page } = workbench;
    const offered = async (target: Locator) => {
      const item = await workbench.contextMenu(target, 'Capture Lesson…');
      await page.keyboard.press('Escape');
      await item.waitFor({ state: 'detached' });
    };
    await workbench.openFile(file, 6, 5);
    const editor = page.locator(`.monaco-editor[data-uri$="${file}"]`);
    await offered(editor.locator('.line-numbers', { hasText: /^6$/ }).first());
    await workbench.command('View: Show Explorer');
    await offered(page.locator('.explorer-folders-view [role=treeitem][aria-label^="invoices.ts"]'));
    await page.getByRole('tab', { name: /^Source Control/ }).click();
    await offered(page.locator('.scm-view .resource', { hasText: 'mails.ts' }).first());
    await page.keyboard.press('Escape');
    writeFileSync(join(demo.path, 'src/broken.ts'), 'export const broken: number = "five";\n');
    await workbench.openFile('src/broken.ts', 1, 16);
    await page.locator('.monaco-editor[data-uri$="src/broken.ts"] .squiggly-error').first().waitFor();
    await workbench.quickFix('Capture a lesson from this problem…');
    await page.locator('.quick-input-title', { hasText: 'Capture a lesson (1/3)' }).waitFor();
    assert.match(await workbench.input.inputValue(), /^Type 'string' is not assignable to type 'number'\.$/);
    await page.keyboard.press('Escape');
  });

  describe('the view Where Else?', () => {
    const lesson = '.lessons/edge.md';
    const withScope = (scope: string) =>
      `---\nid: LSN-000000ED\ntitle: A lesson that is being written\napplies_to:\n  - ${scope}\n---\n`;
    const check = (what: string, scope: string, expected: RegExp, rows: number | undefined) =>
      it(what, async () => {
        const { page } = workbench;
        writeFileSync(join(demo.path, lesson), withScope(scope));
        await workbench.openFile(lesson, 1, 1);
        const view = page.locator('.sidebar .pane', { hasText: 'Where Else?' });
        await view.locator('.message', { hasText: expected }).waitFor();
        if (rows !== undefined) {
          assert.equal(await view.locator('[role=treeitem]').count(), rows);
        }
        await workbench.screenshot(`sweep-${what.replaceAll(' ', '-')}`);
        await workbench.command('View: Close Editor');
      });

    before(async () => {
      await workbench.tree();
      writeFileSync(join(demo.path, 'many.txt'), 'a straw\n'.repeat(1200));
    });

    check('says that nothing is hit', 'pattern: nowhereAtAllInHere', /^Nothing here is hit/, 0);
    check('says that a pattern is broken', 'pattern: "(("', /No scope of the lesson is whole yet/, 0);
    check(
      'counts no further than to a thousand',
      'pattern: a straw',
      /Too broad: 1,?000\+ hits in 1\+? file/,
      undefined,
    );

    it('goes when the last such lesson is closed', async () => {
      const view = workbench.page.locator('.sidebar .pane-header', { hasText: 'Where Else?' });
      await view.waitFor({ state: 'detached' });
    });

    it('looks right in a light theme', async () => {
      const { page } = workbench;
      await workbench.setTheme('Light 2026');
      writeFileSync(join(demo.path, lesson), withScope('pattern: error\\.stack'));
      await workbench.openFile(lesson, 1, 1);
      const view = page.locator('.sidebar .pane', { hasText: 'Where Else?' });
      const hit = view.locator('[role=treeitem]', { hasText: 'reply.send(error.stack)' }).first();
      await hit.click();
      await page.locator('.monaco-editor[data-uri$="src/api/admin/accounts.ts"]').waitFor();
      await workbench.screenshot('sweep-light');
      await view.locator('.message', { hasText: 'Too broad: 64 hits' }).waitFor();
    });
  });

  describe('a draft', () => {
    it('finds the same code in other ways, each with its hits, and outlasts the window', async () => {
      const { page } = workbench;
      await workbench.openFile(file, 14, 5);
      await page.keyboard.press('Shift+End');
      await workbench.command('Lessons: Capture Lesson…');
      await answer(1, 'Carriers read our paths');
      await answer(2, '');
      await answer(3, '');
      // The first lesson is of this file, too.
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'A new lesson' }).click();
      const draft = page.locator(
        '.monaco-editor[data-uri^="untitled:"][data-uri$="carriers-read-our-paths.md"]',
      );
      await draft.waitFor();
      await workbench.command('Lessons: Choose a Pattern…');
      const ways = page.locator('.quick-input-list .monaco-list-row');
      await ways.filter({ hasText: '64 hits in 16 files' }).first().waitFor();
      await until(async () => !(await labels(ways)).some((label) => label.includes('counting')));
      await workbench.screenshot('capture-6-patterns');
      assert.deepEqual(
        (await labels(ways)).map((label) => label.replace(/,.*?(\d+ hits?).*/, ': $1')),
        [
          'This very code: 64 hits',
          'The same text with any values and local variables: 64 hits',
          'The same structure with any local variables: 64 hits',
          'The same structure with any values and arguments: 128 hits',
        ],
      );
      await ways.filter({ hasText: '$A.send($B.stack)' }).click();
      await draft.getByText('structure: $A.send($B.stack)').waitFor();
      await draft.locator('.squiggly-warning').waitFor();
      await page.keyboard.press('Control+End');
      await page.keyboard.insertText('Nobody had looked at it.');
      // The editor puts what is not saved by a second after the last key.
      await page.waitForTimeout(3000);
      await draft.locator('.squiggly-warning').waitFor();
      await page.reload();
      await draft.getByText('Nobody had looked at it.').waitFor();
      await draft.locator('.squiggly-warning').waitFor();
      await draft.getByText('structure: $A.send($B.stack)').waitFor();
      await workbench.screenshot('capture-7-reloaded');
    });
  });
});
