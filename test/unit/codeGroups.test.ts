import assert from 'node:assert/strict';
import fc from 'fast-check';
import { codeGroups } from '../../src/core/display/codeGroups';
import { display } from '../../src/core/display/display';
import { neighbour } from '../../src/core/display/neighbour';
import { ordinaryFacts } from '../../src/core/display/ordinaryFacts';
import { allLines } from '../../src/core/match/changedLines';
import type { Match, MatchClass } from '../../src/core/match/match';
import { groupMessage } from '../../src/core/present/lensWording';
import { comparePositions, type Position } from '../../src/core/text';
import { libraryOf } from './lessons';
import { runs } from './runs';

const lessons = libraryOf(
  'title: The first lesson\nadvice: Do the first thing.',
  'title: The second lesson\nadvice: Bound every retry with a limit, a growing pause and a budget for all callers together.',
).lessons;

/** One match, written as "lesson class line symbol". */
function matchOf(written: string): Match {
  const [index = '', kind = '', line = '', symbol] = written.split(' ');
  const lesson = lessons[Number(index)];
  assert.ok(lesson);
  const range = {
    start: { line: Number(line), character: 2 },
    end: { line: Number(line), character: 5 },
  };
  const why = { scope: 0, ...(symbol !== undefined && { symbol }) };
  const match = { lesson, path: 'a.ts', class: kind as MatchClass, why };
  return kind === 'broad' ? match : { ...match, range, extent: range };
}

const findingsOf = (written: readonly string[]) => display(written.map(matchOf), ordinaryFacts(allLines));

describe('findings by place', () => {
  const check = (expected: string, ...written: string[]) =>
    it(`${written.join(', ') || 'nothing'}: ${expected}`, () => {
      const groups = codeGroups(findingsOf(written));
      assert.equal(groups.map(({ line, findings }) => `${line}x${findings.length}`).join(' '), expected);
    });

  check('');
  check('3x1', '0 sharp 3');
  check('3x2', '0 sharp 3', '1 sharp 3');
  check('3x1 4x1', '0 sharp 3', '1 sharp 4');
  check('3x1', '0 broad 0', '1 sharp 3');
  check('3x3', '0 named 3 f', '1 sharp 5 f', '1 sharp 9 f');
  check('5x2', '1 sharp 5 f', '0 sharp 9 f');
  check('3x1 6x2', '0 named 3 f', '0 named 6 f', '1 sharp 7 f');
  check('3x1 5x1', '0 named 3 f', '1 named 5 g');
  check('3x2', '0 named 3 f', '1 named 3 f');
});

describe('what stands above code', () => {
  const check = (expected: string, ...written: string[]) =>
    it(expected, () => assert.equal(groupMessage(findingsOf(written)), expected));

  check('1 lesson: Do the first thing.', '0 sharp 3');
  check('1 lesson: Do the first thing.', '0 sharp 3', '0 sharp 4');
  check('2 lessons: Do the first thing.', '0 sharp 3', '1 sharp 4');
  check('1 lesson: Bound every retry with a limit, a growing pause and a…', '1 sharp 4');
});

describe('the next place', () => {
  const at = (written: string): Position => {
    const [line = '', character = ''] = written.split(':');
    return { line: Number(line), character: Number(character) };
  };
  const check = (places: string, from: string, next: string | undefined, previous: string | undefined) =>
    it(`${places || 'nowhere'}, from ${from}: ${next}, back ${previous}`, () => {
      const all = places === '' ? [] : places.split(' ').map(at);
      assert.deepEqual(neighbour(all, at(from), 'next'), next === undefined ? undefined : at(next));
      assert.deepEqual(
        neighbour(all, at(from), 'previous'),
        previous === undefined ? undefined : at(previous),
      );
    });

  check('', '1:0', undefined, undefined);
  check('2:4', '2:4', '2:4', '2:4');
  check('2:4 2:9 5:0', '0:0', '2:4', '5:0');
  check('2:4 2:9 5:0', '2:4', '2:9', '5:0');
  check('2:4 2:9 5:0', '2:5', '2:9', '2:4');
  check('5:0 2:9 2:4', '9:9', '2:4', '5:0');

  it('visits every place once on its way round, in either direction', () => {
    const position = fc.record({ line: fc.nat(20), character: fc.nat(20) });
    const places = fc.uniqueArray(position, {
      minLength: 1,
      comparator: (a, b) => comparePositions(a, b) === 0,
    });
    fc.assert(
      fc.property(places, position, fc.constantFrom('next', 'previous'), (all, start, direction) => {
        const visited = new Set<string>();
        let here = start;
        for (const _ of all) {
          here = neighbour(all, here, direction) ?? start;
          visited.add(JSON.stringify(here));
        }
        assert.equal(visited.size, all.length);
      }),
      { numRuns: runs(100) },
    );
  });
});
