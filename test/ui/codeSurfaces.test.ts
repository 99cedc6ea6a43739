import assert from 'node:assert/strict';
import { scratchDemo, until, Workbench } from './workbench';

const rules = 'src/firewall/rules.ts';

describe('the small surfaces at the code', () => {
  let demo: Awaited<ReturnType<typeof scratchDemo>>;
  let workbench: Workbench;

  before(async () => {
    demo = await scratchDemo();
    workbench = await Workbench.open({ workspace: demo.path, settings: { 'lessons.codeLens.code': true } });
  });
  after(async () => {
    await workbench?.close();
    await demo?.remove();
  });

  it('mark a line on which a lesson speaks, and follow the text without a moment without it', async () => {
    const { page } = workbench;
    await workbench.openFile(rules, 13, 1);
    await marks().first().waitFor();
    assert.equal(await markedLine(), 13);
    await page.keyboard.press('Enter');
    assert.equal(await markedLine(), 14);
    await page.keyboard.press('Control+z');
    await until(async () => (await markedLine()) === 13);
  });

  it('tell above the code how many lessons it has, and lead to them', async () => {
    const { page } = workbench;
    await workbench.openFile(rules, 13, 1);
    await lens().first().waitFor({ state: 'attached' });
    // By keyboard, where each lens is read aloud.
    const entry = workbench.entry('1 lesson: Rewrite the expression');
    await until(async () => {
      // There is nothing to choose from before the lens is drawn.
      await workbench.command('Show CodeLens Commands for Current Line');
      await page.waitForTimeout(1000);
      return entry.isVisible();
    });
    await entry.click();
    await hover().getByText('A backtracking regular expression in a firewall rule').waitFor();
    await workbench.screenshot('lens-dark');
    await page.keyboard.press('Escape');
  });

  it('go from lesson to lesson, showing each, and say where there is none', async () => {
    const { page } = workbench;
    await workbench.openFile(rules, 14, 1);
    await workbench.command('Lessons: Go to Next Lesson in File');
    await cursorAt('Ln 43, Col 21');
    await hover().getByText('A backtracking regular expression in a firewall rule').waitFor();
    await page.keyboard.press('Escape');
    await workbench.command('Lessons: Go to Next Lesson in File');
    await cursorAt('Ln 13, Col 32');
    await page.keyboard.press('Escape');
    await workbench.command('Lessons: Go to Previous Lesson in File');
    await cursorAt('Ln 43, Col 21');
    await page.keyboard.press('Escape');
    await workbench.openFile('src/flags.ts', 1, 1);
    await workbench.command('Lessons: Go to Next Lesson in File');
    await workbench.command('Notifications: Show Notifications');
    await page.locator('.notifications-center', { hasText: 'No lesson has a place in this file' }).waitFor();
    await workbench.command('Notifications: Hide Notifications');
  });

  it('tell in the status of the language how many there are, without an icon that would be read aloud', async () => {
    await workbench.openFile(rules, 13, 1);
    assert.match(await status('here'), /^1 lesson here\s+1 lesson file needs repair\s+Show$/);
    await workbench.screenshot('status-dark');
    await workbench.openFile('README.md', 1, 1);
    assert.match(await status('here'), /^No lesson here/);
  });

  it('are gone where lessons are off, and back where they are on', async () => {
    const { page } = workbench;
    await workbench.openFile(rules, 13, 1);
    await marks().first().waitFor();
    await workbench.command('Lessons: Turn Lessons Off');
    await marks().first().waitFor({ state: 'detached' });
    await until(async () => (await lens().count()) === 0);
    assert.match(await status('Lessons'), /^Lessons are off\s+Turn On$/);
    await page.locator('.hover-language-status a', { hasText: 'Turn On' }).click();
    await marks().first().waitFor();
    await until(async () => (await lens().count()) > 0);
  });

  const marks = () =>
    workbench.page.locator('.glyph-margin-widgets .cgmr[class*="TextEditorDecorationType"]');
  const lens = () =>
    workbench.page.locator('.codelens-decoration a', { hasText: '1 lesson: Rewrite the expression' });
  const hover = () =>
    workbench.page.locator('.monaco-resizable-hover .monaco-hover[role=tooltip]:not(.hidden)');
  const cursorAt = (place: string) =>
    workbench.page.locator('[id="status.editor.selection"]', { hasText: place }).waitFor();

  /** The number beside the only mark in view. */
  async function markedLine(): Promise<number> {
    const { page } = workbench;
    assert.equal(await marks().count(), 1);
    const mark = await marks().boundingBox();
    const numbers = await page.locator('.line-numbers').all();
    for (const number of numbers) {
      const box = await number.boundingBox();
      if (mark !== null && box !== null && Math.abs(box.y - mark.y) < box.height / 2) {
        return Number(await number.innerText());
      }
    }
    return 0;
  }

  /** What our entry in the status of the language says. */
  async function status(word: string): Promise<string> {
    const { page } = workbench;
    await page.locator('[id="status.languageStatus"]').hover();
    const entry = page.locator('.hover-language-status', { hasText: word }).first();
    await entry.waitFor();
    const text = await entry.innerText();
    assert.doesNotMatch(text, /\$\(/);
    return text;
  }
});
