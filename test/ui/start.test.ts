import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chromium } from 'playwright-core';
import { ensureBrowser } from '../workbench/browser.mjs';

describe('npm start', () => {
  it('serves the demo with the extension in it, and leaves nothing behind on Ctrl+C', async () => {
    const child = spawn(process.execPath, ['test/workbench/start.mjs', '--browser', '--no-open']);
    const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
    try {
      const url = await new Promise<string>((resolve, reject) => {
        let output = '';
        const read = (data: Buffer) => {
          output += data;
          const [found] = /http:\/\/127\.0\.0\.1:\d+\/\?folder=\S+/.exec(output) ?? [];
          if (found !== undefined) {
            resolve(found);
          }
        };
        child.stdout.on('data', read);
        child.stderr.on('data', read);
        void exited.then((code) => reject(new Error(`It ended with ${code}: ${output}`)));
      });
      await seesLessons(url);
      child.kill('SIGINT');
      assert.equal(await exited, 130);
      await assert.rejects(fetch(url), 'nobody listens any more');
    } finally {
      child.kill('SIGINT');
    }
  });
});

async function seesLessons(url: string): Promise<void> {
  const { executablePath, args, env } = await ensureBrowser(() => undefined);
  const browser = await chromium.launch({ executablePath, args, env: env as Record<string, string> });
  try {
    const page = await browser.newPage();
    await page.goto(url);
    await page.getByRole('tab', { name: /^Lessons/ }).click({ timeout: 60_000 });
    const rows = page.locator('.sidebar [role=tree][aria-label="Team Lessons"] [role=treeitem]');
    await rows.filter({ hasText: 'All Lessons' }).waitFor({ timeout: 60_000 });
  } finally {
    await browser.close();
  }
}
