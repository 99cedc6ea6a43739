import assert from 'node:assert/strict';
import { lessonFilter } from '../../src/core/display/lessonFilter';
import { libraryOf } from './lessons';

describe('the filter of the view', () => {
  const { lessons } = libraryOf(
    'title: Retries without a limit\nadvice: Give every retry a pause.\ntags: [http, outage]',
    'title: A backtracking pattern',
  );
  const check = (written: string, expected: readonly number[]) =>
    it(JSON.stringify(written), () => {
      const test = lessonFilter(written);
      assert.deepEqual(
        lessons.flatMap((lesson, index) => (test(lesson) ? [index] : [])),
        expected,
      );
    });

  check('', [0, 1]);
  check('  \t', [0, 1]);
  check('retries', [0]);
  check('RETRIES LIMIT', [0]);
  check('limit pause', [0]);
  check('a pattern', [1]);
  check('outage', [0]);
  check('lsn-00000002', [1]);
  check('httpoutage', []);
  check('retries backtracking', []);
  check('(.*', []);
});
