import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { checkIn, later, machineWith } from './checks';
import { gitIn, inFolder } from './commandLine';
import { runs } from './runs';

const paths = [
  'a.ts',
  'src/b.py',
  'src/deep/c.go',
  'run',
  'src/d.ts',
  'package.json',
  'src/package.json',
] as const;

const texts = [
  'const one = load(1);\n',
  "import _ from 'lodash';\nconst one = load(1);\n",
  '{"dependencies": {"lodash": "^3.0.0"}}\n',
  '{"dependencies": {"lodash": "^4.0.0"}}\n',
  'const two = load(2);\n',
  'const two = lead(2);\n',
  'def wipe(path):\n\tload(path)\n',
  '#!/usr/bin/env python3\ndef wipe(path):\n\tload(path)\n',
  'func wipe() {\n\tload(1)\n}\n',
  'func wipe() {\n\tload(1)\n\tload(2)\n}\n',
  'load(1); // lessons-ignore LSN-00000001 -- kept\n',
  '# lessons-ignore LSN-00000000, LSN-00000001\nload(1)\n',
  'a\0b load(1)',
  '\uFEFFload(1)\r\nload(2)\r\n',
  '',
] as const;

const scopes = [
  "{pattern: 'load\\('}",
  "{pattern: 'load\\(', not_pattern: 'two'}",
  '{symbols: wipe}',
  "{symbols: wipe, pattern: 'load\\(', when: edit}",
  "{pattern: 'load\\(', when: add}",
  "{packages: {ecosystem: npm, name: lodash, range: '<4'}}",
  "{packages: lodash, pattern: 'load'}",
  "{paths: 'src/'}",
  "{paths: '*.ts', when: edit}",
  '{languages: python}',
  "{languages: python, pattern: 'load'}",
] as const;

const file = fc.constantFrom(...paths);
const lessonFile = fc.constantFrom('.lessons/a.md', '.lessons/b.md', '.lessons/more/c.md');
const either = fc.oneof(file, lessonFile);

const change = fc.oneof(
  fc.record({ kind: fc.constant('write'), path: file, text: fc.constantFrom(...texts) } as const),
  fc.record({ kind: fc.constant('writeAtOldTime'), path: file, text: fc.constantFrom(...texts) } as const),
  fc.record({ kind: fc.constant('delete'), path: either } as const),
  fc.oneof(
    fc.record({ kind: fc.constant('rename'), path: file, to: file } as const),
    fc.record({ kind: fc.constant('rename'), path: lessonFile, to: lessonFile } as const),
  ),
  fc.record({ kind: fc.constant('touch'), path: file } as const),
  fc.record({
    ...({ kind: fc.constant('teach'), path: lessonFile } as const),
    ...{ id: fc.constantFrom('LSN-00000000', 'LSN-00000001'), scope: fc.constantFrom(...scopes) },
  }),
  fc.record({ kind: fc.constant('configure'), ignore: fc.constantFrom('src/deep/**', 'nothing') } as const),
);
type Change = typeof change extends fc.Arbitrary<infer C> ? C : never;

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function apply(root: string, one: Change): void {
  const at = (path: string) => join(root, path);
  const statsOf = (path: string) => statSync(at(path), { throwIfNoEntry: false });
  switch (one.kind) {
    case 'write':
      write(root, one.path, one.text);
      break;
    case 'writeAtOldTime': {
      const known = statsOf(one.path);
      write(root, one.path, one.text);
      utimesSync(at(one.path), known?.atime ?? 0, known?.mtime ?? 0);
      break;
    }
    case 'delete':
      rmSync(at(one.path), { force: true });
      break;
    case 'rename':
      if (statsOf(one.path) !== undefined) {
        mkdirSync(dirname(at(one.to)), { recursive: true });
        renameSync(at(one.path), at(one.to));
      }
      break;
    case 'touch':
      if (statsOf(one.path) !== undefined) {
        utimesSync(at(one.path), 1e9, 1e9);
      }
      break;
    case 'teach':
      write(root, one.path, lessonWith(one.id, one.scope));
      break;
    case 'configure':
      write(root, '.lessons/config.yaml', `ignore: ['${one.ignore}']\n`);
      break;
  }
}

function lessonWith(id: string, scope: string): string {
  return `---\nid: ${id}\ntitle: A lesson of the test\napplies_to: ${scope}\n---\n`;
}

const begun = { '.lessons/a.md': lessonWith('LSN-00000000', '{pattern: load}') };

/** Whether every check says the same with results kept as without, after each change. */
async function agrees(root: string, cache: string, changes: readonly Change[], all: boolean): Promise<void> {
  const argv = all ? ['--all'] : [];
  for (const one of changes) {
    apply(root, one);
    // Everything lies long in the past for one of the checks, which so trusts the stamps of files.
    const kept = await later(() => checkIn(root, machineWith(cache), argv));
    assert.deepEqual(kept, await checkIn(root, undefined, argv), JSON.stringify(one));
  }
}

describe('kept results', () => {
  it('never change what a check says', function () {
    this.timeout(runs(3) * 3000);
    return fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 3, maxLength: 8 }), fc.boolean(), (changes, all) =>
        inFolder(begun, (root) => inFolder({}, (cache) => agrees(root, cache, changes, all))),
      ),
      { numRuns: runs(3) },
    );
  });

  it('never change what a check says of a repository', function () {
    this.timeout(runs(1) * 20_000);
    return fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 2, maxLength: 4 }), (changes) =>
        inFolder({ ...begun, 'a.ts': texts[0], 'src/b.py': texts[3], 'src/deep/c.go': texts[5] }, (root) =>
          inFolder({}, async (cache) => {
            const git = gitIn(root);
            await git('init', '-q');
            await git('add', '-A');
            await git('commit', '-qm', 'first');
            await agrees(root, cache, changes.slice(0, -1), true);
            await git('add', '-A');
            await git('commit', '-qm', 'second', '--allow-empty');
            await agrees(root, cache, changes.slice(-1), true);
          }),
        ),
      ),
      { numRuns: runs(1) },
    );
  });

  it('are used, and no file is read for them that has not changed', () =>
    inFolder({ ...begun, 'a.ts': texts[0] }, (root) =>
      inFolder({}, async (cache) => {
        const first = await later(() => checkIn(root, machineWith(cache)));
        assert.equal(first.matches.length, 1);
        rewrite(cache, (body) => body.replaceAll('"LSN-00000000"', '"LSN-0000000Z"'));
        assert.equal((await later(() => checkIn(root, machineWith(cache)))).matches.length, 0);
        assert.equal(
          (await later(() => checkIn(root, machineWith(cache), ['--no-cache']))).matches.length,
          1,
        );
      }),
    ));

  it('are of no use where they are damaged, cut, or of another program', () =>
    inFolder({ ...begun, 'a.ts': texts[0] }, (root) =>
      inFolder({}, async (cache) => {
        const expected = await checkIn(root);
        for (const damage of [
          (bytes: Buffer) => bytes.subarray(0, bytes.length / 2),
          (bytes: Buffer) => Buffer.from(bytes.toString('latin1').replace('sharp', 'named'), 'latin1'),
          (bytes: Buffer) =>
            Buffer.from(bytes.toString('latin1').replace('edition":"', 'edition":"x'), 'latin1'),
          () => Buffer.alloc(0),
          () => Buffer.from('{}\n{}'),
        ]) {
          await later(() => checkIn(root, machineWith(cache)));
          const name = cacheFileIn(cache);
          writeFileSync(name, damage(readFileSync(name)));
          assert.deepEqual(await later(() => checkIn(root, machineWith(cache))), expected);
        }
      }),
    ));

  it('are not missed where there is no place for them', () =>
    inFolder({ ...begun, 'a.ts': texts[0], file: '' }, async (root) => {
      const { matches, stderr } = await checkIn(root, machineWith(join(root, 'file')));
      assert.equal(matches.length, 1);
      assert.match(stderr, /^Results cannot be kept for the next check: /);
    }));
});

function cacheFileIn(cache: string): string {
  const [name = ''] = readdirSync(join(cache, 'check'));
  return join(cache, 'check', name);
}

/** Changes what is kept, and makes it look whole. */
function rewrite(cache: string, change: (body: string) => string): void {
  const name = cacheFileIn(cache);
  const text = readFileSync(name, 'utf8');
  const end = text.indexOf('\n');
  const body = change(text.slice(end + 1));
  const sha256 = createHash('sha256').update(body).digest('hex');
  writeFileSync(name, `${JSON.stringify({ ...JSON.parse(text.slice(0, end)), sha256 })}\n${body}`);
}
