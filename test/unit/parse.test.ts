import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type ParsedLesson, parseLesson } from '../../src/core/lesson/parse';
import { problemMessage } from '../../src/core/present/problemWording';

const head = 'id: LSN-7K3QF2XM\ntitle: A title that is long enough\n';
const bytes = (text: string) => new TextEncoder().encode(text);
const parse = (content: string | Uint8Array) =>
  parseLesson('.lessons/a.md', typeof content === 'string' ? bytes(content) : content);

/** Problems as `code line:character-line:character`, and whether a lesson came out. */
const shape = ({ lesson, problems }: ParsedLesson) => [
  lesson !== undefined,
  ...problems.map(({ code, range: { start, end } }) => {
    const place = `${start.line}:${start.character}-${end.line}:${end.character}`;
    return `${code} ${place}`;
  }),
];

describe('parsing a lesson file', () => {
  const check = (what: string, content: string | Uint8Array, expected: readonly unknown[]) =>
    it(what, () => assert.deepEqual(shape(parse(content)), expected));
  const checkKeys = (what: string, keys: string, expected: readonly unknown[]) =>
    check(what, `---\n${head}${keys}---\n`, expected);

  checkKeys('takes the least that is valid', 'applies_to:\n  - symbols: cors\n', [true]);
  check('takes CRLF and a byte order mark', `\uFEFF---\r\n${head.replaceAll('\n', '\r\n')}---\r\nbody`, [
    true,
  ]);
  check('an empty file', '', [false, 'file-empty 0:0-0:0']);
  check('a binary file', new Uint8Array([1, 0, 2]), [false, 'file-binary 0:0-0:0']);
  check('5 MB', new Uint8Array(5 << 20).fill(65), [false, 'file-too-large 0:0-0:0']);
  check('not UTF-8', new Uint8Array([0x2d, 0xff, 0xfe]), [false, 'file-not-utf8 0:0-0:0']);
  check('no front matter', '# Hello\n', [false, 'front-matter-missing 0:0-0:7']);
  check('front matter without an end', `---\n${head}`, [false, 'front-matter-unclosed 0:0-0:3']);
  check('broken YAML', '---\nid: [a\n---\n', [false, 'yaml-syntax 2:0-2:1']);
  check('a list instead of keys', '---\n- a\n---\n', [false, 'value-type 0:0-0:3']);
  check('neither id nor title', '---\nstatus: proposed\n---\n', [
    ...[false, 'key-missing 0:0-0:3', 'key-missing 0:0-0:3'],
  ]);
  checkKeys('an unknown key', 'sevrity: low\n', [true, 'key-unknown 3:0-3:7']);
  checkKeys('a key of one’s own', 'x-team: a\n', [true]);
  checkKeys('a value out of the list', 'severity: terrible\n', [true, 'value-unknown 3:10-3:18']);
  checkKeys('a number that was meant as text', 'aliases: 12e4567\n', [true, 'value-unquoted 3:9-3:16']);
  checkKeys('a day that does not exist', 'occurred: 2026-02-30\n', [true, 'date-invalid 3:10-3:20']);
  checkKeys('an http link', 'references: http://a.b/c\n', [true, 'reference-not-https 3:12-3:24']);
  checkKeys('a script as link', 'references: "javascript:alert(1)"\n', [
    true,
    'reference-not-https 3:12-3:33',
  ]);
  checkKeys('an empty scope', 'applies_to:\n  - {}\n', [true, 'scope-empty 4:4-4:6']);
  checkKeys('no scopes at all', 'applies_to: []\n', [true, 'scope-empty 3:12-3:14']);
  checkKeys('a scope that only excludes', 'applies_to:\n  - exclude: a/\n', [true, 'scope-empty 4:4-5:0']);
  checkKeys('a scope with a list that is still empty', 'applies_to:\n  - paths:\n    symbols: a\n', [
    ...[true, 'scope-empty 4:4-6:0'],
  ]);
  checkKeys('a key without a value', 'tests: {match}\n', [true, 'value-type 3:8-3:13']);
  checkKeys('a glob that is not whole', 'applies_to: {paths: "src/[a"}\n', [true, 'glob-invalid 3:20-3:28']);
  checkKeys('a pattern that is not whole', "applies_to: {pattern: 'a('}\n", [
    true,
    'pattern-invalid 3:22-3:26',
  ]);
  checkKeys('flags that are none', 'applies_to: {pattern: a, flags: gx}\n', [
    true,
    'flags-invalid 3:32-3:34',
  ]);
  checkKeys('a structure that is everything', 'applies_to: {structure: $A, paths: a}\n', [
    ...[true, 'structure-invalid 3:24-3:26'],
  ]);
  checkKeys('a replacement of nothing', 'applies_to: {paths: a, fix: b}\n', [true, 'fix-invalid 3:28-3:29']);
  checkKeys('a package of no ecosystem', 'applies_to: {packages: [a, {ecosystem: npn, name: b}]}\n', [
    ...[true, 'package-invalid 3:27-3:52'],
  ]);
  checkKeys('an example that is not hit', 'applies_to: {pattern: abc}\ntests: {match: [abd]}\n', [
    ...[true, 'test-fails 4:16-4:19'],
  ]);
  checkKeys('an example that is hit wrongly', 'applies_to: {pattern: abc}\ntests: {no_match: [xabcx]}\n', [
    ...[true, 'pattern-untested 3:22-3:25', 'test-fails 4:19-4:24'],
  ]);
  checkKeys('acceptance without what it needs', 'status: accepted\n', [
    true,
    'acceptance-incomplete 3:8-3:16',
  ]);
  check('an id with a letter that is not used', `---\nid: LSN-7K3QF2XU\n${head.split('\n')[1]}\n---\n`, [
    ...[false, 'id-invalid 1:4-1:16'],
  ]);
  checkKeys('an advice that blames', 'advice: Mind that the operator forgot a flag\n', [
    ...[true, 'wording 3:18-3:37'],
  ]);
  checkKeys('an advice that blames, folded', 'advice: >-\n  Mind that the operator\n  forgot a flag\n', [
    ...[true, 'wording 3:8-6:0'],
  ]);
  check('a body that blames', `---\n${head}---\nIt was human error.\n`, [true, 'wording 4:7-4:18']);
  check(
    'what might have been',
    `---\n${head}advice: Ask for it first\n---\n## What happened\nWe should have asked.\n`,
    [...[true, 'wording 6:0-6:20']],
  );
  const story = '## What happened\nIt fell over.\n';
  check('a story without a way out', `---\n${head}---\n${story}`, [true, 'wording 4:0-4:16']);
  check('a way out that is empty', `---\n${head}---\n${story}## What to do instead\n\n`, [
    ...[true, 'wording 6:0-6:21'],
  ]);
  check('a way out', `---\n${head}---\n${story}### What to do instead: ask\n- Ask.\n`, [true]);
  check('a way out in code', `---\n${head}---\n${story}## What to do instead\n\n\`\`\`\nask();\n\`\`\`\n`, [
    true,
  ]);
  check('a way out as advice', `---\n${head}advice: Ask for it first\n---\n${story}`, [true]);
  check('a story that is not told yet', `---\n${head}---\n## What happened\n\n## What to do instead\n`, [
    true,
  ]);
  check('a story in code', `---\n${head}---\n\`\`\`\n${story}\`\`\`\n`, [true]);
  check('a story that is not asked about any more', `---\n${head}status: deprecated\n---\n${story}`, [true]);
  checkKeys('a title that is short', 'advice: Do it\n', [true, 'value-length 3:8-3:13']);

  checkKeys('characters, not code units', `advice: ${'😀'.repeat(240)}\n`, [true]);

  it('keeps the other scopes when one is broken', () => {
    const scopes =
      'applies_to:\n  - pattern: "("\n  - symbols: a\n  - {paths: b, exlude: c}\n  - paths: [d, 1]\n  - paths: e\n';
    const { lesson } = parse(`---\n${head}${scopes}---\n`);
    assert.deepEqual(
      lesson?.scopes.map(({ index }) => index),
      [1, 4],
    );
  });

  it('takes one value for a list, anchors and aliases', () => {
    const { lesson, problems } = parse(`---\n${head}tags: &t [a, b]\ncwe: *t\nowners: c\n---\n`);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      [lesson?.frontMatter.tags, lesson?.frontMatter.cwe, lesson?.frontMatter.owners],
      [['a', 'b'], ['a', 'b'], ['c']],
    );
  });

  it('survives aliases that multiply', () => {
    const levels = 'abcdefgh'
      .split('')
      .map((letter, i, all) => `x-${letter}: &${letter} [${i === 0 ? 'x' : `*${all[i - 1]},`.repeat(9)}]`);
    const { lesson, problems } = parse(
      `---\n${head}${levels.join('\n')}\naffected: {database_specific: *h}\n---\n`,
    );
    assert.equal(lesson?.id, 'LSN-7K3QF2XM');
    assert.deepEqual(new Set(problems.map(({ code }) => code)), new Set(['yaml-aliases']));
  });

  it('has a sentence for every problem, and never throws', () => {
    const piece = fc.constantFrom(
      ...[
        '---\n',
        head,
        'applies_to:\n',
        '  - paths: a\n',
        '  - pattern: "(("\n',
        '- x\n',
        'tests: {match: a}\n',
        '*a',
        '&a ',
        ': ',
        '\t',
        '"',
        '\u2028',
      ],
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 12 }), (pieces) => {
        for (const problem of parse(pieces.join('')).problems) {
          assert.match(problemMessage(problem), /\S/);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
