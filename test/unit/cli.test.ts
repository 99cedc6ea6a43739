import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main } from '../../src/cli/main';
import { grammarFilesIn } from '../../src/cli/nodeFiles';

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The two doors: the function, and the built program as a process. */
const doors = {
  async main(argv: readonly string[], cwd: string): Promise<Outcome> {
    const out = { stdout: '', stderr: '' };
    const code = await main(argv, {
      cwd,
      grammars: grammarFilesIn('dist'),
      stdout: (text) => (out.stdout += text),
      stderr: (text) => (out.stderr += text),
    });
    return { code, ...out };
  },
  process: (argv: readonly string[], cwd: string): Promise<Outcome> =>
    new Promise((resolve) => {
      execFile(
        process.execPath,
        [join(process.cwd(), 'dist/cli.js'), ...argv],
        { cwd },
        (error, stdout, stderr) => {
          resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
        },
      );
    }),
};

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
const clean = { '.lessons/a.md': lesson, 'tools/a.py': 'pass\n' };
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
  readonly files: Readonly<Record<string, string>>;
  readonly expected: Outcome;
}

const cases: Case[] = [];
const check = (argv: string, files: Case['files'], expected: Outcome) =>
  cases.push({ argv, files, expected });
const failed = (stderr: string): Outcome => ({
  ...{ code: 2, stdout: '', stderr: `lessons: ${stderr}\nTry lessons --help.\n` },
});

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
  failed('There is no .lessons folder in ROOT. Choose the folder with --root.'),
);
check('check nowhere.py', clean, failed('There is no nowhere.py. Name files or folders that exist.'));
check('check --format xml', clean, failed('There is no format "xml". Use text or json.'));
check('check --fail-on loud', clean, failed('There is no level "loud". Use error, warning, info or hint.'));
check('chekc', clean, failed('There is no command "chekc".'));
check('lint --all', clean, failed('--fail-on and --all go with check, not with lint.'));
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
check('for', clean, failed('Name the files to look at: lessons for PATH...'));

async function runCase({ argv, files, expected }: Case, door: typeof doors.main): Promise<void> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'lessons-')));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    const { code, stdout, stderr } = await door(argv.split(' '), root);
    const plain = (text: string) => text.replaceAll(root, 'ROOT');
    assert.deepEqual({ code, stdout: plain(stdout), stderr: plain(stderr) }, expected);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

describe('the command line', () => {
  for (const one of cases) {
    it(`lessons ${one.argv}`, () => runCase(one, doors.main));
  }

  it('says the same as a process of its own', async () => {
    await Promise.all(cases.map((one) => runCase(one, doors.process)));
  });
});

describe('changed lines on the command line', () => {
  it('are those that differ from HEAD', async () => {
    const root = mkdtempSync(join(tmpdir(), 'lessons-'));
    const git = (...args: readonly string[]) =>
      new Promise<void>((resolve, reject) => {
        const identity = ['-c', 'user.name=a', '-c', 'user.email=a@b.example', '-c', 'commit.gpgsign=false'];
        execFile('git', ['-C', root, ...identity, ...args], (error) => (error ? reject(error) : resolve()));
      });
    try {
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
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
});
