import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SourceText } from '../../src/core/text';
import { applyEdits, editsBetween } from '../../src/core/textEdit';

describe('edits', () => {
  const lines = fc
    .array(fc.constantFrom('a', 'b', '', 'ä😀', '---'), { maxLength: 12 })
    .chain((all) => fc.constantFrom(all.join('\n'), `${all.join('\n')}\n`));

  it('lead from one text to another, in any line breaks', () =>
    fc.assert(
      fc.property(lines, lines, fc.constantFrom('\n', '\r\n'), fc.boolean(), (from, to, lineBreak, mark) => {
        const raw = (text: string) => (mark ? '\uFEFF' : '') + text.replaceAll('\n', lineBreak);
        const edits = editsBetween(new SourceText(from), new SourceText(to));
        // A text of one line does not tell how its lines break.
        fc.pre(from.includes('\n'));
        assert.equal(applyEdits(raw(from), edits), raw(to));
      }),
    ));

  it('leave mixed line breaks alone', () => {
    const raw = 'a\r\nb\nc\rd';
    const edits = editsBetween(new SourceText(raw), new SourceText('a\nb\nX\nd'));
    assert.equal(applyEdits(raw, edits), 'a\r\nb\nX\r\nd');
  });

  it('touch only lines that differ', () => {
    const edits = editsBetween(new SourceText('a\nb\nc\n'), new SourceText('a\nB\nc\nd\n'));
    assert.deepEqual(
      edits.map(({ range: { start, end }, newText }) => [start.line, end.line, newText]),
      [
        [1, 2, 'B\n'],
        [3, 3, 'd\n'],
      ],
    );
  });
});
