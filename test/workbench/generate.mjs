// Writes what comes from the vocabulary: the JSON Schemas in media/ and the tables of keys in the README. With --check it
// only tells whether that is needed.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { HumanError, told } from './humanError.mjs';
import { project } from './places.mjs';

/** @typedef {typeof import('../../src/core/present/jsonSchema') & typeof import('../../src/core/present/keyTable')} Core */

/** @returns {Promise<Core>} */
async function loadCore() {
  const outfile = join(project, 'out', 'generate', 'core.cjs');
  const contents = ['jsonSchema', 'keyTable'].map((name) => `export * from './src/core/present/${name}';`);
  await build({
    stdin: { contents: contents.join('\n'), resolveDir: project },
    ...{ bundle: true, platform: 'node', format: 'cjs', outfile, logLevel: 'warning' },
  });
  return createRequire(import.meta.url)(outfile);
}

/**
 * The README with each table between its two comments.
 * @param {string} readme
 * @param {Readonly<Record<string, string>>} tables
 */
function withTables(readme, tables) {
  return Object.entries(tables).reduce((text, [name, table]) => {
    const [start, end] = [`<!-- keys: ${name} -->`, '<!-- end of keys -->'];
    const from = text.indexOf(start);
    const to = text.indexOf(end, from);
    if (from === -1 || to === -1) {
      throw new HumanError(
        `The README lacks the comments ${start} and ${end}, between which the table goes.`,
      );
    }
    return `${text.slice(0, from)}${start}\n\n${table}\n\n${text.slice(to)}`;
  }, readme);
}

/** Every file that is written, as it should be. */
async function generated() {
  const { jsonSchema, keyTable } = await loadCore();
  const json = (/** @type {unknown} */ value) => `${JSON.stringify(value, null, 2)}\n`;
  return {
    'media/lesson.schema.json': json(jsonSchema('lesson')),
    'media/config.schema.json': json(jsonSchema('config')),
    'README.md': withTables(await readFile(join(project, 'README.md'), 'utf8'), {
      scope: keyTable('lesson', [['applies_to']]),
      'front matter': keyTable('lesson', [[]]),
      entries: keyTable('lesson', [['tests'], ['references'], ['controls'], ['evidence']]),
      config: keyTable('config', [[], ['review_months'], ['budget']]),
    }),
  };
}

/** @param {string} file */
async function textOf(file) {
  try {
    return await readFile(join(project, file), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}

try {
  const files = Object.entries(await generated());
  const kept = await Promise.all(files.map(([file]) => textOf(file)));
  const stale = files.filter(([, text], index) => kept[index] !== text);
  if (!process.argv.includes('--check')) {
    await mkdir(join(project, 'media'), { recursive: true });
    await Promise.all(stale.map(([file, text]) => writeFile(join(project, file), text)));
  } else if (stale.length > 0) {
    const names = stale.map(([file]) => file).join(', ');
    throw new HumanError(`${names}: not what the vocabulary says. Run npm run generate, and commit it.`);
  }
} catch (error) {
  console.error(told(error));
  process.exitCode = 1;
}
