import assert from 'node:assert/strict';
import fc from 'fast-check';
import { foldsOf } from '../../src/core/author/folding';
import { type OutlineItem, outlineOf } from '../../src/core/author/outline';
import { contains, SourceText } from '../../src/core/text';
import { lessonFiles } from './lessonFiles';
import { runs } from './runs';

const rows = (item: OutlineItem | undefined, depth = 0): string[] =>
  item === undefined
    ? []
    : [
        `${'  '.repeat(depth)}${item.name}${item.detail && ` | ${item.detail}`} ${item.range.start.line}-${item.range.end.line}`,
        ...item.children.flatMap((child) => rows(child, depth + 1)),
      ];

const everyItem = (item: OutlineItem): OutlineItem[] => [item, ...item.children.flatMap(everyItem)];

const file = `---
# the identity
id: LSN-7K3QF2XM
title: 'A title of some length'
applies_to:
  - paths: [src/**, '*.sql'] # both
    pattern: 'a: b'

  - symbols: charge
# examples
tests:
  match:
    - |
      # looks like a remark

      code
  no_match: x

tags: [a,
  b]
---

## What happened
`;

describe('the outline of a lesson file', () => {
  const check = (what: string, written: string, expected: readonly string[]) =>
    it(what, () => assert.deepEqual(rows(outlineOf(new SourceText(written))), expected));

  check('has the lesson, its keys and its scopes', file, [
    'A title of some length 0-20',
    '  id | LSN-7K3QF2XM 2-2',
    '  title | A title of some length 3-3',
    '  applies_to 4-8',
    '    Scope 1 | paths src/**, *.sql, pattern a: b 5-6',
    '    Scope 2 | symbols charge 8-8',
    '  tests 10-16',
    '  tags | a, b 18-19',
  ]);
  check('names a lesson without a title', '---\nid: x\n---\n', ['Lesson 0-2', '  id | x 1-1']);
  check(
    'survives what is broken',
    '---\ntitle: a: b\ntags: [x\nid: y\napplies_to:\n  - paths: [a\n  - symbols: c\n---\n',
    [
      ...['a: b 0-7', '  title | a: b 1-1', '  tags | x 2-2', '  id | y 3-3', '  applies_to 4-6'],
      ...['    Scope 1 | paths a 5-5', '    Scope 2 | symbols c 6-6'],
    ],
  );
  check('goes on to the end of a block without one', '---\ntitle: A title\napplies_to:\n  - paths:', [
    ...['A title 0-3', '  title | A title 1-1', '  applies_to 2-3', '    Scope 1 | paths 3-3'],
  ]);
  check('takes keys that are indented or quoted', '---\n  "id": x\n  \'title\' : y\n---\n', [
    ...['y 0-3', '  id | x 1-1', '  title | y 2-2'],
  ]);
  check('takes a list at the left', '---\napplies_to:\n- symbols: a\n- symbols: b\n---\n', [
    ...['Lesson 0-4', '  applies_to 1-3', '    Scope 1 | symbols a 2-2', '    Scope 2 | symbols b 3-3'],
  ]);
  check('shortens what is long', `---\nadvice: ${'word '.repeat(30)}\n---\n`, [
    ...['Lesson 0-2', `  advice | ${'word '.repeat(16)}… 1-1`],
  ]);
  check('is none without front matter', '# Heading\n', []);

  it('keeps selections in ranges, and children in parents, in every text', () =>
    fc.assert(
      fc.property(lessonFiles, fc.nat(600), (written, length) => {
        const text = new SourceText(written.slice(0, length));
        const root = outlineOf(text);
        for (const { range, selection, children } of root === undefined ? [] : everyItem(root)) {
          for (const inner of [selection, ...children.map((child) => child.range)]) {
            assert.equal(contains(range, inner.start) && contains(range, inner.end), true);
          }
        }
      }),
      { numRuns: runs(300) },
    ));
});

describe('the folds of a lesson file', () => {
  const check = (what: string, written: string, expected: readonly string[]) =>
    it(what, () => {
      const folds = foldsOf(new SourceText(written));
      assert.deepEqual(
        folds.map(({ start, end }) => `${start}-${end}`),
        expected,
      );
    });

  check('are the front matter, long keys and scopes', file, ['0-20', '4-8', '5-6', '10-16', '18-19']);
  check('leave what is short', '---\nid: x\n---\n', ['0-2']);
  check('go to the end of a block without one', '---\napplies_to:\n  - paths: a\n    symbols: b', [
    ...['0-3', '1-3', '2-3'],
  ]);
  check('are none without front matter', '# Heading\n\ntext\n', []);
});
