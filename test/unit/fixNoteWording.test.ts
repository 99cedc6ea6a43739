import assert from 'node:assert/strict';
import type { FixNote, FoundFix } from '../../src/core/learn/fix/foundFix';
import type { ProvenCandidate } from '../../src/core/learn/fix/provenCandidates';
import { fixNotes } from '../../src/core/present/fixNoteWording';

const id = '0123456789abcdef0123456789abcdef01234567';
const found: FoundFix = {
  ...{ kind: 'found', commit: { id, parents: [], date: '', message: '' }, files: [], tests: [], symbols: [] },
  ...{ introduced: [], removed: [], notes: [], candidates: [] },
};
const tried = (hitsParent: number, hitsFix: number): ProvenCandidate => ({
  ...{ kind: 'exact', scope: { pattern: 'a' }, example: 'a', hitsParent, hitsFix },
});

describe('what is told of a fix', () => {
  const check = (note: FixNote, expected: string) =>
    it(expected, () => assert.deepEqual(fixNotes({ ...found, notes: [note] }), [expected]));

  check({ kind: 'merge', parents: 2 }, 'It is a merge, and was compared with its first parent.');
  check({ kind: 'root' }, 'It is the first commit, so there is nothing to compare it with.');
  check({ kind: 'renamed', path: 'b\u001b[2J.ts', before: 'a.ts' }, 'It renamed a.ts to b␛[2J.ts.');
  check({ kind: 'no-code-change' }, 'It changed no code.');
  check({ kind: 'too-large', left: 7 }, 'It is so large that 7 of its files were not looked into.');
  check(
    { kind: 'adds-only', around: [{ commit: id, lines: 3 }] },
    'It only added lines, so which commit brought the fault in is a guess: 0123456789 wrote most of the code around them.',
  );
  check(
    { kind: 'adds-only', around: [] },
    'It only added lines, so nothing tells which commit brought the fault in.',
  );
  check(
    { kind: 'shallow', at: 'fix' },
    'This clone has no history before it, so what it changed is not known. Fetch more by git fetch --unshallow, and capture it again.',
  );
  check(
    { kind: 'shallow', at: 'blame' },
    'This clone ends before some of the code was written that it took out. To learn which commit did, fetch more by git fetch --unshallow.',
  );

  it('is how the pattern did', () => {
    assert.deepEqual(fixNotes({ ...found, candidates: [tried(2, 0), tried(1, 1)] }), [
      'The pattern was tried: it hits the code before the fix (2), and no more after it.',
    ]);
    assert.deepEqual(fixNotes({ ...found, candidates: [tried(1, 1)] }), [
      'No pattern hits the code before the fix and not after it. Write one if you can.',
    ]);
  });
});
