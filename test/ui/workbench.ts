import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { ensureBrowser } from '../workbench/browser.mjs';
import { makeScratchDemo } from '../workbench/scratch.mjs';
import { startServer } from '../workbench/server.mjs';

const patience = 20_000;

type Extension = NonNullable<Parameters<typeof startServer>[0]['extension']>;

interface Options {
  readonly workspace: string;
  readonly extension?: Extension;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** False opens the workspace in Restricted Mode. */
  readonly trust?: boolean;
}

/** A real VS Code with the extension in it, driven as a person would. */
export class Workbench {
  readonly page: Page;
  /** What the workbench wrote to its console. */
  readonly console: string[] = [];
  /** The server's data; the installed extensions lie beside it. */
  readonly dataFolder: string;
  readonly #close: () => Promise<void>;

  private constructor(page: Page, dataFolder: string, close: () => Promise<void>) {
    this.page = page;
    this.dataFolder = dataFolder;
    this.#close = close;
    page.on('console', (message) => this.console.push(message.text()));
  }

  static async open({ workspace, extension, settings = {}, trust = true }: Options): Promise<Workbench> {
    const progress = (line: string) => process.stdout.write(`    ${line}\n`);
    const { executablePath, args, env } = await ensureBrowser(progress);
    const server = await startServer({
      progress,
      workspace,
      trust,
      smokeTestDriver: true,
      extension: extension ?? { kind: 'development', path: process.cwd() },
      settings: { 'editor.minimap.enabled': false, ...settings },
    });
    let browser: Browser | undefined;
    try {
      browser = await chromium.launch({ executablePath, args, env: env as Record<string, string> });
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      const opened = browser;
      const workbench = new Workbench(page, server.dataFolder, async () => {
        await opened.close();
        await server.close();
      });
      page.setDefaultTimeout(patience);
      await page.goto(server.url);
      await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
      await workbench.setTheme('Dark 2026');
      return workbench;
    } catch (error) {
      await browser?.close();
      await server.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.#close();
  }

  /** Runs a command by its whole title. */
  async command(title: string): Promise<void> {
    await this.#pick('F1', `>${title}`, title);
  }

  /** Opens a file by its path, at a one-based line and column. */
  async openFile(path: string, line = 1, column = 1): Promise<Locator> {
    await this.#pick('Control+p', path, path.split('/').at(-1) ?? path);
    const editor = this.page.locator(`.monaco-editor[data-uri$="${path}"]`);
    await editor.waitFor();
    await this.goTo(line, column);
    return editor;
  }

  /** The box at the top of the window, where commands, files and answers are typed. */
  get input(): Locator {
    return this.page.locator('.quick-input-widget input.input');
  }

  /** The entry of the open list that begins with these words. */
  entry(label: string): Locator {
    const rows = this.page.locator('.quick-input-list .monaco-list-row');
    return rows.and(this.page.locator(`[aria-label^="${label}"]`)).first();
  }

  async #pick(key: string, text: string, label: string): Promise<void> {
    await this.#persist(async () => {
      await this.page.keyboard.press(key);
      await this.input.fill(text, { timeout: 2000 });
      await this.entry(label).click({ timeout: 3000 });
    });
  }

  /**
   * A box goes away when something else takes the focus (a window that still starts, an editor that just opens), and
   * what is typed then is lost. A person would try again.
   */
  async #persist(gesture: () => Promise<void>): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        await gesture();
        return;
      } catch (error) {
        if (tries === 8) {
          throw error;
        }
        await this.page.keyboard.press('Escape');
      }
    }
  }

  /** Asks what may stand at the cursor, until this is among it. */
  async suggest(label: string): Promise<void> {
    await this.#persist(async () => {
      await this.page.keyboard.press('Control+Space');
      await this.suggestion(label).waitFor({ timeout: 3000 });
    });
  }

  /** Asks what can be done at the cursor, until this is among it, and does it. */
  async quickFix(title: string): Promise<void> {
    await this.#persist(async () => {
      await this.page.keyboard.press('Control+.');
      await this.page
        .locator('.action-widget .monaco-list-row.action', { hasText: title })
        .click({ timeout: 3000 });
    });
  }

  /** Opens the menu of a thing, until this is in it. */
  async contextMenu(target: Locator, title: string, position?: { x: number; y: number }): Promise<Locator> {
    const item = this.page.locator('.monaco-menu .action-label', { hasText: title });
    await this.#persist(async () => {
      await target.click({ button: 'right', timeout: 3000, ...(position && { position }) });
      await item.waitFor({ timeout: 3000 });
    });
    return item;
  }

  /** Chooses from a menu that was just opened; the editor heeds no mouse button let go in its first tenth of a second. */
  async chooseFromMenu(item: Locator): Promise<void> {
    await item.click({ delay: 200 });
  }

  /** A row of the open list of suggestions. */
  suggestion(label: string): Locator {
    return this.page.locator(`.suggest-widget .monaco-list-row[aria-label^="${label}"]`).first();
  }

  /** Drags one thing onto another until this is there: the editor's tree lets a drop go by now and then. */
  async drag(from: Locator, to: Locator, effect: Locator): Promise<void> {
    await this.#persist(async () => {
      await from.dragTo(to, { steps: 10 });
      await effect.waitFor({ timeout: 5000 });
    });
  }

  /** Answers a question that is being asked, as one types and confirms. */
  async answer(prompt: RegExp, text: string): Promise<void> {
    await this.page.locator('.quick-input-widget').getByText(prompt).first().waitFor();
    await this.input.fill(text);
    await this.page.keyboard.press('Enter');
  }

  async goTo(line: number, column: number): Promise<void> {
    const cursor = this.page.locator('[id="status.editor.selection"]', {
      hasText: `Ln ${line}, Col ${column}`,
    });
    await this.#persist(async () => {
      await this.page.keyboard.press('Control+g');
      await this.input.fill(`:${line}:${column}`, { timeout: 2000 });
      await this.page.keyboard.press('Enter');
      await cursor.waitFor({ timeout: 2000 });
    });
  }

  /** The rows of the Problems panel, as a screen reader hears them. */
  async problems(): Promise<Locator> {
    await this.command('Problems: Focus on Problems View');
    return this.page.locator('.markers-panel-container .monaco-list-row[aria-level="2"]');
  }

  async tree(): Promise<Locator> {
    await this.command('Lessons: Focus on Team Lessons View');
    return this.page.locator('.sidebar [role=tree][aria-label="Team Lessons"] [role=treeitem]');
  }

  /** What the window says is running, by the names it shows. */
  async runningExtensions(): Promise<readonly string[]> {
    await this.command('Developer: Show Running Extensions');
    const names = this.page.locator('.runtime-extensions-editor .extension .name');
    // Git is always there, and starts with the window as the extension does.
    await names.filter({ hasText: /^Git$/ }).waitFor();
    const all = await names.allInnerTexts();
    await this.page.keyboard.press('Escape');
    await names.first().waitFor({ state: 'hidden' });
    return all;
  }

  async setTheme(name: string): Promise<void> {
    await this.#persist(async () => {
      await this.command('Preferences: Color Theme');
      await this.entry('Dark 2026').waitFor({ timeout: 3000 });
      await this.input.fill(name, { timeout: 2000 });
      await this.entry(name).click({ timeout: 3000 });
      await this.input.waitFor({ state: 'hidden', timeout: 3000 });
    });
  }

  async screenshot(name: string): Promise<void> {
    await mkdir('out/screenshots', { recursive: true });
    // Boxes fade away, and half of one would be in the picture.
    await this.page.waitForTimeout(500);
    await this.page.screenshot({ path: `out/screenshots/${name}.png` });
  }
}

/** What each row says to a screen reader. */
export async function labels(rows: Locator): Promise<string[]> {
  return rows.evaluateAll((elements) => elements.map((element) => element.getAttribute('aria-label') ?? ''));
}

/** A copy of the demo that the test may change; `remove` it afterwards. */
export async function scratchDemo({ withLessons = true } = {}) {
  const parent = await mkdtemp(join(tmpdir(), 'lessons-demo-'));
  const path = await makeScratchDemo(join(parent, 'demo'));
  if (!withLessons) {
    await rm(join(path, '.lessons'), { recursive: true });
  }
  return { path, remove: () => rm(parent, { recursive: true, force: true }) };
}

export async function until(ask: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + patience; !(await ask()); ) {
    if (Date.now() > end) {
      throw new Error(`It never happened: ${ask.toString()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
