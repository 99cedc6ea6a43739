import assert from 'node:assert/strict';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRequest } from '../../src/cli/arguments';
import { commands } from '../../src/cli/commands';
import { doors, type Files, gitIn, inFolder, type Outcome, outcomeOf, refused } from './commandLine';

const lesson = `---
id: LSN-7K3QF2XM
title: Deleting on the wrong host
advice: Ask the host for its role first
status: accepted
severity: high
confidence: high
factors: missing-control
applies_to: {paths: '*.py', pattern: 'rmtree\\(', symbols: wipe}
tests: {match: 'rmtree('}
references: {type: INCIDENT, url: 'https://a.example/1'}
---
`;
const code = 'import shutil\n\n\ndef wipe(path):\n\tshutil.rmtree(path)\n';
const broken = '---\nid: LSN-00000001\ntitle: A broken lesson\nsevrity: low\n---\n';
const clean = { '.lessons/a.md': lesson, 'tools/a.py': 'def wipe(path):\n\tpass\n' };
const hit = { ...clean, 'tools/restore.py': code };

const finding = `tools/restore.py:5:9: warning LSN-7K3QF2XM: Ask the host for its role first
  5 | \tshutil.rmtree(path)
    | \t       ^^^^^^^
  = lesson: Deleting on the wrong host (.lessons/a.md)
  = incident: https://a.example/1

`;
const problem = `.lessons/b.md:4:1: warning key-unknown: Lessons have no key "sevrity". Did you mean "severity"?
  4 | sevrity: low
    | ^^^^^^^

`;

interface Case {
  readonly argv: string;
  readonly files: Files;
  readonly expected: Outcome;
}

const cases: Case[] = [];
const check = (argv: string, files: Files, expected: Outcome) => cases.push({ argv, files, expected });
/** Command lines that are answered before anything is looked at. */
const answers: Omit<Case, 'files'>[] = [];
const answer = (argv: string, expected: Outcome) => answers.push({ argv, expected });

check('check', clean, {
  code: 0,
  stdout: '0 matches in 1 file, 1 lesson, 0 problems in lesson files\n',
  stderr: '',
});
check('check', hit, {
  code: 0,
  stdout: `${finding}1 match in 2 files, 1 lesson, 0 problems in lesson files\n`,
  stderr: '',
});
check('check --fail-on warning tools/restore.py', hit, {
  code: 1,
  stdout: `${finding}1 match in 1 file, 1 lesson, 0 problems in lesson files\n`,
  stderr: '',
});
check('check tools/a.py', hit, {
  code: 0,
  stdout: '0 matches in 1 file, 1 lesson, 0 problems in lesson files\n',
  stderr: '',
});
check('for tools', hit, { code: 0, stdout: finding, stderr: '' });
check('lint', clean, { code: 0, stdout: '0 problems in 1 lesson file\n', stderr: '' });
check(
  'lint',
  { ...clean, '.lessons/b.md': broken },
  { code: 1, stdout: `${problem}1 problem in 2 lesson files\n`, stderr: '' },
);
check(
  'lint .lessons/a.md',
  { ...clean, '.lessons/b.md': broken },
  { code: 0, stdout: '0 problems in 2 lesson files\n', stderr: '' },
);
const hanging = lesson
  .replace("paths: '*.py'", "paths: 'tols/*.py'")
  .replace('LSN-7K3QF2XM', 'LSN-00000002')
  .replace('a.example/1', 'a.example/2');
const noFile = `.lessons/b.md:9:21: warning scope-no-file: No file here fits this scope, so it never applies. Correct its paths, exclude or languages.
  9 | applies_to: {paths: 'tols/*.py', pattern: 'rmtree\\(', symbols: wipe}
    |                     ^^^^^^^^^^^

`;
const noSymbol = `.lessons/a.md:9:59: warning symbol-not-found: No file that these paths name has a symbol "wipe". Did you mean "wipeAll"?
  9 | applies_to: {paths: '*.py', pattern: 'rmtree\\(', symbols: wipe}
    |                                                           ^^^^

`;
const renamed = { ...clean, 'tools/a.py': 'def wipeAll(path):\n\tpass\n', '.lessons/b.md': hanging };
check('lint', renamed, { code: 1, stdout: `${noSymbol}${noFile}2 problems in 2 lesson files\n`, stderr: '' });
check('lint .lessons/b.md', renamed, {
  code: 1,
  stdout: `${noFile}1 problem in 2 lesson files\n`,
  stderr: '',
});
check('check', renamed, {
  code: 0,
  stdout: '0 matches in 1 file, 2 lessons, 0 problems in lesson files\n',
  stderr: '',
});
check(
  'check',
  { ...clean, '.lessons/b.md': broken },
  {
    code: 1,
    stdout: `${problem}0 matches in 1 file, 2 lessons, 1 problem in lesson files\n`,
    stderr: '',
  },
);
check(
  'lint --format json',
  { ...clean, '.lessons/b.md': broken },
  {
    code: 1,
    stdout: `${JSON.stringify({ version: 1, problems: [{ code: 'key-unknown', message: 'Lessons have no key "sevrity". Did you mean "severity"?', path: '.lessons/b.md', range: { start: { line: 3, character: 0 }, end: { line: 3, character: 7 } }, severity: 'warning' }] }, undefined, 2)}\n`,
    stderr: '',
  },
);
check(
  'check',
  { 'a.py': code },
  refused(
    'There is no .lessons folder in ROOT. Choose the folder with --root, or make one with lessons init.',
    'check',
  ),
);
check(
  'check nowhere.py',
  clean,
  refused('There is no nowhere.py. Name files or folders that exist.', 'check'),
);
answer('check --format xml', refused('There is no format "xml". Use text or json.', 'check'));
answer(
  'check --fail-on loud',
  refused('There is no level "loud". Use error, warning, info or hint.', 'check'),
);
answer('chekc', refused('There is no command "chekc". Did you mean "check"?'));
answer('xyzzy', refused('There is no command "xyzzy".'));
answer('help xyzzy', refused('There is no command "xyzzy".'));
answer('--all', refused('There is no option --all here. Name a command first.'));
answer('lint --all', refused('There is no option --all here. It goes with check, not with lint.', 'lint'));
answer('lint --rot .', refused('There is no option --rot here. Did you mean --root?', 'lint'));
answer('lint -q', refused('There is no option -q here. lint has --root, --fix, --format.', 'lint'));
answer('lint --root', refused('--root needs a value: --root DIR.', 'lint'));
answer(
  'lint --root --format json',
  refused(
    '--root needs a value. If "--format" is meant to be it, write --root=--format in one word.',
    'lint',
  ),
);
answer('check --all=no', refused('--all takes no value.', 'check'));
answer('lint --root . --root ..', refused('--root can be given once.', 'lint'));
check('--root . lint', clean, { code: 0, stdout: '0 problems in 1 lesson file\n', stderr: '' });
check('lint --root=.', clean, { code: 0, stdout: '0 problems in 1 lesson file\n', stderr: '' });
answer('for --help', {
  code: 0,
  stdout: `Usage: lessons for PATH... [options]

Every lesson that applies to these files, broad ones too.

  --root DIR       the folder that holds .lessons (default: the current one)
  --format FORMAT  text (default) or json
`,
  stderr: '',
});
check(
  'for tools',
  { ...hit, '.lessons/a.md': lesson.replace('severity: high', 'severity: high\nlevel: silent') },
  {
    ...{ code: 0, stderr: '' },
    stdout: finding.replace(' warning ', ' silent '),
  },
);
check(
  'check',
  { ...hit, '.lessons/a.md': lesson.replace('severity: high', 'severity: high\nlevel: silent') },
  {
    ...{ code: 0, stderr: '' },
    stdout: '0 matches in 2 files, 1 lesson, 0 problems in lesson files\n',
  },
);
answer('for', refused('Name the files to look at: lessons for PATH...', 'for'));

/** What somebody may send who wants the terminal to obey: a new title for its window, and a line to read as ours. */
const hostile = lesson
  .replace('Deleting on the wrong host', '"Deleting \\e]0;x\\a on\\nerror: the wrong host"')
  .replace('Ask the host', 'Ask\u202Ethe host');
check(
  'for tools',
  { '.lessons/a.md': hostile, 'tools/restore.py': code.replace('rmtree(path)', 'rmtree(\x9b2J\u2066)') },
  {
    code: 0,
    stdout: finding
      .replace('Deleting on the', 'Deleting ␛]0;x␇ on error: the')
      .replace('Ask the host', 'Ask\uFFFDthe host')
      .replace('(path)', '(\uFFFD2J\uFFFD)'),
    stderr: '',
  },
);
answer('lint --format=\x1b[2J', refused('There is no format "␛[2J". Use text or json.', 'lint'));

describe('the command line', () => {
  for (const { argv, files, expected } of cases) {
    it(`lessons ${JSON.stringify(argv).slice(1, -1)}`, async () =>
      assert.deepEqual(await outcomeOf(argv, files), expected));
  }

  for (const { argv, expected } of answers) {
    it(`lessons ${JSON.stringify(argv).slice(1, -1)}`, async () =>
      assert.deepEqual(await outcomeOf(argv, {}), expected));
  }

  it('says the same as a process of its own', async () => {
    // One of each kind: a process costs more than all the others together.
    const kinds = new Map(cases.map((one) => [`${one.argv.split(' ', 1)[0]} ${one.expected.code}`, one]));
    await Promise.all(
      [...kinds.values()].map(async ({ argv, files, expected }) =>
        assert.deepEqual(await outcomeOf(argv, files, doors.process), expected),
      ),
    );
  });

  it('gives JSON that holds no orders for a terminal, and means the same', async () => {
    const { stdout } = await outcomeOf('for tools --format json', { ...hit, '.lessons/a.md': hostile });
    assert.doesNotMatch(stdout, /(?!\n)[\p{Cc}\u202A-\u202E]/u);
    const { matches } = JSON.parse(stdout) as { matches: { title: string; advice: string }[] };
    assert.deepEqual(
      matches.map(({ title, advice }) => [title, advice]),
      [['Deleting \x1b]0;x\x07 on\nerror: the wrong host', 'Ask\u202Ethe host for its role first']],
    );
  });

  it('helps with every command, each by its own options', async () => {
    const { stdout } = await outcomeOf('--help', {});
    for (const [name, { operands, options }] of Object.entries(commands)) {
      assert.match(stdout, new RegExp(`^  ${name} `, 'm'));
      const { stdout: help } = await outcomeOf(`help ${name}`, {});
      assert.equal(help.split('\n', 1)[0], `Usage: lessons ${`${name} ${operands}`.trimEnd()} [options]`);
      const named = [...help.matchAll(/^ {2}--([\w-]+)/gm)].map(([, option]) => option);
      assert.deepEqual(named, Object.keys(options));
    }
    const long = stdout.split('\n').filter((line) => line.length > 100);
    assert.deepEqual(long, []);
  });

  it('reads an option by its command', () => {
    const read = (line: string) => {
      const request = readRequest(line.split(' '), commands);
      return request.kind === 'run' && [request.words.values.fix, request.words.operands];
    };
    assert.deepEqual(read('lint --fix a'), [true, ['a']]);
    assert.deepEqual(read('--fix lint a'), [true, ['a']]);
    assert.deepEqual(read('capture --fix a'), ['a', []]);
    assert.deepEqual(read('--root b capture --fix=a'), ['a', []]);
  });
});

describe('changed lines on the command line', () => {
  it('are those that differ from HEAD', () =>
    inFolder({}, async (root) => {
      const git = gitIn(root);
      cpSync('test/fixtures/demo', root, { recursive: true });
      await git('init', '-q');
      writeFileSync(join(root, '.gitignore'), 'ignored.ts\n');
      await git('add', '-A');
      await git('commit', '-qm', 'first');
      cpSync('test/fixtures/demo-edits', root, { recursive: true });
      writeFileSync(join(root, 'ignored.ts'), 'const a = /(a+)+$/;\n');
      mkdirSync(join(root, 'src/new'));
      writeFileSync(join(root, 'src/new/a.ts'), 'const a = /(a+)+$/;\n');
      const { stdout } = await doors.process(['check', '--format', 'json'], root);
      const { matches } = JSON.parse(stdout) as {
        matches: { path: string; range: { start: { line: number } }; changed: boolean }[];
      };
      assert.deepEqual(
        matches.filter(({ changed }) => changed).map(({ path, range }) => `${path}:${range.start.line + 1}`),
        [
          'db/migrations/0002_tracking.sql:14',
          'resolver/pick.go:26',
          'src/firewall/rules.ts:43',
          'src/http/retry.ts:27',
          'src/new/a.ts:1',
        ],
      );
      assert.equal(matches.length, 15);
    }));
});
