import assert from 'node:assert/strict';
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { doors, type Files, inFolder } from './commandLine';

const broken =
  '---\r\nid: lsn-7k3qf2xm # c\r\ntitle: CORS: the wildcard\r\nsevrity: High\r\nreferences: http://a.example\r\n---\r\nbody\r\n';
const mended =
  "---\r\nid: LSN-7K3QF2XM # c\r\ntitle: 'CORS: the wildcard'\r\nseverity: high\r\nreferences: http://a.example\r\n---\r\nbody\r\n";

describe('lessons lint --fix', () => {
  const check = (what: string, files: Files, argv: string, expected: object, after: Files) =>
    it(what, () =>
      inFolder(files, async (root) => {
        const { code, stdout } = await doors.main(argv.split(' '), root);
        const { fixed, problems } = JSON.parse(stdout);
        assert.deepEqual(
          {
            code,
            fixed: fixed?.map((one: { path: string; code: string }) => `${one.path} ${one.code}`),
            problems: problems.map((one: { code: string }) => one.code),
          },
          expected,
        );
        for (const [path, content] of Object.entries(after)) {
          assert.equal(readFileSync(join(root, path), 'utf8'), content);
        }
      }),
    );
  const all = ['yaml-syntax', 'id-invalid', 'key-unknown', 'value-unknown'].map(
    (code) => `.lessons/a.md ${code}`,
  );

  check(
    'mends what can only mean one thing, and lists the rest',
    { '.lessons/a.md': broken },
    'lint --fix --format json',
    { code: 1, fixed: all, problems: ['reference-not-https'] },
    { '.lessons/a.md': mended },
  );
  check(
    'mends nothing unasked',
    { '.lessons/a.md': broken },
    'lint --format json',
    { code: 1, fixed: undefined, problems: ['yaml-syntax'] },
    { '.lessons/a.md': broken },
  );
  check(
    'keeps to the paths',
    { '.lessons/a.md': broken, '.lessons/b/c.md': broken.replace('7k3q', '7k3a') },
    'lint --fix --format json .lessons/b',
    { code: 1, fixed: all.map((one) => one.replace('a.md', 'b/c.md')), problems: ['reference-not-https'] },
    { '.lessons/a.md': broken },
  );
  check(
    'leaves packs to others',
    { '.lessons/packs/p/a.md': broken },
    'lint --fix --format json',
    { code: 1, fixed: [], problems: ['yaml-syntax'] },
    { '.lessons/packs/p/a.md': broken },
  );
  check(
    'leaves alone what is no text',
    { '.lessons/a.md': 'a\0b' },
    'lint --fix --format json',
    { code: 1, fixed: [], problems: ['file-binary'] },
    { '.lessons/a.md': 'a\0b' },
  );

  it('says what it did, and does nothing the second time', () =>
    inFolder({ '.lessons/a.md': broken.replace('http:', 'https:') }, async (root) => {
      const first = await doors.main(['lint', '--fix'], root);
      assert.match(first.stdout, /^\.lessons\/a\.md: fixed yaml-syntax: Put it in quotes\n/);
      assert.match(first.stdout, /\n0 problems in 1 lesson file\n$/);
      assert.equal(first.code, 0);
      assert.deepEqual(await doors.main(['lint', '--fix'], root), {
        code: 0,
        stdout: '0 problems in 1 lesson file\n',
        stderr: '',
      });
      writeFileSync(join(root, '.lessons/b.md'), mended);
      // Two lessons with one id: which one is the copy, only a person knows.
      assert.equal((await doors.main(['lint', '--fix'], root)).code, 1);
    }));

  it('keeps who may do what with a file, and leaves nothing beside it', () =>
    inFolder({ '.lessons/a.md': broken }, async (root) => {
      chmodSync(join(root, '.lessons/a.md'), 0o640);
      await doors.main(['lint', '--fix'], root);
      assert.equal(
        statSync(join(root, '.lessons/a.md')).mode & 0o777,
        process.platform === 'win32' ? 0o666 : 0o640,
      );
      assert.deepEqual(readdirSync(join(root, '.lessons')), ['a.md']);
    }));
});
