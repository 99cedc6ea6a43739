import assert from 'node:assert/strict';
import { doors, outcomeOf } from './commandLine';

describe('lessons of packages on the command line', () => {
  const lesson = (id: string, title: string, scope: string) =>
    `---\nid: LSN-0000000${id}\ntitle: ${title}\napplies_to: ${scope}\ntests: {match: own outer both}\n---\n`;
  const files = {
    '.lessons/outer.md': lesson('2', 'Outer lesson', '{paths: "packages/*/src/*.txt", pattern: outer}'),
    '.lessons/both.md': lesson('3', 'Farther lesson', '{pattern: both}'),
    'packages/orders/.lessons/own.md': lesson('1', 'Own lesson', '{paths: "src/*.txt", pattern: own}'),
    'packages/orders/.lessons/both.md': lesson('3', 'Nearer lesson', '{pattern: both}'),
    'packages/orders/src/a.txt': 'own outer both\n',
    'packages/other/src/a.txt': 'own outer both\n',
  };
  const { 'packages/orders/.lessons/own.md': own, 'packages/orders/src/a.txt': code } = files;
  const onlyPackage = { 'packages/orders/.lessons/own.md': own, 'packages/orders/src/a.txt': code };

  const check = (argv: string, expected: readonly string[], of: Readonly<Record<string, string>> = files) =>
    it(`${argv}: ${expected.join(', ')}`, async () => {
      const { stdout } = await outcomeOf(`${argv} --format json`, of);
      const { matches } = JSON.parse(stdout) as { matches: { path: string; title: string }[] };
      assert.deepEqual(
        matches.map(({ path, title }) => `${path} ${title}`),
        expected,
      );
    });
  const inOrders = ['Own', 'Outer', 'Nearer'].map((name) => `packages/orders/src/a.txt ${name} lesson`);
  const inOther = ['Outer', 'Farther'].map((name) => `packages/other/src/a.txt ${name} lesson`);

  check('check', [...inOrders, ...inOther]);
  check('check packages/orders', inOrders);
  check('check packages/other/src/a.txt', inOther);
  check('for packages/orders/src/a.txt', inOrders);
  check('check', ['packages/orders/src/a.txt Own lesson'], onlyPackage);

  it('says of a problem where its file lies', async () => {
    const broken = '---\nid: LSN-00000009\ntitle: A broken lesson\nsevrity: low\n---\n';
    const { stdout, code } = await outcomeOf('check', {
      ...onlyPackage,
      'packages/orders/.lessons/b.md': broken,
    });
    assert.match(stdout, /^packages\/orders\/\.lessons\/b\.md:4:1: warning key-unknown/m);
    assert.match(stdout, /\(packages\/orders\/\.lessons\/own\.md\)/);
    assert.match(stdout, /1 match in 1 file, 2 lessons, 1 problem in lesson files/);
    assert.equal(code, 1);
  });

  const control = 'controls: {kind: test, status: done, ref: test/own.test.ts}';
  const codified = {
    '.lessons/own.md': lesson('1', 'Own lesson', `{pattern: own}\n${control}`),
    'a.txt': 'own\n',
  };
  check('check', ['a.txt Own lesson'], codified);
  check('check', [], { ...codified, 'test/own.test.ts': '' });
  check('for a.txt', ['a.txt Own lesson'], { ...codified, 'test/own.test.ts': '' });
  const conflict = 'own\n<<<<<<< HEAD\nown\n=======\nours\n>>>>>>> other\nown\n';
  check('check', ['a.txt Own lesson', 'a.txt Own lesson'], { ...codified, 'a.txt': conflict });

  it('says that there are none, where there are none', async () => {
    const { stderr, code } = await outcomeOf('check', { 'a.txt': 'own\n' }, doors.process);
    assert.match(stderr, /There is no \.lessons folder in ROOT/);
    assert.equal(code, 2);
  });

  for (const [id, shown] of [
    ['LSN-00000001', 'Own'],
    ['LSN-00000002', 'Outer'],
    ['LSN-00000003', 'Nearer'],
  ]) {
    it(`explains ${shown} lesson at a file of a package`, async () => {
      const { stdout, code } = await outcomeOf(`explain ${id} packages/orders/src/a.txt:1`, files);
      assert.match(stdout, /: shown\n[\s\S]*pattern +Found: line 1/);
      assert.equal(code, 0);
    });
  }
});
