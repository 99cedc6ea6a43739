import assert from 'node:assert/strict';
import { imported, lessonFrom } from './imported';

const place = (uri: string, startLine: number, endLine?: number) => ({
  physicalLocation: { artifactLocation: { uri, uriBaseId: '%SRCROOT%' }, region: { startLine, endLine } },
});
const logOf = (results: readonly object[], rules: readonly object[] = [], tool = 'Scanner') => ({
  $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
  version: '2.1.0',
  runs: [{ tool: { driver: { name: tool, rules } }, results }],
});
const rule = {
  id: 'js/eval',
  name: 'Eval',
  shortDescription: { text: 'Evaluation of a text that came from outside' },
  fullDescription: { text: 'Whoever sends the text decides what runs.' },
  help: {
    text: 'Parse the text instead. More follows.',
    markdown: '# Eval\n\nParse the text instead. More follows.',
  },
  helpUri: 'https://a.example/eval',
  defaultConfiguration: { level: 'error' },
  properties: { tags: ['security', 'external/cwe/cwe-094'], 'security-severity': '9.3' },
};
const result = {
  ruleId: 'js/eval',
  ruleIndex: 0,
  message: { text: 'This eval <b>runs</b> input.' },
  locations: [place('src/a%20b.ts', 3, 5)],
  partialFingerprints: { primaryLocationLineHash: 'abc:1' },
};

describe('import of SARIF logs', () => {
  it('makes one lesson of all results of a rule', () => {
    const { title, advice, severity, references, scopes, frontMatter, body } = lessonFrom(
      logOf([result, { ...result, locations: [place('src/[c].ts', 7)] }, result], [rule]),
      { path: 'a.sarif' },
    );
    assert.deepEqual(
      [title, advice, severity],
      ['Evaluation of a text that came from outside', 'Parse the text instead.', 'critical'],
    );
    assert.deepEqual(references, [{ type: 'ARTICLE', url: 'https://a.example/eval' }]);
    assert.deepEqual(
      scopes.map(({ scope }) => scope),
      [{ paths: ['src/a b.ts', String.raw`src/\[c\].ts`] }],
    );
    const hash = 'primaryLocationLineHash:abc:1';
    assert.deepEqual(frontMatter.evidence, [
      { path: 'src/a b.ts', lines: '3-5', hash },
      { path: 'src/[c].ts', lines: '7', hash },
    ]);
    assert.deepEqual(
      [frontMatter.aliases, frontMatter.cwe, frontMatter.origin],
      [...[['sarif:Scanner/js/eval'], ['CWE-94'], 'audit']],
    );
    assert.match(body.value, /Scanner found it 3 times\.\n\n- This eval \\<b\\>runs\\<\/b\\> input\.\n/);
    assert.match(
      body.value,
      /## What to do instead\n\n### Eval\n\nParse the text instead\. More follows\.\n/,
    );
  });

  const titles = (what: string, log: unknown, expected: readonly string[]) =>
    it(what, () =>
      assert.deepEqual(
        imported(log).outcomes.map((one) => (one.kind === 'new' ? one.draft.title : one.kind)),
        expected,
      ),
    );
  const plain = { ruleId: 'no-eval-here', message: { text: 'x' } };
  titles('takes rules without a word of theirs by their id', logOf([plain]), ['no-eval-here']);
  titles(
    'finds a rule by its index, and its special cases',
    logOf([{ ruleIndex: 0 }, { ruleId: 'js/eval/2' }], [rule]),
    [rule.shortDescription.text],
  );
  titles(
    'finds a rule of an extension',
    {
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'a' }, extensions: [{ name: 'b', rules: [rule] }] },
          results: [{ rule: { id: 'js/eval', index: 0, toolComponent: { index: 0 } } }],
        },
      ],
    },
    [rule.shortDescription.text],
  );
  titles(
    'leaves out what is let off, gone or no finding',
    logOf([
      { ...plain, suppressions: [{ kind: 'inSource' }] },
      { ...plain, baselineState: 'absent' },
      { ...plain, kind: 'pass' },
      { ruleId: 'kept-as-it-is', suppressions: [{ kind: 'external', status: 'rejected' }] },
    ]),
    ['kept-as-it-is'],
  );

  it('names no file outside of the project', () => {
    const uris = [
      'file:///home/jane/a.ts',
      '/etc/passwd',
      '../a.ts',
      'C:\\a.ts',
      'a/../../b.ts',
      './src/a.ts',
      '%zz.ts',
    ];
    const { frontMatter } = lessonFrom(logOf([{ ...plain, locations: uris.map((uri) => place(uri, 1)) }]));
    assert.deepEqual(
      frontMatter.evidence?.map(({ path }) => path),
      ['src/a.ts', '%zz.ts'],
    );
  });

  const severity = (level: string | undefined, expected: string) =>
    it(`takes ${level} for ${expected}`, () =>
      assert.equal(lessonFrom(logOf([{ ...plain, level }])).severity, expected));
  severity('error', 'high');
  severity('warning', 'medium');
  severity(undefined, 'medium');
  severity('note', 'low');

  const faults = (what: string, log: unknown, expected: readonly object[]) =>
    it(`tells ${what}`, () => assert.deepEqual(imported(log, { kind: 'sarif' }).faults, expected));
  faults('another version', { version: '1.0.0', runs: [] }, [{ code: 'sarif-version', version: '1.0.0' }]);
  faults('no version', [], [{ code: 'sarif-version', version: '' }]);
  faults('results without a rule', logOf([{ message: {} }, {}]), [
    { code: 'results-without-rule', count: 2 },
  ]);
  faults('nothing of a log without results', logOf([]), []);
});

describe('import of CodeTours', () => {
  const tour = {
    $schema: 'https://aka.ms/codetour-schema',
    title: 'How a payment is made',
    description: 'From the cart to the bank.',
    steps: [
      { title: 'The cart', file: 'src/cart.ts', line: 12, description: 'It begins here.\n\n>> npm run pay' },
      { file: 'src/pay.ts', pattern: '^function pay\\(', description: 'Never twice: [see](command:x).' },
      {
        file: 'src/bank.ts',
        pattern: '(?=never)',
        selection: { start: { line: 3, character: 1 }, end: { line: 5, character: 2 } },
      },
      { directory: 'src/banks', description: 'All banks.' },
      { description: 'The end.' },
    ],
  };

  it('makes one lesson of a tour, that applies at each of its steps', () => {
    const { title, scopes, frontMatter, body } = lessonFrom(tour, { path: '.tours/pay.tour' });
    assert.equal(title, 'How a payment is made');
    assert.deepEqual(
      scopes.map(({ scope }) => scope),
      [
        { paths: ['src/pay.ts'], pattern: '^function pay\\(' },
        { paths: ['src/cart.ts', 'src/bank.ts', 'src/banks/'] },
      ],
    );
    assert.deepEqual(frontMatter.evidence, [
      { path: 'src/cart.ts', lines: '12' },
      { path: 'src/pay.ts' },
      { path: 'src/bank.ts', lines: '3-5' },
    ]);
    assert.equal(frontMatter.kind, 'practice');
    assert.deepEqual(frontMatter.aliases, ['codetour:.tours/pay.tour#how-a-payment-is-made']);
    assert.match(body.value, /## What happened\n\nFrom the cart to the bank\.\n/);
    assert.match(body.value, /### 1\. The cart \(src\/cart\.ts:12\)\n\nIt begins here\./);
    assert.match(body.value, /### 2\. Step 2 \(src\/pay\.ts\)\n\nNever twice: \[see\]\./);
  });

  it('says where a tour passes no file', () => {
    const { outcomes, faults } = imported({ ...tour, steps: [{ description: 'x', file: '/etc/passwd' }] });
    assert.deepEqual([outcomes.length, faults], [1, [{ code: 'tour-without-files' }]]);
  });
  it('says where it is none', () =>
    assert.deepEqual(imported({ title: 'x' }, { path: 'a.tour' }).faults, [
      { code: 'no-record', kind: 'code-tour' },
    ]));
});
