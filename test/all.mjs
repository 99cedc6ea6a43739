// `npm test`: installs what it needs, then runs every check there is, and ends with one line that sums them up.
import { startChild } from './workbench/child.mjs';
import { ensureDependencies } from './workbench/dependencies.mjs';
import { Ended, endOnSignals } from './workbench/ending.mjs';
import { told } from './workbench/humanError.mjs';
import { npmCommand } from './workbench/npm.mjs';
import { project } from './workbench/places.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/** The checks in order, each a script of package.json. */
const checks = [
  'typecheck',
  'lint',
  'format:check',
  'l10n:check',
  'generate:check',
  'test:unit',
  'test:host',
  'test:ui',
  // By itself, as it builds the product anew.
  'test:package',
];

/** @param {string} line */
const progress = (line) => console.log(line);

/**
 * @param {string} script
 * @param {AbortSignal} signal
 * @returns {Promise<Count>}
 */
async function run(script, signal) {
  const start = Date.now();
  console.log(`\n== ${script}`);
  const output = { text: '' };
  const { command, first } = npmCommand(process.env);
  const child = startChild(command, [...first, 'run', '--silent', script], {
    cwd: project,
    signal,
    onOutput: (text) => {
      output.text += text;
      process.stdout.write(text);
    },
  });
  const status = await child.exited;
  signal.throwIfAborted();
  console.log(
    `== ${script}: ${status === 0 ? 'passed' : 'FAILED'} in ${Math.round((Date.now() - start) / 1000)} s`,
  );
  return countOf(output.text, status);
}

/**
 * What a suite counted; a check that counts nothing is one test, and so is a suite that failed without saying where.
 * @param {string} output
 * @param {number} status
 * @returns {Count}
 */
function countOf(output, status) {
  const last = (/** @type {RegExp} */ pattern) => Number([...output.matchAll(pattern)].at(-1)?.[1] ?? 0);
  const passed = last(/(\d+) (?:passing|passed)/g);
  const failed = last(/(\d+) (?:failing|failed)/g);
  const skipped = last(/(\d+) (?:pending|skipped)/g);
  if (passed + failed === 0) {
    return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped };
  }
  return { passed, failed: status === 0 ? failed : Math.max(failed, 1), skipped };
}

const signal = endOnSignals();
try {
  await ensureDependencies(project, { progress, signal });
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const script of checks) {
    const { passed, failed, skipped } = await run(script, signal);
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  process.exit(total.failed === 0 ? 0 : 1);
} catch (error) {
  if (error instanceof Ended) {
    process.exit(error.status);
  }
  console.error(`\n${told(error)}\n\n0 passed, 1 failed, 0 skipped`);
  process.exit(1);
}
