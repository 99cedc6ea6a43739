import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { harmIn } from '../../src/cli/lessonAttributes';
import { isLessonPath } from '../../src/core/library/files';
import { doors, type Files, gitIn, inFolder, type Outcome, outcomeOf, refused } from './commandLine';

const next = '\nNext: lessons capture PATH:LINE where something went wrong, and commit the folder.\n';
const written = (stdout: string): Outcome => ({ code: 0, stdout, stderr: '' });
const first = written(
  `written  .lessons/config.yaml\nwritten  .lessons/README.md\nwritten  .lessons/example.md\n${next}`,
);

describe('lessons init', () => {
  const check = (what: string, files: Files, expected: Outcome) =>
    it(what, async () => assert.deepEqual(await outcomeOf('init', files), expected));

  check('begins in an empty folder', {}, first);
  check('begins beside code', { 'src/a.ts': 'export {};\n', 'README.md': '' }, first);
  check(
    'writes no first lesson where there is one',
    { '.lessons/deep/a.md': 'anything' },
    written(`written  .lessons/config.yaml\nwritten  .lessons/README.md\n${next}`),
  );
  check(
    'keeps what is there, in whatever capitals',
    { '.lessons/readme.md': 'mine', '.lessons/config.yaml': 'mine' },
    written(
      `kept     .lessons/config.yaml\nkept     .lessons/README.md\nwritten  .lessons/example.md\n${next}`,
    ),
  );
  check(
    'refuses a file of that name',
    { '.lessons': 'mine' },
    refused('.lessons in ROOT is a file, and lessons need a folder of that name. Rename it.', 'init'),
  );
  it('refuses a folder that is not there', async () =>
    assert.deepEqual(
      await outcomeOf('init --root a/b', {}),
      refused('There is no folder ROOT/a/b. Make it first, or choose another with --root.', 'init'),
    ));
  it('says where it cannot write', () =>
    inFolder({}, async (root) => {
      symlinkSync('nowhere', join(root, '.lessons'));
      const { code, stderr } = await doors.main(['init'], root);
      const file = join(root, '.lessons/config.yaml');
      assert.deepEqual(
        [code, stderr],
        [2, `lessons: ${file} cannot be written: its folder cannot be made.\n`],
      );
    }));

  const contents = (root: string) =>
    readdirSync(join(root, '.lessons')).map((name) => {
      const file = join(root, '.lessons', name);
      return [name, readFileSync(file, 'utf8'), statSync(file).mtimeMs] as const;
    });

  it('changes nothing the second time, nor what was changed meanwhile', () =>
    inFolder({}, async (root) => {
      await doors.main(['init'], root);
      writeFileSync(join(root, '.lessons/README.md'), 'ours');
      const before = contents(root);
      assert.deepEqual(
        await doors.main(['init'], root),
        written('kept  .lessons/config.yaml\nkept  .lessons/README.md\nkept  .lessons/example.md\n'),
      );
      assert.deepEqual(contents(root), before);
    }));

  it('leaves a folder with nothing wrong in it, of which nothing speaks up', () =>
    inFolder({ 'notes.md': 'An example-of-a-lesson.\n' }, async (root) => {
      await doors.main(['init'], root);
      assert.equal((await doors.main(['lint'], root)).stdout, '0 problems in 1 lesson file\n');
      assert.equal((await doors.main(['for', '.'], root)).stdout, '');
      assert.equal(contents(root).filter(([name]) => isLessonPath(`.lessons/${name}`)).length, 1);
    }));

  it('gives every folder an id of its own', () =>
    inFolder({ 'a/x': '', 'b/x': '' }, async (root) => {
      const ids = await Promise.all(
        ['a', 'b'].map(async (folder) => {
          await doors.main(['init', '--root', folder], root);
          return (await doors.main(['list', '--root', folder], root)).stdout.split(' ', 1)[0];
        }),
      );
      assert.notEqual(ids[0], ids[1]);
    }));

  it('gives JSON', async () => {
    const { stdout } = await outcomeOf('init --format json', {
      '.lessons/a.md': '',
      '.lessons/config.yaml': '',
    });
    assert.deepEqual(JSON.parse(stdout), {
      version: 1,
      files: [
        { path: '.lessons/config.yaml', state: 'kept' },
        { path: '.lessons/README.md', state: 'written' },
      ],
    });
  });
});

describe('git attributes of lessons', () => {
  const names = ['merge', 'filter', 'diff', 'text'];
  /** What git makes of lessons after init, and of other files. */
  const check = (
    what: string,
    attributes: string,
    line: string | undefined,
    expected: readonly string[] = names.map((name) => `${name}: unspecified`),
  ) =>
    it(what, () =>
      inFolder({ '.gitattributes': attributes }, async (root) => {
        await gitIn(root)('init', '-q');
        const attributesOf = (path: string) =>
          execFileSync('git', ['-C', root, 'check-attr', ...names, '--', path], { encoding: 'utf8' })
            .trim()
            .split('\n')
            .map((answer) => answer.slice(path.length + 2));
        const elsewhere = attributesOf('docs/a.md');
        const { stdout, stderr } = await doors.main(['init'], root);
        assert.deepEqual([stdout.includes('.gitattributes'), stderr], [line !== undefined, '']);
        if (line !== undefined) {
          const text = readFileSync(join(root, '.lessons/.gitattributes'), 'utf8');
          assert.deepEqual(
            text.split('\n').filter((written) => written !== '' && !written.startsWith('#')),
            [line],
          );
        }
        for (const path of ['.lessons/a.md', '.lessons/deep/er/a.md', '.lessons/config.yaml']) {
          assert.deepEqual(attributesOf(path), expected);
        }
        assert.deepEqual(attributesOf('docs/a.md'), elsewhere);
      }),
    );

  check('none', '', undefined);
  check('a union', '* merge=union\n', '* !merge');
  check('a union of Markdown alone', '*.md merge=union\n', '* !merge');
  check('pointers to a store', '* filter=lfs diff=lfs merge=lfs -text\n', '* !merge !filter !diff !text');
  check('binaries', '* binary\n', '* !merge !diff !text');
  check('line breaks as they are', '* -text\n', undefined, [
    ...['merge: unspecified', 'filter: unspecified', 'diff: unspecified', 'text: unset'],
  ]);
  check('line breaks as git likes them', '* text=auto\n', undefined, [
    ...['merge: unspecified', 'filter: unspecified', 'diff: unspecified', 'text: auto'],
  ]);
  check('a union, and other things that do no harm', '* merge=union diff=markdown text\n', '* !merge', [
    ...['merge: unspecified', 'filter: unspecified', 'diff: markdown', 'text: set'],
  ]);

  it('are no matter where nothing is told', () => assert.equal(harmIn([]), undefined));

  it('that cannot be undone from here are told', () =>
    inFolder({ '.gitignore': '.*\n' }, async (root) => {
      await gitIn(root)('init', '-q');
      writeFileSync(join(root, '.git/info/attributes'), '* merge=union\n');
      await doors.main(['init'], root);
      const { code, stderr } = await doors.main(['init'], root);
      assert.deepEqual(
        [code, stderr],
        [
          0,
          `git still treats lessons as merge=union, by .lessons/.gitattributes or .git/info/attributes. There this line is missing: * !merge
git ignores .lessons (.gitignore:1:.*), so nobody else gets the lessons. Take it out of what is ignored.
`,
        ],
      );
    }));
});
