import type { CheckSubject } from './subject';

/** What one scope looks for, and the pathspecs of the files in which it does. */
interface TestRule {
  readonly wanted: RegExp;
  readonly unwanted?: RegExp;
  readonly files: readonly string[];
}

const imports = [
  ['assert', 'node:assert/strict'],
  ['{ execFileSync }', 'node:child_process'],
  ['{ readFileSync }', 'node:fs'],
  ['{ dirname, join }', 'node:path'],
  ['test', 'node:test'],
  ['{ fileURLToPath }', 'node:url'],
] as const;

/** The text of a test that reads the files git knows or does not ignore. */
export function nodeTestProgram({ advice, examples }: CheckSubject, rules: readonly TestRule[]): string {
  const written = rules.map(({ wanted, unwanted, files }) => {
    const not = unwanted === undefined ? '' : `, unwanted: ${unwanted}`;
    return `  { pattern: ${wanted}${not}, files: ${JSON.stringify(files)} },\n`;
  });
  return `${imports.map(([what, from]) => `import ${what} from '${from}';\n`).join('')}
const own = fileURLToPath(import.meta.url);
const root = join(dirname(own), '../..');
const advice = ${JSON.stringify(advice)};
const rules = [
${written.join('')}];

/** The numbers of the lines in which a rule finds something, from 1 on. */
function linesOf(text, { pattern, unwanted }) {
  const lines = text.split('\\n');
  return [...text.matchAll(pattern)]
    .filter(([hit]) => hit !== '')
    .map(({ index }) => text.slice(0, index).split('\\n').length)
    .filter((line) => unwanted === undefined || lines[line - 1].search(unwanted) === -1);
}

function filesOf({ files }) {
  const git = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...files];
  const paths = execFileSync('git', git, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 });
  // This file holds the examples.
  return paths.split('\\0').filter((path) => path !== '' && join(root, path) !== own);
}

function readIfThere(path) {
  try {
    return readFileSync(join(root, path), 'utf8').replace(/\\r\\n?/g, '\\n');
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'EISDIR') {
      return '';
    }
    throw error;
  }
}

test(advice, () => {
  const found = rules.flatMap((rule) =>
    filesOf(rule).flatMap((path) => linesOf(readIfThere(path), rule).map((line) => \`\${path}:\${line}\`)),
  );
  assert.deepEqual(found, []);
});
${exampleTests(examples)}`;
}

function exampleTests({ match, noMatch }: CheckSubject['examples']): string {
  const tests = [
    { what: 'finds what it should', texts: match, expected: true },
    { what: 'leaves alone what it should', texts: noMatch, expected: false },
  ];
  return tests
    .filter(({ texts }) => texts.length > 0)
    .map(
      ({ what, texts, expected }) => `
test(${JSON.stringify(what)}, () => {
  for (const example of ${JSON.stringify(texts)}) {
    assert.equal(rules.some((rule) => linesOf(example, rule).length > 0), ${expected}, example);
  }
});
`,
    )
    .join('');
}
