import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How a run ended. The workbench has no exit code, so it is left in a file for whoever started it. */
export interface HostResult {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly log: string;
}

/** Called by VS Code: runs all tests in this folder. Rejects where one failed. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ timeout: 30_000, reporter: 'min' });
  for (const name of readdirSync(__dirname).filter((file) => file.endsWith('.test.js'))) {
    mocha.addFile(join(__dirname, name));
  }
  await mocha.loadFilesAsync();
  const result = await new Promise<HostResult>((resolve) => {
    const log: string[] = [];
    const count = { passed: 0, failed: 0, skipped: 0 };
    mocha
      .run(() => resolve({ ...count, log: log.join('\n') }))
      .on('pass', (test) => {
        count.passed++;
        log.push(`  ✔ ${test.fullTitle()} (${test.duration} ms)`);
      })
      .on('pending', (test) => {
        count.skipped++;
        log.push(`  - ${test.fullTitle()}`);
      })
      .on('fail', (test, error) => {
        count.failed++;
        log.push(`  ✘ ${test.fullTitle()}\n${error.stack ?? error.message}`);
      });
  });
  writeFileSync(join(__dirname, 'result.json'), JSON.stringify(result));
  if (result.failed > 0 || result.passed === 0) {
    throw new Error(`${result.failed} host tests failed\n${result.log}`);
  }
}
