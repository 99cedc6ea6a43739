import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addedPaths, additionOf } from '../../src/core/edit/addPath';
import { rewrite } from '../../src/core/edit/rewrite';
import { compileGlob } from '../../src/core/lesson/glob';
import { parseLessonText } from '../../src/core/lesson/parse';
import { SourceText } from '../../src/core/text';
import { runs } from './runs';

const lessonFile = (keys: string) =>
  new SourceText(`---\nid: LSN-7K3QF2XM\ntitle: A title that is long enough\n${keys}---\nbody\n`);

function lessonOf(text: SourceText) {
  const { lesson } = parseLessonText('.lessons/a.md', text);
  assert.ok(lesson);
  return lesson;
}

describe('adding a file to a lesson', () => {
  const fileOf = (path: string) => ({ path: path.replace(/\/$/, ''), isFolder: path.endsWith('/') });
  const checkPlaces = (
    what: string,
    keys: string,
    expected: 'already' | readonly (number | 'new')[],
    ...paths: readonly string[]
  ) =>
    it(`finds the places: ${what}`, () => {
      const added = paths.length === 0 ? ['src/a.ts'] : paths;
      const { files, places } = additionOf(lessonOf(lessonFile(keys)), added.map(fileOf));
      const names = places.map((place) => (place.kind === 'new' ? 'new' : place.scope.index));
      assert.deepEqual(files.length === 0 ? 'already' : names, expected);
    });

  checkPlaces('no scope', '', ['new']);
  checkPlaces('one with paths', 'applies_to: { paths: lib/ }\n', [0]);
  checkPlaces('one without paths would be narrowed', 'applies_to: { symbols: f }\n', ['new']);
  checkPlaces('one that keeps the file out', 'applies_to: { paths: lib/, exclude: src/ }\n', ['new']);
  checkPlaces('several', 'applies_to: [{ symbols: f }, { paths: lib/ }, { paths: db/ }]\n', [1, 2, 'new']);
  checkPlaces('one has it', 'applies_to: [{ paths: lib/ }, { paths: src/, symbols: f }]\n', 'already');
  checkPlaces('one has it, and keeps it out', 'applies_to: [{ paths: src/, exclude: "*.ts" }]\n', ['new']);
  checkPlaces(
    'several files',
    'applies_to: { paths: lib/, exclude: db/ }\n',
    ['new'],
    'src/a.ts',
    'db/b.sql',
  );
  checkPlaces(
    'what is named does not count',
    'applies_to: { paths: [lib/, a.ts], exclude: db/ }\n',
    [0],
    'a.ts',
    'b.ts',
  );
  checkPlaces('a folder', 'applies_to: { paths: lib/ }\n', [0], 'src/');
  checkPlaces('a folder that is named', 'applies_to: { paths: [lib/, src/] }\n', 'already', 'src/');
  checkPlaces('a scope with a problem is no place', 'applies_to: [{ paths: lib/, patern: a }]\n', ['new']);

  const check = (what: string, keys: string, index: number | 'new', expected: string, path = 'src/a.ts') =>
    it(`writes: ${what}`, () => {
      const text = lessonFile(keys);
      const scope = lessonOf(text).scopes.find((one) => one.index === index);
      const changes = addedPaths(scope === undefined ? { kind: 'new' } : { kind: 'scope', scope }, [
        fileOf(path),
      ]);
      assert.equal(rewrite(text, changes)?.value, lessonFile(expected).value);
    });

  check(
    'below the last path',
    'applies_to:\n  - paths:\n      - lib/ # c\n    symbols: f\n',
    0,
    'applies_to:\n  - paths:\n      - lib/ # c\n      - src/a.ts\n    symbols: f\n',
  );
  check(
    'into a list on one line',
    'applies_to:\n  - { paths: [lib/], symbols: f }\n',
    0,
    'applies_to:\n  - { paths: [lib/, src/a.ts], symbols: f }\n',
  );
  check(
    'a lone path becomes a list',
    'applies_to:\n  - symbols: f\n    paths: lib/ # c\n',
    0,
    'applies_to:\n  - symbols: f\n    paths:\n      - lib/ # c\n      - src/a.ts\n',
  );
  check(
    'a lone path behind the dash',
    'applies_to:\n  - paths: lib/\n    symbols: f\n',
    0,
    'applies_to:\n  - paths:\n      - lib/\n      - src/a.ts\n    symbols: f\n',
  );
  check('a lone scope', 'applies_to:\n  paths: [lib/]\n', 0, 'applies_to:\n  paths: [lib/, src/a.ts]\n');
  check(
    'the second scope',
    'applies_to:\n  - paths: [lib/] # one\n  - paths: [db/] # two\n',
    1,
    'applies_to:\n  - paths: [lib/] # one\n  - paths: [db/, src/a.ts] # two\n',
  );
  check(
    'a new scope',
    'applies_to:\n  - symbols: f # c\n',
    'new',
    'applies_to:\n  - symbols: f # c\n  - paths:\n      - src/a.ts\n',
  );
  check(
    'the first scope',
    'severity: low\n',
    'new',
    'severity: low\napplies_to:\n  - paths:\n      - src/a.ts\n',
  );
  check('a folder', 'applies_to: []\n', 'new', 'applies_to: [{paths: [src/net/]}]\n', 'src/net/');
  check(
    'a name that looks like a glob',
    'applies_to:\n  - paths: [lib/]\n',
    0,
    "applies_to:\n  - paths: [lib/, 'app/\\[id\\]/x.ts']\n",
    'app/[id]/x.ts',
  );

  const segment = fc.stringMatching(/^[\w[\](){}*?!, @#&-]{1,8}$/).filter((one) => one.trim() === one);
  const paths = fc.array(segment, { minLength: 1, maxLength: 3 }).map((segments) => segments.join('/'));
  it('lets the file in, whatever its name', () =>
    fc.assert(
      fc.property(
        paths,
        fc.constantFrom('applies_to:\n  - paths: lib/\n', 'applies_to: []\n'),
        (path, keys) => {
          const text = lessonFile(keys);
          const [scope] = lessonOf(text).scopes;
          const place =
            scope === undefined ? ({ kind: 'new' } as const) : ({ kind: 'scope', scope } as const);
          const after = rewrite(text, addedPaths(place, [fileOf(path)]));
          assert.ok(after);
          const globs = lessonOf(after).scopes.flatMap((one) => one.scope.paths ?? []);
          assert.equal(
            globs.some((glob) => compileGlob(glob)(path)),
            true,
            globs.join(' '),
          );
        },
      ),
      { numRuns: runs(100) },
    ));
});
