import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { labels, scratchDemo, until, Workbench } from './workbench';

const advice = 'Rewrite the expression without a quantifier inside a quantified group';
const rules = 'src/firewall/rules.ts';

describe('the demo in a real workbench', () => {
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

  it('boots without a complaint about the manifest', () => {
    assert.deepEqual(
      workbench.console.filter((line) => line.startsWith('[team-lessons.team-lessons]:')),
      [],
    );
  });

  it('runs the extension, as there are lessons', async () => {
    assert.equal((await workbench.runningExtensions()).includes('team-lessons.team-lessons'), true);
  });

  it('marks the changed line, and tells in the hover what happened', async () => {
    const { page } = workbench;
    await workbench.openFile(rules, 43, 25);
    await page.locator(`.monaco-editor[data-uri$="${rules}"] .squiggly-warning`).first().waitFor();
    await workbench.command('Show or Focus Hover');
    const hover = page.locator('.monaco-resizable-hover .monaco-hover[role=tooltip]:not(.hidden)');
    await hover.getByText('A backtracking regular expression in a firewall rule').waitFor();
    const text = (await hover.innerText()).replace(/\s+/g, ' ');
    assert.match(text, new RegExp(`${advice}[\\s\\S]*LSN-BSEBK5W4`));
    assert.match(
      text,
      /On 2 July 2019[\s\S]*Instead:[\s\S]*Incident at blog\.cloudflare\.com[\s\S]*Open Lesson/,
    );
    assert.equal(await hover.locator('a.code-link[href$="/.lessons/regex-backtracking.md"]').count(), 1);
    assert.equal(await hover.locator('a[data-href^="https://blog.cloudflare.com/"]').count(), 1);
    await workbench.screenshot('hover-dark');
    await page.keyboard.press('Escape');
  });

  it('lists it in the Problems panel, with the lesson behind the id', async () => {
    const problems = await workbench.problems();
    await problems.filter({ hasText: 'LSN-BSEBK5W4' }).waitFor();
    const heard = await labels(problems);
    assert.equal(
      heard.filter((label) => label.startsWith(`Warning: ${advice}`) && label.includes('at line 43')).length,
      1,
    );
    // The older rule of the same shape is not being changed: it stays out of the panel.
    assert.equal(
      heard.some((label) => label.includes('at line 13 ')),
      false,
    );
    assert.equal(heard.filter((label) => label.includes('This pattern does not compile')).length, 1);
    await workbench.screenshot('problems-dark');
    await problems.locator('a.monaco-link', { hasText: 'LSN-BSEBK5W4' }).click({ modifiers: ['Control'] });
    await workbench.page.locator('.monaco-editor[data-uri$=".lessons/regex-backtracking.md"]').waitFor();
    await workbench.command('View: Close Editor');
    await workbench.command('View: Hide Panel');
  });

  it('offers the lesson and the incident in the light bulb', async () => {
    const { page } = workbench;
    await workbench.openFile(rules, 43, 25);
    await page.keyboard.press('Control+.');
    const actions = page.locator('.action-widget .monaco-list-row.action');
    await actions.filter({ hasText: 'Open incident: blog.cloudflare.com' }).waitFor();
    assert.equal(
      (await labels(actions)).some((label) => label.startsWith('Open lesson: A backtracking regular')),
      true,
    );
    await workbench.screenshot('lightbulb-dark');
    await page.keyboard.press('Escape');
  });

  it('shows the team’s lessons in a view of its own, and opens them', async () => {
    const { page } = workbench;
    await workbench.openFile(rules);
    const rows = await workbench.tree();
    await rows.filter({ hasText: 'All Lessons' }).waitFor();
    const texts = await labels(rows);
    assert.equal(
      texts.some(
        (label) =>
          label.startsWith('A backtracking regular expression') && label.includes('critical severity'),
      ),
      true,
    );
    assert.equal(
      texts.some((label) => label === 'broken-on-purpose.md, 3 problems'),
      true,
    );
    await page.getByRole('tab', { name: /^Lessons.* - 1 lesson applies to this file/ }).waitFor();
    await workbench.screenshot('tree-dark');
    await rows.filter({ hasText: 'A data directory was removed on' }).last().click();
    await page.locator('.monaco-editor[data-uri$=".lessons/wrong-host.md"]').waitFor();
  });

  it('captures a lesson from the symbol at the cursor, which applies as soon as it is saved', async () => {
    const { page } = workbench;
    await workbench.openFile('src/orders/routing.ts', 30, 5);
    await workbench.command('Lessons: Capture Lesson…');
    await step(1);
    await workbench.input.fill('Too short'.slice(0, 5));
    await page.locator('.quick-input-message', { hasText: 'A title has at least 8 characters.' }).waitFor();
    await workbench.input.fill('Orders went to a carrier that was closed');
    await workbench.screenshot('capture-dark');
    await page.keyboard.press('Enter');
    await step(2);
    await page.keyboard.press('Enter');
    await step(3);
    await workbench.input.fill('https://incidents.example/77');
    await page.keyboard.press('Enter');
    const path = '.lessons/orders-went-to-a-carrier-that-was-closed.md';
    await page.locator(`.monaco-editor[data-uri^="untitled:"][data-uri$="${path}"]`).waitFor();
    assert.equal(existsSync(join(demo.path, path)), false);
    await workbench.screenshot('captured-dark');
    await workbench.command('File: Save');
    await page.locator(`.monaco-editor[data-uri^="vscode-remote:"][data-uri$="${path}"]`).waitFor();
    const file = readFileSync(join(demo.path, path), 'utf8');
    assert.match(
      file,
      /status: proposed[\s\S]*paths:\n +- src\/orders\/routing\.ts\n +symbols:\n +- \w+[\s\S]*url: https:\/\/incidents\.example\/77/,
    );
    const rows = await workbench.tree();
    await rows.filter({ hasText: 'Orders went to a carrier that was closed' }).first().waitFor();
    await workbench.openFile('src/orders/routing.ts', 30, 5);
    await page.locator('.monaco-editor[data-uri$="routing.ts"] .squiggly-hint').first().waitFor();
    assert.equal(
      (await labels(await workbench.problems())).some((label) => label.includes(path)),
      false,
    );
  });

  it('never writes over a lesson that is there', async () => {
    const { page } = workbench;
    await workbench.openFile('README.md');
    await workbench.command('Lessons: Capture Lesson…');
    await workbench.input.fill('Orders went to a carrier that was closed');
    await page.keyboard.press('Enter');
    await step(2);
    await page.keyboard.press('Escape');
    // The lesson that is there is offered first, to be added to.
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'A new lesson' }).waitFor();
    await workbench.screenshot('similar-dark');
    await page.keyboard.press('Enter');
    await page.locator('.monaco-editor[data-uri*="that-was-closed.LSN-"]').waitFor();
    await workbench.command('File: Save');
    const named = () =>
      readdirSync(join(demo.path, '.lessons')).filter((name) => name.startsWith('orders-went'));
    await until(() => named().length === 2);
    assert.match(named().join(), /orders-went-to-a-carrier-that-was-closed\.LSN-[0-9A-Z]{8}\.md/);
  });

  async function step(at: number): Promise<void> {
    const title = `Capture a lesson (${at}/3)`;
    await workbench.page.locator('.quick-input-title', { hasText: title }).waitFor();
  }

  it('follows no link of a hostile lesson but https ones, and fetches nothing for it', async () => {
    const { page } = workbench;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const stories = [
      '[a](http://spy.example/a) [b](command:workbench.action.quit) [c](file:///etc/passwd) [d](<ftp://spy.example>)',
      'http://spy.example/e www.spy.example <http://spy.example/f> spy@spy.example <mailto:spy@spy.example>',
      '[g][r] ![i](https://spy.example/i.png) <img src="https://spy.example/j.png">\n[r]: http://spy.example/r',
    ];
    const keys = 'title: Read on at http://spy.example/title\napplies_to: {pattern: needle}';
    stories.forEach((story, index) => {
      const text = `---\nid: LSN-0000000${index}\n${keys}\n---\n[ok](https://www.fine.example/${index}) ${story}\n`;
      writeFileSync(join(demo.path, `.lessons/hostile${index}.md`), text);
    });
    writeFileSync(join(demo.path, 'hay.txt'), 'a needle in it\n');
    await workbench.openFile('hay.txt', 1, 4);
    await page.locator('.monaco-editor[data-uri$="hay.txt"] .squiggly-hint').first().waitFor();
    await workbench.command('Show or Focus Hover');
    const hover = page.locator('.monaco-resizable-hover .monaco-hover[role=tooltip]:not(.hidden)');
    await hover.getByText('Open Lesson').last().waitFor();
    const links = await hover
      .locator('.rendered-markdown a')
      .evaluateAll((anchors) =>
        anchors.map((anchor) => anchor.getAttribute('data-href') ?? anchor.getAttribute('href') ?? ''),
      );
    const isButton = (link: string) =>
      /^command:lessons\.(?:openLesson|useful|notUseful|notHere|why)\?/.test(link);
    const ours = links.filter((link) => !isButton(link));
    const fine = ['https://www.fine.example/0', 'https://www.fine.example/1', 'https://www.fine.example/2'];
    assert.deepEqual(ours, [...fine, 'https://spy.example/i.png']);
    assert.equal(await hover.locator('img').count(), 0);
    assert.deepEqual(
      asked.filter((url) => url.includes('spy.example')),
      [],
    );
    await page.keyboard.press('Escape');
  });

  for (const [name, theme] of Object.entries({ light: 'Light 2026', contrast: 'Dark High Contrast' })) {
    it(`looks right in ${theme}`, async () => {
      const { page } = workbench;
      await workbench.setTheme(theme);
      await workbench.openFile(rules, 43, 25);
      await workbench.tree();
      const problems = await workbench.problems();
      await problems.filter({ hasText: 'LSN-BSEBK5W4' }).waitFor();
      await workbench.screenshot(`problems-${name}`);
      await workbench.command('View: Hide Panel');
      await workbench.openFile(rules, 43, 25);
      await workbench.command('Show or Focus Hover');
      await page.locator('.monaco-hover[role=tooltip]:not(.hidden)').getByText('A backtracking').waitFor();
      await workbench.screenshot(`hover-${name}`);
      await page.keyboard.press('Escape');
    });
  }
});

describe('a folder without lessons', () => {
  let demo: Awaited<ReturnType<typeof scratchDemo>>;
  let workbench: Workbench;
  before(async () => {
    demo = await scratchDemo({ withLessons: false });
    workbench = await Workbench.open({ workspace: demo.path });
  });
  after(async () => {
    await workbench?.close();
    await demo?.remove();
  });

  it('does not wake the extension until its view is asked for, which offers the first capture', async () => {
    const { page } = workbench;
    await workbench.openFile('src/orders/routing.ts', 30, 5);
    assert.equal((await workbench.runningExtensions()).includes('team-lessons.team-lessons'), false);
    await workbench.openFile('src/orders/routing.ts', 30, 5);
    await workbench.command('Lessons: Focus on Team Lessons View');
    const button = page.locator('.welcome-view-content .monaco-button', {
      hasText: 'Capture the First Lesson',
    });
    await button.waitFor();
    await workbench.screenshot('welcome-dark');
    await button.click();
    await workbench.input.fill('The very first lesson of this team');
    await confirmAll();
    const path = '.lessons/the-very-first-lesson-of-this-team.md';
    await page.locator(`.monaco-editor[data-uri$="${path}"]`).waitFor();
    await workbench.command('File: Save');
    await until(() => existsSync(join(demo.path, path)));
    await page
      .locator('.sidebar [role=treeitem]', { hasText: 'The very first lesson of this team' })
      .first()
      .waitFor();
  });

  it('keeps what was typed in front of its author where it cannot be written', async () => {
    const { page } = workbench;
    rmSync(join(demo.path, '.lessons'), { recursive: true });
    writeFileSync(join(demo.path, '.lessons'), 'A file where the folder should be.');
    await workbench.command('View: Close All Editors');
    await workbench.openFile('src/orders/routing.ts', 30, 5);
    await workbench.command('Lessons: Capture Lesson…');
    await page.locator('.quick-input-title', { hasText: '(1/3)' }).waitFor();
    await workbench.input.fill('Nothing that was typed is ever lost');
    await confirmAll();
    const draft = page.locator('.monaco-editor[data-uri^="untitled:"]');
    await draft.getByText('Nothing that was typed is ever lost').waitFor();
    await workbench.command('File: Save');
    await page
      .getByText(/Failed to save|Unable to|could not be/)
      .first()
      .waitFor();
    await workbench.screenshot('capture-unwritable');
    await draft.getByText('Nothing that was typed is ever lost').waitFor();
  });

  async function confirmAll(): Promise<void> {
    const { page } = workbench;
    for (const at of [2, 3]) {
      await page.keyboard.press('Enter');
      await page.locator('.quick-input-title', { hasText: `(${at}/3)` }).waitFor();
    }
    await page.keyboard.press('Enter');
  }
});
