import assert from 'node:assert/strict';
import { labels, scratchDemo, Workbench } from './workbench';

describe('the view Team Lessons, by keyboard', () => {
  let demo: Awaited<ReturnType<typeof scratchDemo>>;
  let workbench: Workbench;

  before(async () => {
    demo = await scratchDemo();
    workbench = await Workbench.open({ workspace: demo.path });
  });
  after(async () => {
    await workbench?.close();
    await demo?.remove();
  });

  const level = async (wanted: number) => {
    const rows = await workbench.tree();
    return labels(rows.and(workbench.page.locator(`[aria-level="${wanted}"]`)));
  };

  it('tells what applies to the file, and all by area', async () => {
    await workbench.openFile('src/firewall/rules.ts', 43, 25);
    const rows = await workbench.tree();
    await rows.filter({ hasText: 'tools' }).waitFor();
    assert.deepEqual(await level(1), [
      'This File 1',
      'Needs Repair 1',
      'Needs Review 1',
      'All Lessons 14 · by area',
    ]);
    const said = (await labels(rows)).find((label) => label.startsWith('A backtracking regular'));
    assert.match(
      said ?? '',
      /stop every server, line 43, pattern, 2 places, critical severity, high confidence/,
    );
    assert.match(
      (await level(2)).join(),
      /Anywhere in the code 3,.*config 1,deploy 1,resolver 2,src 4,tools 3/,
    );
  });

  it('moves, folds and opens', async () => {
    const { page } = workbench;
    const rows = await workbench.tree();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowLeft');
    await rows.filter({ hasText: 'line 43' }).waitFor({ state: 'detached' });
    await page.keyboard.press('ArrowRight');
    await rows.filter({ hasText: 'line 43' }).waitFor();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.locator('.monaco-editor[data-uri$=".lessons/missing-units.md"]').waitFor();
    await workbench.command('View: Close Editor');
  });

  it('groups by severity, and remembers it', async () => {
    const rows = await workbench.tree();
    await workbench.command('Lessons: Group by Severity');
    await rows.filter({ hasText: 'by severity' }).waitFor();
    await rows.filter({ hasText: 'Medium severity' }).waitFor();
    await workbench.screenshot('tree-severity-dark');
    await workbench.page.reload();
    await workbench.page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
    await (await workbench.tree()).filter({ hasText: 'by severity' }).waitFor();
  });

  it('filters, says so, and shows all again', async () => {
    const { page } = workbench;
    const rows = await workbench.tree();
    await workbench.command('Lessons: Filter…');
    await workbench.answer(/Words of the title/, 'regular expression');
    await page
      .locator('.sidebar .tree-explorer-viewlet-tree-view .message', { hasText: 'regular expression' })
      .waitFor();
    const all = (count: number) => rows.and(page.locator(`[aria-label^="All Lessons ${count} "]`));
    await all(2).waitFor();
    await workbench.screenshot('tree-filter-dark');
    await workbench.command('Lessons: Filter…');
    await workbench.answer(/Words of the title/, 'nowhere at all');
    await page.locator('.sidebar .welcome-view-content', { hasText: 'all words of the filter' }).waitFor();
    await workbench.setTheme('Light 2026');
    await workbench.screenshot('tree-nothing-light');
    await workbench.command('Lessons: Clear Filter');
    await all(14).waitFor();
    await workbench.screenshot('tree-light');
    await workbench.setTheme('Dark 2026');
  });

  it('adds the file in front to a lesson', async () => {
    const { page } = workbench;
    await workbench.openFile('tools/units.py', 1, 1);
    await workbench.command('Lessons: Add This File to the Lesson…');
    await workbench.input.fill('32-bit primary key');
    await page.keyboard.press('Enter');
    const editor = page.locator('.monaco-editor[data-uri$=".lessons/integer-key.md"]');
    await editor.waitFor();
    await editor.getByText('tools/units.py').first().waitFor();
  });

  it('adds a file whose tab is dragged onto a lesson, and says where else one dropped it', async () => {
    const { page } = workbench;
    await workbench.openFile('tools/units.py', 1, 1);
    const rows = await workbench.tree();
    const tab = page.locator('.tabs-container .tab[data-resource-name="units.py"]');
    const editor = page.locator('.monaco-editor[data-uri$=".lessons/capacity-floor.md"]');
    await workbench.drag(tab, rows.filter({ hasText: 'removed far more servers' }), editor);
    await editor.getByText('- tools/capacity.py').waitFor();
    await editor.getByText('- tools/units.py').waitFor();
    await tab.dragTo(rows.filter({ hasText: 'All Lessons' }), { steps: 10 });
    await workbench.command('Notifications: Show Notifications');
    await page.locator('.notifications-center', { hasText: 'Drop a file on a lesson' }).waitFor();
  });

  it('adds files of the Explorer, several at once', async () => {
    const { page } = workbench;
    await workbench.command('View: Move View');
    await workbench.entry('Team Lessons').click();
    await workbench.entry('New Secondary Side Bar Entry').click();
    await workbench.command('File: Focus on Files Explorer');
    const rows = page.locator('.auxiliarybar [role=tree][aria-label="Team Lessons"] [role=treeitem]');
    const files = page.locator('.explorer-folders-view .monaco-list-row');
    const tsconfig = files.filter({ hasText: 'tsconfig.json' });
    await files.filter({ hasText: 'README.md' }).click();
    await tsconfig.click({ modifiers: ['Control'] });
    const editor = page.locator('.monaco-editor[data-uri$=".lessons/config-everywhere.md"]');
    await workbench.drag(tsconfig, rows.filter({ hasText: 'A content update' }), editor);
    await editor.getByText('- config/').waitFor();
    await editor.getByText('- README.md').waitFor();
    await editor.getByText('- tsconfig.json').waitFor();
    await workbench.screenshot('tree-dropped-dark');
  });
});
