import assert from 'node:assert/strict';
import { labels, scratchDemo, Workbench } from './workbench';

describe('Restricted Mode', () => {
  let demo: Awaited<ReturnType<typeof scratchDemo>>;
  let workbench: Workbench;

  before(async () => {
    demo = await scratchDemo();
    workbench = await Workbench.open({ workspace: demo.path, trust: false });
  });
  after(async () => {
    await workbench?.close();
    await demo?.remove();
  });

  it('shows lessons at the code and in their view', async () => {
    const { page } = workbench;
    const rows = await workbench.tree();
    await rows.filter({ hasText: 'All Lessons' }).waitFor();
    await workbench.openFile('src/firewall/rules.ts', 43, 25);
    await page.locator('.monaco-editor[data-uri$="rules.ts"] .squiggly-warning').first().waitFor();
    await workbench.command('Show or Focus Hover');
    const hover = page.locator('.monaco-resizable-hover .monaco-hover[role=tooltip]:not(.hidden)');
    await hover.getByText('A backtracking regular expression in a firewall rule').waitFor();
    await workbench.screenshot('restricted-dark');
    await page.keyboard.press('Escape');
  });

  it('says in the status of the language that nothing is written', async () => {
    await status(/Restricted Mode: nothing is written/);
  });

  it('greys out what writes, and says why where it is asked for all the same', async () => {
    const { page } = workbench;
    assert.deepEqual(await offered('Lessons: Capture Lesson…'), []);
    const button = page.locator('.pane-header a[aria-label^="Capture Lesson"]');
    assert.equal(await button.getAttribute('aria-disabled'), 'true');
    await workbench.openFile('.lessons/regex-backtracking.md', 1, 1);
    await page.locator('.view-line', { hasText: 'status: accepted' }).click();
    await workbench.quickFix('Retire this lesson…');
    await workbench.command('Notifications: Show Notifications');
    const notice = page.locator('.notifications-center .monaco-list-row', { hasText: 'In Restricted Mode' });
    await notice.waitFor();
    assert.equal(await notice.getByRole('button', { name: 'Manage Workspace Trust' }).count(), 1);
    await workbench.command('Notifications: Hide Notifications');
  });

  it('ends at once where trust is granted', async () => {
    const { page } = workbench;
    await workbench.command('Workspaces: Manage Workspace Trust');
    await page
      .locator('.workspace-trust-editor .monaco-button', { hasText: /^Trust/ })
      .first()
      .click();
    await page.keyboard.press('Escape');
    await workbench.openFile('src/firewall/rules.ts', 13, 1);
    await workbench.command('Lessons: Capture Lesson…');
    await page.locator('.quick-input-title', { hasText: 'Capture a lesson (1/3)' }).waitFor();
    await page.keyboard.press('Escape');
    // Git runs from now on: the line that is as it was committed goes quiet.
    await page.locator('.monaco-editor[data-uri$="rules.ts"] .squiggly-hint').first().waitFor();
    await status(/^1 lesson here(?![\s\S]*Restricted)/);
  });

  async function status(wanted: RegExp): Promise<void> {
    const { page } = workbench;
    await page.locator('[id="status.languageStatus"]').hover();
    await page.locator('.hover-language-status', { hasText: wanted }).first().waitFor();
    await page.keyboard.press('Escape');
  }

  /** What the palette offers under a title. */
  async function offered(title: string): Promise<string[]> {
    const { page } = workbench;
    await page.keyboard.press('F1');
    await workbench.input.fill(`>${title}`);
    await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    const all = await labels(page.locator('.quick-input-list .monaco-list-row'));
    await page.keyboard.press('Escape');
    return all.filter((label) => label.startsWith(title));
  }
});
