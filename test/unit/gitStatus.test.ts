import assert from 'node:assert/strict';
import { gitStatusOf } from '../../src/cli/gitStatus';

const [one, two, three, none] = ['1', '2', '3', '0'].map((digit) => digit.repeat(40));

function check(
  lines: { status?: readonly string[]; staged?: readonly string[] },
  expected: object,
  prefix = '',
) {
  const joined = (fields: readonly string[] = []) => fields.map((field) => `${field}\0`).join('');
  const { files, blobs, committed, nested } = gitStatusOf(joined(lines.status), joined(lines.staged), prefix);
  const given = { files, blobs: Object.fromEntries(blobs), committed: Object.fromEntries(committed), nested };
  it(JSON.stringify(lines), () =>
    assert.deepEqual(given, { files: [], blobs: {}, committed: {}, nested: [], ...expected }),
  );
}

describe("git's status", () => {
  check({}, {});
  check({ staged: [`H 100644 ${one} 0\ta b.ts`] }, { files: ['a b.ts'], blobs: { 'a b.ts': one } });
  // Links, and files that git was told not to look at or not to have here.
  check({ staged: [`H 120000 ${one} 0\ta`, `S 100644 ${one} 0\tb`] }, {});
  check({ staged: [`h 100644 ${one} 0\ta`] }, { files: ['a'] });
  check({ staged: [`H 160000 ${one} 0\tsub`] }, { nested: ['sub'] });
  check(
    { status: [`1 .M N... 100644 100644 100644 ${one} ${two} a b`], staged: [`H 100644 ${two} 0\ta b`] },
    { files: ['a b'], committed: { 'a b': one } },
  );
  check(
    { status: [`1 M. N... 100644 100644 100644 ${one} ${two} a`], staged: [`H 100644 ${two} 0\ta`] },
    { files: ['a'], blobs: { a: two }, committed: { a: one } },
  );
  check(
    { status: [`1 A. N... 000000 100644 100644 ${none} ${two} a`], staged: [`H 100644 ${two} 0\ta`] },
    { files: ['a'], blobs: { a: two }, committed: { a: 'nothing' } },
  );
  check(
    { status: [`1 .D N... 100644 100644 000000 ${one} ${one} a`], staged: [`H 100644 ${one} 0\ta`] },
    { committed: { a: one } },
  );
  check(
    { status: [`1 .T N... 100644 100644 120000 ${one} ${one} a`], staged: [`H 100644 ${one} 0\ta`] },
    { committed: { a: one } },
  );
  check(
    { status: [`1 .A N... 000000 000000 100644 ${none} ${none} a`], staged: [`H 100644 ${one} 0\ta`] },
    { files: ['a'], committed: { a: 'nothing' } },
  );
  // Renamed: staged, with another file in its place, announced; and copied.
  check(
    {
      status: [`2 R. N... 100644 100644 100644 ${one} ${one} R100 b`, 'a', '? a'],
      staged: [`H 100644 ${one} 0\tb`],
    },
    { files: ['b', 'a'], blobs: { b: one }, committed: { b: one, a: 'nothing' } },
  );
  check(
    {
      status: [`2 R. N... 100644 100644 100644 ${one} ${two} R90 b c`, 'a'],
      staged: [`H 100644 ${two} 0\tb c`],
    },
    { files: ['b c'], blobs: { 'b c': two }, committed: { 'b c': one, a: 'nothing' } },
  );
  check(
    {
      status: [`2 .R N... 100644 100644 100644 ${one} ${one} R100 b`, 'a', '? x'],
      staged: [`H 100644 ${one} 0\ta`, `H 100644 ${none} 0\tb`],
    },
    { files: ['b', 'x'], committed: { b: one, a: 'nothing', x: 'nothing' } },
  );
  check(
    {
      status: [`2 C. N... 100644 100644 100644 ${one} ${one} C100 in/b`, 'in/a'],
      staged: [`H 100644 ${one} 0\ta`, `H 100644 ${one} 0\tb`],
    },
    { files: ['a', 'b'], blobs: { a: one, b: one }, committed: { b: 'nothing' } },
    'in/',
  );
  check(
    {
      status: [`u UU N... 100644 100644 100644 100644 ${one} ${two} ${three} a`],
      staged: [`M 100644 ${one} 1\ta`, `M 100644 ${two} 2\ta`, `M 100644 ${three} 3\ta`],
    },
    { files: ['a'], committed: { a: two } },
  );
  check(
    { status: ['? a', '? nested/'] },
    { files: ['a'], committed: { a: 'nothing', 'nested/': 'nothing' }, nested: ['nested'] },
  );
  check(
    { status: ['? in/a', '? other/b'], staged: [`H 100644 ${one} 0\tc`] },
    { files: ['c', 'a'], blobs: { c: one }, committed: { a: 'nothing' } },
    'in/',
  );
});
