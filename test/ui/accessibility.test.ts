import assert from 'node:assert/strict';
import axe from 'axe-core';
import { scratchDemo, Workbench } from './workbench';

/** What VS Code itself does in the parts of the window that hold ours. By rule and by element: nothing else is let off. */
const ofEditor: readonly { readonly rule: string; readonly selector: string }[] = [
  // A row's label and description touch each other in its text, while a space stands between them in its name.
  { rule: 'label-content-name-mismatch', selector: '.monaco-list-row[role=treeitem]' },
  { rule: 'label-content-name-mismatch', selector: '.pane-header' },
  { rule: 'nested-interactive', selector: '.pane-header' },
  // The source and the code of a diagnostic are faint, in the hover and in the Problems panel.
  { rule: 'color-contrast', selector: '.hover-contents.marker *, .marker span, a.code-link *' },
  { rule: 'color-contrast', selector: '.marker-code .monaco-highlighted-label, .marker-source *' },
  { rule: 'aria-prohibited-attr', selector: '#markers-panel-arialabel' },
  // Links are underlined for whoever asks for it (accessibility.underlineLinks).
  { rule: 'link-in-text-block', selector: '.markdown-hover a' },
  // The theme's own colours of code.
  { rule: 'color-contrast', selector: '.rendered-markdown span[class^="mtk"]' },
  // How a walkthrough is built, whatever is in it.
  { rule: 'aria-allowed-attr', selector: '.getting-started-step' },
  { rule: 'label-content-name-mismatch', selector: '.getting-started-step' },
  { rule: 'nested-interactive', selector: '.getting-started-step' },
  { rule: 'aria-required-children', selector: '.getting-started-detail-container' },
  { rule: 'list', selector: '.gettingStartedSlideDetails ul' },
  { rule: 'frame-title', selector: 'iframe.webview' },
];

const rules = 'src/firewall/rules.ts';
const themes = ['Dark 2026', 'Light 2026', 'Dark High Contrast', 'Light High Contrast'];

describe('accessibility', () => {
  let demo: Awaited<ReturnType<typeof scratchDemo>>;
  let workbench: Workbench;

  before(async () => {
    demo = await scratchDemo();
    workbench = await Workbench.open({ workspace: demo.path });
    // A script in the page would be refused; what the driver evaluates is not.
    await workbench.page.evaluate(axe.source);
  });
  after(async () => {
    await workbench?.close();
    await demo?.remove();
  });

  for (const theme of themes) {
    describe(`in ${theme}`, () => {
      before(() => workbench.setTheme(theme));

      it('finds nothing in the view', async () => {
        await workbench.openFile(rules, 43, 25);
        const rows = await workbench.tree();
        await rows.filter({ hasText: 'This File' }).waitFor();
        await expectNothing('.sidebar');
        for (const row of await rows.all()) {
          const seen = (await row.locator('.label-name').first().innerText()).trim();
          assert.equal((await row.getAttribute('aria-label'))?.startsWith(seen), true, seen);
        }
      });

      it('finds nothing in the hover', async () => {
        await workbench.openFile(rules, 43, 25);
        await workbench.command('Show or Focus Hover');
        const hover = '.monaco-resizable-hover .monaco-hover[role=tooltip]:not(.hidden)';
        await workbench.page.locator(hover).getByText('A backtracking').waitFor();
        await picture('surfaces', theme);
        await expectNothing(hover);
        await workbench.page.keyboard.press('Escape');
      });

      it('finds nothing in the rows of the Problems panel', async () => {
        const problems = await workbench.problems();
        await problems.filter({ hasText: 'LSN-BSEBK5W4' }).waitFor();
        await expectNothing('.markers-panel-container');
        await workbench.command('View: Hide Panel');
      });

      it('finds nothing in the walkthrough', async () => {
        await workbench.command('View: Close All Editors');
        await workbench.command('View: Close Primary Side Bar');
        await workbench.command('Lessons: Get Started');
        for (const step of ['see', 'capture', 'check']) {
          await workbench.page.locator(`[data-step-id="team-lessons.team-lessons#start#${step}"]`).click();
          await picture(`walkthrough-${step}`, theme);
        }
        await expectNothing('.gettingStartedSlideDetails');
        await workbench.command('View: Close All Editors');
      });
    });
  }

  async function picture(name: string, theme: string): Promise<void> {
    await workbench.screenshot(`${name}-${theme.toLowerCase().replaceAll(' ', '-')}`);
  }

  async function expectNothing(part: string): Promise<void> {
    assert.deepEqual(await violations(workbench, part), []);
  }
});

describe('accessibility of an empty view', () => {
  it('finds nothing in what it says instead', async () => {
    const demo = await scratchDemo({ withLessons: false });
    const workbench = await Workbench.open({ workspace: demo.path });
    try {
      await workbench.page.evaluate(axe.source);
      await workbench.command('Lessons: Focus on Team Lessons View');
      await workbench.page
        .locator('.welcome-view-content .monaco-button', { hasText: 'Capture the First Lesson' })
        .waitFor();
      assert.deepEqual(await violations(workbench, '.sidebar'), []);
    } finally {
      await workbench.close();
      await demo.remove();
    }
  });
});

/** What axe finds in a part of the window and VS Code did not bring, as "rule: element". */
async function violations({ page }: Workbench, part: string): Promise<string[]> {
  const found = await page.evaluate(async (within) => {
    const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
    const { violations: all } = await inPage.run(within);
    return all.flatMap(({ id, nodes }) =>
      nodes.map(({ target, html }) => ({ rule: id, element: String(target[0]), html: html.slice(0, 200) })),
    );
  }, part);
  const ours: string[] = [];
  for (const { rule, element, html } of found) {
    const letOff = ofEditor.filter((one) => one.rule === rule);
    const known = letOff.map(({ selector }) => page.locator(element).and(page.locator(selector)).count());
    if ((await Promise.all(known)).every((count) => count === 0)) {
      ours.push(`${rule}: ${element} ${html}`);
    }
  }
  return ours;
}
