import assert from 'node:assert/strict';
import { diffArrays } from 'diff';
import fc from 'fast-check';
import {
  allLines,
  type ChangedLines,
  type ChangeKind,
  changedLines,
  changesOf,
  noLines,
  touches,
} from '../../src/core/match/changedLines';
import { type Range, SourceText } from '../../src/core/text';

describe('changed lines', () => {
  const check = (
    committed: string,
    current: string,
    expected: readonly (readonly [number, number, ChangeKind])[],
  ) =>
    it(`${JSON.stringify(committed)} to ${JSON.stringify(current)}`, () =>
      assert.deepEqual(changedLines(new SourceText(committed), new SourceText(current)), {
        kind: 'some',
        spans: expected.map(([start, end, kind]) => ({ start, end, kind })),
      }));

  check('a\nb', 'a\nb', []);
  check('a\r\nb', 'a\nb', []);
  check('a\nb', 'a\nx\nb', [[1, 2, 'add']]);
  check('a\nb', 'x\nb', [[0, 1, 'edit']]);
  check('a\nb\nc', 'a\nc', [[1, 2, 'delete']]);
  check('a\nb', 'a', [[1, 2, 'delete']]);
  check('', 'a', [[0, 1, 'edit']]);
  check('a', 'a\nb', [[1, 2, 'add']]);
  check('a\nb', 'b', [[0, 1, 'delete']]);
  check('a\nb', '', [[0, 1, 'edit']]);
  check('ab\n', 'aab\n', [[0, 1, 'edit']]);
  check('a\n', 'a\na\n', [[1, 2, 'add']]);
  check('x\ny\nz', 'v', [[0, 1, 'edit']]);
  check('a\nb\nc\nd', 'x\nb\ny\nz\nd', [
    [0, 1, 'edit'],
    [2, 4, 'edit'],
  ]);
  check('a\nb\nc', 'c\na\nb', [
    [0, 1, 'add'],
    [3, 4, 'delete'],
  ]);

  const small = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 });
  it('leave as many lines as can be as they were, and those that were', () => {
    fc.assert(
      fc.property(small, small, (before, after) => {
        const [committed, current] = [new SourceText(before.join('\n')), new SourceText(after.join('\n'))];
        const kept = keptLines(changedLines(committed, current), current);
        assert.equal(isWithin(kept, committed.lines()), true);
        const equal = diffArrays(committed.lines(), current.lines()).filter(
          (part) => !part.added && !part.removed,
        );
        assert.equal(
          kept.length,
          equal.reduce((sum, { count }) => sum + count, 0),
        );
      }),
    );
  });

  it('are sorted, apart, and where the text is', () => {
    fc.assert(
      fc.property(small, small, (before, after) => {
        const current = new SourceText(after.join('\n'));
        const changed = changedLines(new SourceText(before.join('\n')), current);
        let last = 0;
        for (const { start, end, kind } of changed.kind === 'some' ? changed.spans : []) {
          assert.equal(last <= start && start < end, true);
          assert.equal(end <= current.lineCount || (kind === 'delete' && start === current.lineCount), true);
          last = kind === 'delete' ? start : end;
        }
      }),
    );
  });

  const many = (count: number, line: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => line(at));
  const bounded = (what: string, before: readonly string[], after: readonly string[], expected: number) =>
    it(what, () => {
      const current = new SourceText(after.join('\n'));
      const kept = keptLines(changedLines(new SourceText(before.join('\n')), current), current);
      assert.equal(kept.length, expected);
      assert.equal(isWithin(kept, before), true);
    });
  const code = many(20_000, (at) => (at % 3 === 0 ? '}' : `call(${at});`));
  bounded('of a large file with a thousand scattered edits', code, code.map(every(20, 'other')), 19_000);
  bounded(
    'of a large file that is indented',
    code,
    code.map((line) => (line === '}' ? line : ` ${line}`)),
    6667,
  );
  bounded(
    'of a text that has too little in common is all between its ends',
    ['top', ...code, 'end'],
    ['top', ...[...code].reverse(), 'end'],
    2,
  );
  bounded(
    'of a text with more lines than are told apart',
    many(60_000, (at) => `${at}`),
    many(60_000, (at) => `${at % 59_999 === 0 ? 'x' : at}`),
    0,
  );

  const range = { start: { line: 3, character: 0 }, end: { line: 5, character: 1 } };
  const touching = (start: number, end: number) =>
    touches({ kind: 'some', spans: [{ start, end, kind: 'edit' }] }, range);
  it('touch a range that they overlap', () =>
    assert.deepEqual(
      [touching(0, 3), touching(0, 4), touching(5, 6), touching(6, 7)],
      [false, true, true, false],
    ));
  it('touch nothing, or everything', () =>
    assert.deepEqual([touches(noLines, range), touches(allLines, range)], [false, true]));
  it('touch a file anywhere', () =>
    assert.deepEqual(
      [
        touches(noLines, undefined),
        touching(0, 1) || touches({ kind: 'some', spans: [{ start: 0, end: 1, kind: 'edit' }] }, undefined),
      ],
      [false, true],
    ));
});

function every(step: number, replacement: string) {
  return (line: string, at: number) => (at % step === 0 ? `${replacement} ${at}` : line);
}

/** The lines that no change covers; where lines are gone, the one after them is still there. */
function keptLines(changed: ChangedLines, current: SourceText): readonly string[] {
  const spans = changed.kind === 'some' ? changed.spans.filter(({ kind }) => kind !== 'delete') : [];
  const isNew = new Uint8Array(current.lineCount);
  for (const { start, end } of spans) {
    isNew.fill(1, start, end);
  }
  return current.lines().filter((_, line) => isNew[line] === 0);
}

/** Whether the lines stand among the others in this order. */
function isWithin(lines: readonly string[], others: readonly string[]): boolean {
  let at = 0;
  return lines.every((line) => {
    at = others.indexOf(line, at) + 1;
    return at > 0;
  });
}

describe('what was done to a place', () => {
  const committed = 'zero\nfunction f() {\n  one();\n  two();\n}\nlast\n';
  const at = (start: number, end = start) => ({
    start: { line: start, character: 0 },
    end: { line: end, character: 1 },
  });
  const check = (
    what: string,
    current: string,
    place: Range | undefined,
    expected: readonly ChangeKind[],
    extent?: Range,
  ) =>
    it(what, () => {
      const changed = changedLines(new SourceText(committed), new SourceText(current));
      assert.deepEqual(changesOf(changed, place, extent), expected);
    });

  check('nothing', committed, at(1), []);
  check('nothing there', committed.replace('zero', 'null'), at(1), []);
  check('a line is new', committed.replace('last', 'more\nlast'), at(5), ['add']);
  check('a line is another', committed.replace('two', 'three'), at(3), ['edit']);
  check('a line of its body is another', committed.replace('two', 'three'), at(1), ['edit'], at(1, 4));
  check('a line of its body is new', committed.replace('  two', '  x();\n  two'), at(1), ['edit'], at(1, 5));
  check('a line of its body is gone', committed.replace('  two();\n', ''), at(1), ['delete'], at(1, 3));
  check(
    'one line of its body is another, and one is gone',
    committed.replace('zero', 'null').replace('  one();\n', '').replace('}', '} // end'),
    at(1),
    ['edit', 'delete'],
    at(1, 3),
  );
  check('a file is another', committed.replace('two', 'three'), undefined, ['edit']);
  it('nothing was committed', () => assert.deepEqual(changesOf(allLines, at(1)), ['add']));
});
