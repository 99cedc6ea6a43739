import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { git } from '../workbench/git.mjs';
import { labels, scratchDemo, until, Workbench } from './workbench';

const path = 'src/net/heartbeat.ts';
const advice = 'Compare the claimed length with the number of bytes that really arrived';
const id = 'LSN-9JQ4KG70';

/** As an ordinary person does all day: edit, commit, wonder, disagree. */
describe('editing a risky function', () => {
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

  const squiggle = (kind: string) =>
    workbench.page.locator(`.monaco-editor[data-uri$="${path}"] .squiggly-${kind}`);
  const hover = () =>
    workbench.page.locator('.monaco-resizable-hover .monaco-hover[role=tooltip]:not(.hidden)');
  const save = async (holding: string) => {
    await workbench.command('File: Save');
    await until(() => readFileSync(join(demo.path, path), 'utf8').includes(holding));
  };

  it('shows the lesson while it is changed', async () => {
    const { page } = workbench;
    await workbench.openFile(path, 28, 5);
    await squiggle('hint').first().waitFor();
    assert.equal(await squiggle('warning').count(), 0);
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('// The length is what the peer says it is.');
    await squiggle('warning').first().waitFor();
    await save('what the peer says');
    const problems = await workbench.problems();
    await problems.filter({ hasText: id }).waitFor();
    assert.equal(
      (await labels(problems)).some((label) => label.startsWith(`Warning: ${advice}`)),
      true,
    );
    await workbench.openFile(path, 28, 5);
    await workbench.command('Show or Focus Hover');
    await hover().getByText('Open Lesson').waitFor();
    const text = (await hover().innerText()).replace(/\s+/g, ' ');
    // The advice is in the diagnostic above, and is not told twice.
    assert.equal(text.split(advice).length, 2);
    assert.match(text, /Incident at nvd\.nist\.gov · high|critical severity, .*\d+ years ago/);
    assert.match(text, /Open Lesson \| Open Incident \| Useful \| Not Useful… \| Not Here… \| Why\?/);
    await workbench.screenshot('editing-hover-dark');
    await page.keyboard.press('Escape');
  });

  it('goes quiet when the change is committed', async () => {
    await git(demo.path, ['-c', 'user.name=a', '-c', 'user.email=a@a.example', 'commit', '-qam', 'Say so']);
    await squiggle('hint').first().waitFor();
    await squiggle('warning').first().waitFor({ state: 'hidden' });
    const problems = await workbench.problems();
    assert.equal(await problems.filter({ hasText: id }).count(), 0);
    await workbench.command('View: Hide Panel');
  });

  it('says why it is quiet, rule by rule, and what would change that', async () => {
    const { page } = workbench;
    await workbench.openFile(path, 28, 5);
    await workbench.command('Show or Focus Hover');
    await hover().locator('a', { hasText: 'Why?' }).click();
    await page.locator('.quick-input-title', { hasText: 'Shown at line 28' }).waitFor();
    const rows = () => labels(page.locator('.quick-input-list .monaco-list-row'));
    const [change, ...rules] = await rows();
    assert.match(
      change ?? '',
      /What would change that.*Change the place, or set lessons\.diagnostics\.show to all\./,
    );
    assert.match(
      rules.join('\n'),
      /status[\s\S]*applies_to\[0\]\.symbols, lets it through, Found: Heartbeat/,
    );
    await workbench.screenshot('why-dark');
    // The list shows some at a time.
    await workbench.input.fill('changed');
    await until(async () =>
      (await rows()).some((row) => /changed, holds it back, .*as it was committed/.test(row)),
    );
    await page.keyboard.press('Escape');
  });

  it('is silenced here, with a reason, by a comment that undo takes back', async () => {
    const { page } = workbench;
    await workbench.openFile(path, 28, 5);
    await page.keyboard.press('Control+.');
    await page.locator('.action-widget .monaco-list-row.action', { hasText: 'Not here' }).click();
    await page
      .locator('.quick-input-widget')
      .getByText(/reason|why/i)
      .first()
      .waitFor();
    await workbench.input.fill('the caller has checked the length');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await page.keyboard.press('Enter');
    const comment = page.locator('.view-line', {
      hasText: `lessons-ignore ${id} -- the caller has checked the length`,
    });
    await comment.waitFor();
    await squiggle('hint').first().waitFor({ state: 'hidden' });
    await workbench.screenshot('not-here-dark');
    await page.keyboard.press('Control+z');
    await comment.waitFor({ state: 'hidden' });
    await squiggle('hint').first().waitFor();
  });
});
