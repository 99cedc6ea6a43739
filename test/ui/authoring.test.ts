import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scratchDemo, until, Workbench } from './workbench';

const path = '.lessons/chosen-twice.md';

describe('an author who has never seen the format', () => {
  let demo: Awaited<ReturnType<typeof scratchDemo>>;
  let workbench: Workbench;

  before(async () => {
    demo = await scratchDemo();
    writeFileSync(join(demo.path, path), '');
    workbench = await Workbench.open({ workspace: demo.path });
  });
  after(async () => {
    await workbench?.close();
    await demo?.remove();
  });

  /** Asks what may stand at the cursor, and takes one answer. */
  const take = async (label: string, picture?: string) => {
    await workbench.suggest(label);
    if (picture !== undefined) {
      await workbench.screenshot(picture);
    }
    await workbench.suggestion(label).click();
  };

  it('writes an acceptable lesson with completion and quick fixes alone', async () => {
    const { page } = workbench;
    const { keyboard } = page;
    const text = () => readFileSync(join(demo.path, path), 'utf8');
    await workbench.openFile(path);

    await take('A whole lesson', 'authoring-1-empty');
    await keyboard.type('Two carriers were chosen for one order');
    await keyboard.press('Tab');
    // The first gap of a scope offers what a scope may say.
    await keyboard.press('Tab');
    await take('src', 'authoring-2-paths');
    await take('orders');
    await take('routing.ts');
    await keyboard.press('End');
    await keyboard.press('Enter');
    await take('symbols');
    await take('chooseRoute', 'authoring-3-symbols');

    await workbench.goTo(4, 1);
    await keyboard.press('End');
    await keyboard.press('Shift+Home');
    await keyboard.type('status: ');
    await take('accepted', 'authoring-4-status');
    await workbench.command('File: Save');
    const problems = await workbench.problems();
    await problems.filter({ hasText: 'An accepted lesson also needs' }).waitFor();
    await workbench.screenshot('authoring-5-problem');
    await workbench.command('View: Hide Panel');

    await workbench.goTo(4, 12);
    await keyboard.press('Control+.');
    await page
      .locator('.action-widget .monaco-list-row.action', { hasText: 'Add what acceptance needs' })
      .waitFor();
    await workbench.screenshot('authoring-6-quick-fix');
    await page
      .locator('.action-widget .monaco-list-row.action', { hasText: 'Add what acceptance needs' })
      .click();
    await workbench.answer(
      /What to do instead/,
      'Choose the carrier once, and store the choice with the order',
    );
    await workbench.answer(/Link to the incident/, 'https://a.example/incidents/17');
    await workbench.screenshot('authoring-7-factors');
    await workbench.entry('implicit-state').click();
    await keyboard.press('Enter');
    await workbench.entry('high').click();

    await workbench.command('File: Save');
    // The file is emptied before it is written.
    await until(() => text().includes('\nconfidence: high\n'));
    assert.match(text(), /^status: accepted$/m);
    await workbench.screenshot('authoring-8-accepted');

    const lint = execFileSync(
      process.execPath,
      ['dist/cli.js', 'lint', '--root', demo.path, join(demo.path, path)],
      {
        encoding: 'utf8',
      },
    );
    assert.match(lint, /^0 problems/);
    const rows = await workbench.problems();
    assert.equal(await rows.filter({ hasText: 'Two carriers' }).count(), 0);
  });

  it('retires it with a reason, and supersedes another, each saved at once', async () => {
    const { page } = workbench;
    const file = (name: string) => readFileSync(join(demo.path, '.lessons', name), 'utf8');
    await workbench.openFile(path);
    await workbench.command('Lessons: Retire Lesson…');
    await workbench.entry('Deprecated').click();
    await workbench.answer(/Why, for those who find it later/, 'The carrier is chosen elsewhere now');
    await until(() => file('chosen-twice.md').includes('The carrier is chosen elsewhere now'));
    assert.match(
      file('chosen-twice.md'),
      /^status: deprecated$[\s\S]*^## History\n\n- \d{4}-\d\d-\d\d, deprecated: The carrier is chosen elsewhere now\n/m,
    );
    const before = file('capacity-floor.md');
    await workbench.openFile('.lessons/capacity-floor.md');
    await workbench.command('Lessons: Supersede Lesson With…');
    await page
      .locator('.quick-input-widget')
      .getByText(/^Supersede "/)
      .waitFor();
    await workbench.input.fill('Retries');
    await workbench.entry('Retries at the same moment').waitFor();
    await workbench.screenshot('authoring-9-supersede');
    await workbench.entry('Retries at the same moment').click();
    await until(() => file('capacity-floor.md').includes('status: superseded'));
    const after = file('capacity-floor.md');
    assert.match(after, /^superseded_by:\n {2}- LSN-KPFK0H2J$/m);
    const added = after.split('\n').filter((line) => !before.includes(line));
    assert.deepEqual(added, ['status: superseded', 'superseded_by:', '  - LSN-KPFK0H2J']);
  });
});
