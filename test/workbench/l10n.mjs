// Collects the sentences of the code for translators into media/l10n; with --check it only tells whether that is needed.
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startChild } from './child.mjs';
import { HumanError, told } from './humanError.mjs';
import { project } from './places.mjs';
import { ensureTool } from './toolbox.mjs';

const name = 'bundle.l10n.json';
const kept = join(project, 'media', 'l10n', name);
const collected = join(project, 'out', 'l10n', name);

async function collect() {
  const script = await ensureTool('l10n-dev', (line) => console.error(line));
  await mkdir(join(project, 'out', 'l10n'), { recursive: true });
  const output = { text: '' };
  const args = [script, 'export', '--outDir', join(project, 'out', 'l10n'), 'src'];
  const { exited } = startChild(process.execPath, args, {
    cwd: project,
    onOutput: (text) => {
      output.text += text;
    },
  });
  if ((await exited) !== 0) {
    throw new HumanError(`The sentences could not be collected; the tool said:\n${output.text}`);
  }
}

try {
  await collect();
  if (!process.argv.includes('--check')) {
    await copyFile(collected, kept);
  } else if ((await readFile(collected, 'utf8')) !== (await readFile(kept, 'utf8'))) {
    throw new HumanError(
      'media/l10n does not hold the sentences of the code: run npm run l10n, and commit it.',
    );
  }
} catch (error) {
  console.error(told(error));
  process.exitCode = 1;
}
