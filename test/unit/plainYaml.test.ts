import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument, stringify } from 'yaml';
import { decodeLesson } from '../../src/core/lesson/decode';
import { findFrontMatter } from '../../src/core/lesson/frontMatterBlock';
import { readPlainYaml } from '../../src/core/lesson/plainYaml';
import { lessonCorpus } from '../bench/lessonCorpus';
import { frontMatters } from './lessonFiles';
import { mutatedFiles } from './mutations';

const numRuns = Number(process.env.LESSONS_FUZZ_CASES ?? 1000);

/** Everything that reading a lesson asks of a node. */
const seen = (node: unknown): unknown => {
  const place = (node as Node | null)?.range?.slice(0, 2);
  if (isMap(node)) {
    return { map: node.items.map(({ key, value }) => [seen(key), seen(value)]), place };
  }
  if (isSeq(node)) {
    return { list: node.items.map(seen), place };
  }
  return isScalar(node) ? { value: node.value, place } : isAlias(node) ? 'alias' : node;
};

/** Where the quick reader is certain, YAML has no complaint and reads the same. */
const checkSame = (source: string): boolean => {
  const root = readPlainYaml(source);
  if (root === undefined) {
    return false;
  }
  const { contents, errors, warnings } = parseDocument(source, { prettyErrors: false, logLevel: 'silent' });
  assert.deepEqual([...errors, ...warnings], []);
  assert.deepEqual(seen(root), seen(contents));
  return true;
};

describe('plain YAML', () => {
  const check = (source: string, isCertain: boolean) =>
    it(`${isCertain ? 'is' : 'is not'} ${JSON.stringify(source)}`, () =>
      assert.equal(checkSame(source), isCertain));

  check('a: b\n', true);
  check('a: b', true);
  check('\n# c\n\na: b  # c\n\nc:   d\n# e\n', true);
  check('a: b\n\n  # c\n', false);
  check('a:\n- b\n  # c\n\nd: e\n', false);
  check('a: b#c d\ne: f: g\n', false);
  check('a: b#c d\ne: f:g\n', true);
  check('a: x # y\n  z\n', false);
  check('a: x\n\n  z\n', false);
  check('a: x\n z: y\n', false);
  check(' a: x\n', false);
  check('a: x\na: y\n', false);
  check('a:\n  - b\n\n  # c\n  - d: e\n    f: g\n# h\nh: i\n', true);
  check('a:\n- b\n# c\n- d\ne: f\n', true);
  check('a:\n- b\n c\n', false);
  check('a:\n- b\n - c\n', false);
  check('a:\n  - b\n - c\n', false);
  check('a:\n  - b: c\n     d: e\n', false);
  check('a:\n  - b: c\n   d: e\n', false);
  check('a:\n  - - b\n', false);
  check('a:\n  -\n    b: c\n', false);
  check('a:\n  -   b: c\n      d: e\n', true);
  check('a:\n  b:\n    c: d\n  e: f\n', true);
  check('a:\n  b:\n    c: d\n   e: f\n', false);
  check('a:\nb: c\n', false);
  check('a: - b\n', false);
  check('- a\n', false);
  check('a\n', false);
  check('', false);
  check('"a": b\n', false);
  check('a b: c\n', false);
  check('true: c\n', false);
  check(`${'a'.repeat(200)}: c\n`, false);
  check('a: 2026-01-31\nb: 1.0.0\nc: 12 monkeys\n', false);
  check('a: 2026-01-31\nb: v1.0\nc: 12 monkeys\n', true);
  for (const word of ['1', '1.5', '1e3', '0x1F', '0o7', '-1', '+.5', '.inf', '-.INF', '.NaN', '12e4567']) {
    check(`a: ${word}\n`, false);
  }
  for (const word of ['~', 'null', 'Null', 'true', 'FALSE', '*a', '&a b', '!a b', '|', '>-', '@a', '`a`']) {
    check(`a: ${word}\n`, false);
  }
  for (const word of ['%a', '? a', '?a', '-a', ':a', '{a', '[a', 'a: b', 'a:', "'a", '"a', "'a'b", '"a"#b']) {
    check(`a: ${word}\n`, false);
  }
  for (const word of ['yes', 'nulls', 'a-b', 'a?b', "a'b", 'a"b"', 'a, [b] {c}', 'https://a.b/c#d', 'a:b']) {
    check(`a: ${word}\n`, true);
  }
  check(`a: 'it''s' # b\nc: ''\nd: '\\d: # x'\n`, true);
  check(`a: 'b\n  c'\n`, false);
  check(`a: "b\\n\\t\\"\\\\\\/" # c\nd: ""\n`, true);
  check(`a: "\\x41"\n`, false);
  check(`a: "\\u0041"\n`, false);
  check(`a: "b\\\n  c"\n`, false);
  check('a: [b, "c",\'d\', {e: f, g: [h]} ] # i\nj: []\nk: {}\nl: [ a b , ]\n', true);
  check('a: [b\n  ]\n', false);
  check('a: [b: c]\n', false);
  check('a: [b:c, https://a.b/c]\n', true);
  check('a: [b:]\n', false);
  check('a: [, b]\n', false);
  check('a: [b,, c]\n', false);
  check('a: [b #c]\n', false);
  check('a: [b] c\n', false);
  check('a: [b]#c\n', false);
  check('a: {b}\n', false);
  check('a: {b:}\n', false);
  check('a: {b: }\n', false);
  check('a: {b: c, b: d}\n', false);
  check('a: {b: c\n', false);
  check('a: [1]\n', false);
  check(`a: ${'['.repeat(10)}${']'.repeat(10)}\n`, true);
  check(`a: ${'['.repeat(40000)}${']'.repeat(40000)}\n`, false);
  check('a: b\tc\n', false);
  check('a: b\uFEFFc\n', false);
  check('--- a\n', false);
  check('%YAML 1.1\n---\na: b\n', false);

  it(`is what YAML says it is, whatever is written (${numRuns})`, () => {
    fc.assert(
      fc.property(mutatedFiles, (bytes) => {
        const decoded = decodeLesson(bytes);
        if (decoded.kind === 'text') {
          const block = findFrontMatter(decoded.text);
          const [start, end] = block.kind === 'found' ? [block.start, block.end] : [0, undefined];
          checkSame(decoded.text.value.slice(start, end));
        }
      }),
      { numRuns },
    );
  }).timeout(0);

  /** Plain YAML with a sign too many or too few, each of which may give it another meaning. */
  const values = [
    'x',
    'y z',
    "'q'",
    '"q"',
    '[s, t]',
    '[]',
    '{k: l, m: [n]}',
    'x # c',
    'u:v#w',
    "'a: b'",
    '"\\\\"',
  ];
  const value = fc.constantFrom(...values);
  const block = fc.constantFrom(
    ...[
      '\n  - V\n  - V',
      '\n- V\n- V',
      '\n  - f: V\n    g: V\n  - f: V',
      '\n  f: V\n  g: V',
      '\n- f: V\n  g:\n  - V',
    ],
    ...['\n    - f:\n        - V\n      g:\n        h: V', '\n# c\n  - V\n\n  # c\n  - V\n'],
  );
  const entry = fc.record({
    value: fc.oneof({ weight: 2, arbitrary: value }, { weight: 1, arbitrary: block }),
    slots: fc.array(value, { minLength: 4, maxLength: 4 }),
    after: fc.constantFrom('', '', '', ' ', ' # c', '\n', '\n# c', '\n  # c'),
  });
  const signs = fc.constantFrom(
    ...[
      '',
      '',
      ' ',
      '  ',
      ': ',
      ':',
      ' #',
      '#',
      '[',
      ']',
      '{',
      '}',
      ', ',
      ',',
      "'",
      '"',
      '\\',
      '-',
      '- ',
      '\n',
      '\n  ',
    ],
    ...['\n   ', '\n    ', 'a: ', 'f: ', '1', '.', '~', '*', '&a ', '!', '|', '>', '%', '?', '? ', '\t'],
  );
  const change = fc.record({ at: fc.nat(400), removed: fc.constantFrom(0, 0, 1, 2), signs });
  const nearlyPlain = fc.tuple(
    fc.array(entry, { minLength: 1, maxLength: 4 }),
    fc.array(change, { maxLength: 3 }),
  );
  const written = nearlyPlain.map(([entries, changes]) => {
    const lines = entries.map(({ value: written, slots, after }, index) => {
      let used = 0;
      return `${'abcd'[index]}: ${written.replaceAll('V', () => slots[used++ % 4] ?? '')}${after}\n`;
    });
    return changes.reduce((text, { at, removed, signs: put }) => {
      const start = at % (text.length + 1);
      return text.slice(0, start) + put + text.slice(start + removed);
    }, lines.join(''));
  });

  it(`is what YAML says it is, however signs come together (${numRuns})`, () => {
    fc.assert(
      fc.property(written, (source) => void checkSame(source)),
      { numRuns },
    );
  }).timeout(0);

  it('is nearly all that we write', () => {
    const corpus = lessonCorpus(200).map(({ text }) => text.slice(4, text.indexOf('\n---\n') + 1));
    assert.deepEqual(
      corpus.filter((source) => !checkSame(source)),
      [],
    );
    fc.assert(
      fc.property(
        frontMatters,
        fc.boolean(),
        (data, isFlow) =>
          void checkSame(stringify(data, { lineWidth: 0, collectionStyle: isFlow ? 'flow' : 'any' })),
      ),
      { numRuns: numRuns / 10 },
    );
  }).timeout(0);
});
