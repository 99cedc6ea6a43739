import assert from 'node:assert/strict';
import { display } from '../../src/core/display/display';
import { lessonsOfFile } from '../../src/core/display/fileLessons';
import { ordinaryFacts } from '../../src/core/display/ordinaryFacts';
import { ordinaryStanding } from '../../src/core/display/standing';
import type { ChangedLines } from '../../src/core/match/changedLines';
import type { Match, MatchClass } from '../../src/core/match/match';
import { quietReason } from '../../src/core/present/quietWording';
import { libraryOf } from './lessons';

const loud = 'status: accepted\nseverity: critical\nconfidence: high';

describe('the lessons of a file', () => {
  /** `lesson` is a place in the list of lessons; every match stands on a line of its own. */
  const check = (
    what: string,
    lessons: readonly string[],
    matches: readonly { readonly lesson: number; readonly class: MatchClass; readonly symbol?: string }[],
    expected: readonly string[],
    facts = {},
  ) =>
    it(what, () => {
      const library = libraryOf(...lessons);
      const all = matches.map(({ lesson: at, class: kind, symbol }, line): Match => {
        const lesson = library.lessons[at];
        assert.ok(lesson);
        const range = { start: { line, character: 0 }, end: { line, character: 5 } };
        const place = kind === 'broad' ? {} : { range, extent: range };
        return { lesson, path: 'a.ts', class: kind, why: { scope: 0, symbol }, ...place };
      });
      const changed: ChangedLines = { kind: 'some', spans: [{ start: 1, end: 2, kind: 'edit' }] };
      const budget = { lessonsPerFile: 1, findingsPerSymbol: 1 };
      const findings = display(all, { ...ordinaryFacts(changed), budget, show: 'changes', ...facts });
      assert.deepEqual(
        lessonsOfFile(findings).map(({ finding, places }) =>
          [
            finding.match.lesson.title.at(-1),
            `line ${finding.match.range?.start.line}`,
            `x${places}`,
            quietReason(finding) ?? 'loud',
          ].join(' '),
        ),
        expected,
      );
    });
  const sharp = (lesson: number) => ({ lesson, class: 'sharp' }) as const;

  check('none', [], [], []);
  check('the changed place stands for all', [loud], [sharp(0), sharp(0)], ['0 line 1 x2 loud']);
  check('a place that is not being changed', [loud], [sharp(0)], ['0 line 0 x1 not being changed']);
  check(
    'what speaks comes first',
    [loud, loud],
    [{ lesson: 0, class: 'broad' }, sharp(1)],
    ['1 line 1 x1 loud', '0 line undefined x1 about the whole file'],
  );
  check(
    'no more than fit',
    [loud, loud],
    [sharp(0), sharp(1)],
    ['1 line 1 x1 loud', '0 line 0 x1 others come first'],
  );
  check('a proposal', ['severity: critical\nconfidence: high'], [sharp(0)], ['0 line 0 x1 only proposed']);
  const standing = (given: Partial<typeof ordinaryStanding>) => ({
    standingOf: () => ({ ...ordinaryStanding, ...given }),
  });
  check(
    'code that is gone',
    [loud],
    [sharp(0)],
    ['0 line 0 x1 its code is gone'],
    standing({ isOrphaned: true }),
  );
  check('a control', [loud], [sharp(0)], ['0 line 0 x1 a control is in place'], standing({ codifiedBy: {} }));
  check('a comment', [loud], [sharp(0)], ['0 line 0 x1 silenced by a comment'], {
    silenceOf: () => ({ line: 0 }),
  });
  check('a setting', [loud], [sharp(0)], ['0 line 0 x1 diagnostics are off'], { show: 'off' });
  check('a silent lesson', [`${loud}\nlevel: silent`], [sharp(0)], ['0 line 0 x1 silent by its file']);
});
