import assert from 'node:assert/strict';
import { pagesOf } from '../../src/extension/treePages';

describe('pages of the tree', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, index) => `Lesson ${index}`);
  const check = (count: number, expected: readonly string[] | undefined) =>
    it(`${count} rows`, () => {
      const pages = pagesOf(rows(count), (row) => row);
      assert.deepEqual(
        pages?.map(({ label, rows }) => `${label}: ${rows.length}`),
        expected,
      );
      assert.deepEqual(pages?.flatMap((page) => page.rows) ?? rows(count), rows(count));
    });

  check(0, undefined);
  check(250, undefined);
  check(251, ['Lesson 0 – Lesson 249: 250', 'Lesson 250 – Lesson 250: 1']);
  check(600, ['Lesson 0 – Lesson 249: 250', 'Lesson 250 – Lesson 499: 250', 'Lesson 500 – Lesson 599: 100']);

  it('shortens long names', () => {
    const [page] = pagesOf(rows(300), (row) => `${row} that has a title of some length`) ?? [];
    assert.equal(page?.label, 'Lesson 0 that has a title of… – Lesson 249 that has a title…');
  });
});
