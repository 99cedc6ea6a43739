import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scratchDemo, until, Workbench } from './workbench';

const rules = 'src/firewall/rules.ts';

describe('not here, in a real workbench', () => {
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

  it('asks why, and for how long, and the lesson goes quiet', async () => {
    const { page } = workbench;
    await workbench.openFile(rules, 43, 25);
    const squiggle = page.locator(`.monaco-editor[data-uri$="${rules}"] .squiggly-warning`);
    await squiggle.first().waitFor();
    const before = readFileSync(join(demo.path, rules), 'utf8');
    await workbench.command('Lessons: Not Here…');
    const input = workbench.input;
    await page.locator('.quick-input-title', { hasText: 'Not here: A backtracking' }).waitFor();
    await workbench.screenshot('not-here-reason');
    await input.pressSequentially('The input is at most 80 characters long');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'For a year' }).waitFor();
    await workbench.screenshot('not-here-term');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'For a year' }).click();
    await squiggle.first().waitFor({ state: 'detached' });
    await workbench.screenshot('not-here-written');
    await workbench.command('File: Save');
    await until(() => readFileSync(join(demo.path, rules), 'utf8') !== before);
    const [comment = '', code = ''] = readFileSync(join(demo.path, rules), 'utf8').split('\n').slice(42, 44);
    assert.match(
      comment,
      /^\s*\/\/ lessons-ignore LSN-BSEBK5W4 -- The input is at most 80 characters long \(until \d{4}-\d\d-\d\d\)$/,
    );
    assert.equal(code, before.split('\n')[42]);
    await workbench.command('Undo');
    await squiggle.first().waitFor();
    await workbench.command('File: Save');
    await until(() => readFileSync(join(demo.path, rules), 'utf8') === before);
  });
});
