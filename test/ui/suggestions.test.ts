import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { labels, scratchDemo, Workbench } from './workbench';

describe('what history and others could teach', () => {
  let demo: Awaited<ReturnType<typeof scratchDemo>>;
  let workbench: Workbench;
  const file = 'src/firewall/rules.ts';

  before(async () => {
    demo = await scratchDemo();
    const identity = ['-c', 'user.name=a', '-c', 'user.email=a@b.example', '-c', 'commit.gpgSign=false'];
    for (const message of ['fix: a crash on an empty rule (#12)', 'docs: rules', 'Merge commit from fork']) {
      appendFileSync(join(demo.path, file), `// ${message}\n`);
      execFileSync('git', ['-C', demo.path, ...identity, 'commit', '-q', '-m', message, '--', file]);
    }
    mkdirSync(join(demo.path, 'osv'));
    for (const id of ['A-1', 'A-2']) {
      const record = { id, modified: '2026-01-02T00:00:00Z', summary: `Tokens of ${id} stay valid` };
      writeFileSync(join(demo.path, `osv/${id}.json`), JSON.stringify(record));
    }
    workbench = await Workbench.open({ workspace: demo.path });
  });
  after(async () => {
    await workbench?.close();
    await demo?.remove();
  });

  it('waits closed at the end of the view, and tells commits with their reasons', async () => {
    const { page } = workbench;
    const rows = await workbench.tree();
    const section = rows.filter({ hasText: 'Worth a Lesson' });
    await section.waitFor({ timeout: 60_000 });
    assert.equal(await section.getAttribute('aria-expanded'), 'false');
    await section.click();
    await page.keyboard.press('End');
    await rows.filter({ hasText: 'a crash on an empty rule' }).waitFor();
    await workbench.screenshot('suggestions-dark');
    assert.deepEqual(
      (await labels(rows)).slice(-2).map((label) => label.replace(/\d{4}-\d{2}-\d{2}/, 'DAY')),
      [
        'Merge commit from fork: firewall/rules.ts, DAY, merged from a private fork',
        'fix: a crash on an empty rule, DAY, harm: crash, fix',
      ],
    );
  });

  it('hides a commit that teaches nothing, shows another, and captures from it', async () => {
    const { page } = workbench;
    const rows = await workbench.tree();
    const fix = rows.filter({ hasText: 'a crash on an empty rule' });
    const merge = rows.filter({ hasText: 'Merge commit from fork' });
    await workbench.chooseFromMenu(await workbench.contextMenu(merge, 'Not a Lesson'));
    await merge.waitFor({ state: 'detached' });
    await fix.click();
    await page.getByRole('tab', { name: /^fix: a crash on an empty rule/ }).waitFor();
    await fix.hover();
    await fix.getByRole('button', { name: 'Capture From Commit…' }).click();
    await page.getByRole('tab', { name: /a-crash-on-an-empty-rule\.md/i }).waitFor();
  });

  it('imports a folder of records, and shows the new lessons', async () => {
    const { page } = workbench;
    await workbench.command('Lessons: Import Lessons…');
    await workbench.entry('A folder with all that is in it…').click();
    const path = page.locator('.quick-input-widget input:visible');
    await path.fill(`${join(demo.path, 'osv')}/`);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await workbench.command('Notifications: Show Notifications');
    const told = page.locator('.notifications-center .monaco-list-row', {
      hasText: '2 lessons are proposed.',
    });
    await told.waitFor();
    await workbench.screenshot('import-dark');
    await told.getByRole('button', { name: 'Show', exact: true }).click();
    const rows = await workbench.tree();
    await rows.filter({ hasText: 'Tokens of A-1 stay valid' }).first().waitFor();
    const written = readdirSync(join(demo.path, '.lessons')).filter((name) => name.startsWith('tokens-of-'));
    assert.deepEqual(written, ['tokens-of-a-1-stay-valid.md', 'tokens-of-a-2-stay-valid.md']);
  });
});
