import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../../src/cli/main';
import { grammarFilesIn } from '../../src/cli/nodeFiles';
import type { Answer } from '../../src/cli/terminal';
import { doors, type Files, inFolder, type Outcome } from './commandLine';

const folder: Files = { '.lessons/README.md': '', 'a.ts': 'go(1);\n' };
const lessonsIn = (root: string) =>
  readdirSync(join(root, '.lessons')).filter((name) => name !== 'README.md');
const left: Answer = { kind: 'left' };
const interrupted: Answer = { kind: 'interrupted' };
const said = (text: string): Answer => ({ kind: 'said', text });

/** What a person is asked who gives these answers, and what comes of it. */
async function asked(root: string, argv: readonly string[], answers: readonly Answer[]) {
  const questions: string[] = [];
  const out = { stdout: '', stderr: '', isOpen: false };
  const terminal = () => {
    out.isOpen = true;
    return {
      ask: async (question: string) => {
        questions.push(question.split(' ')[0] ?? '');
        return answers[questions.length - 1] ?? left;
      },
      close: () => {
        out.isOpen = false;
      },
    };
  };
  const code = await main(['capture', ...argv], {
    ...{ cwd: root, grammars: grammarFilesIn('dist'), terminal },
    stdout: (text) => (out.stdout += text),
    stderr: (text) => (out.stderr += text),
  });
  assert.equal(out.isOpen, false);
  return { code, ...out, questions };
}

describe('lessons capture in a terminal', () => {
  const all = ['What', 'What', 'Link'];
  const check = (
    what: string,
    argv: readonly string[],
    answers: readonly Answer[],
    expected: { readonly questions: readonly string[]; readonly code?: number; readonly text?: RegExp },
  ) =>
    it(what, () =>
      inFolder(folder, async (root) => {
        const { code, questions, stderr } = await asked(root, argv, answers);
        assert.deepEqual([questions, code], [expected.questions, expected.code ?? 0]);
        const texts = lessonsIn(root).map((name) => readFileSync(join(root, '.lessons', name), 'utf8'));
        if (expected.text === undefined) {
          assert.deepEqual(texts, []);
          assert.match(stderr, /\nNothing was written\.\n$/);
        } else {
          assert.match(texts.join(), expected.text);
        }
      }),
    );

  check(
    'asks what the editor asks',
    ['a.ts:1'],
    [said('Double charges'), said('Give each retry a limit'), said('https://a.example')],
    {
      questions: all,
      text: /title: Double charges\nadvice: Give each retry a limit\n[\s\S]*references:\n {2}- type: INCIDENT\n/,
    },
  );
  check('lets every question be skipped', [], [said(''), said(' '), said('')], {
    questions: all,
    text: /title: What went wrong\nstatus/,
  });
  check('asks for what is not given', ['--title', 'Double charges'], [said(''), said('no link')], {
    questions: ['What', 'Link'],
    text: /## What happened\n\nno link\n/,
  });
  check('asks nothing where all is said', ['--title', 'Double charges', '--yes'], [], {
    questions: [],
    text: /title: Double charges\n/,
  });
  check('writes nothing for who turns away at once', [], [left], { questions: ['What'], code: 130 });
  check('keeps what was said by who has no more to say', [], [said('Double charges'), left], {
    questions: ['What', 'What'],
    text: /title: Double charges\n/,
  });
  check('writes nothing after Ctrl+C', [], [said('Double charges'), interrupted], {
    questions: ['What', 'What'],
    code: 130,
  });

  it('looks at what was given before it asks', () =>
    inFolder(folder, async (root) => {
      const { code, questions } = await asked(root, ['--path', '/a'], []);
      assert.deepEqual([code, questions], [2, []]);
    }));
});

describe('lessons capture as a process', function () {
  this.timeout(30_000);

  it('writes two files for two who capture the same at once', () =>
    inFolder(folder, async (root) => {
      const argv = ['capture', 'a.ts:1', '--title', 'Double charges'];
      const outcomes = await Promise.all([doors.process(argv, root), doors.process(argv, root)]);
      const paths = outcomes.map(({ code, stdout }) => [
        code,
        stdout.split('\n', 1)[0]?.replace(/LSN-\w+/, 'LSN'),
      ]);
      assert.deepEqual(paths.sort(), [
        [0, '.lessons/double-charges.LSN.md'],
        [0, '.lessons/double-charges.md'],
      ]);
      assert.equal((await doors.process(['lint'], root)).code, 0);
      assert.equal(lessonsIn(root).length, 2);
    }));

  it('survives readers that go away', () =>
    inFolder(folder, async (root) => {
      const program = join(process.cwd(), 'dist/cli.js');
      const child = spawn(process.execPath, [program, 'capture', 'a.ts:1'], { cwd: root });
      child.stdin.destroy();
      child.stdout.destroy();
      child.stderr.destroy();
      const code = await new Promise((resolve) => child.on('exit', resolve));
      assert.equal(code, 0);
      assert.equal(lessonsIn(root).length, 1);
    }));

  /** A shell's limit on the size of files stands for a disk that is full. */
  const limited = (root: string, argv: readonly string[]): Outcome => {
    const program = join(process.cwd(), 'dist/cli.js');
    const line = 'ulimit -f 0; exec "$0" "$@"';
    const { status, stdout, stderr } = spawnSync('sh', ['-c', line, process.execPath, program, ...argv], {
      cwd: root,
      encoding: 'utf8',
    });
    return { code: status ?? -1, stdout, stderr };
  };

  it('loses nothing on a full disk', function () {
    if (process.platform === 'win32') {
      this.skip();
    }
    return inFolder(folder, async (root) => {
      const { code, stdout, stderr } = limited(root, ['capture', 'a.ts:1', '--title', 'Double charges']);
      assert.deepEqual([code, stdout, lessonsIn(root)], [2, '', []]);
      assert.match(
        stderr,
        /double-charges\.md cannot be written: [^\n]+ This is the draft, to be written elsewhere:\n\n---\nid: /,
      );
    });
  });

  it('asks at a real terminal', function () {
    if (process.platform !== 'linux' || !existsSync('/usr/bin/script')) {
      this.skip();
    }
    return inFolder(folder, async (root) => {
      const { code, shown } = await atTerminal(root, [
        ['one line? ', 'Double charges\r'],
        ['a verb? ', '\r'],
        ['ticket? ', '\u0004'],
      ]);
      assert.equal(code, 0, shown);
      assert.deepEqual(lessonsIn(root), ['double-charges.md']);
      const stopped = await atTerminal(root, [
        ['one line? ', 'Another fault\r'],
        ['a verb? ', '\u0003'],
      ]);
      assert.equal(stopped.code, 130, stopped.shown);
      assert.deepEqual(lessonsIn(root), ['double-charges.md']);
    });
  });
});

/** Runs it where keys and screen are those of a terminal, and answers each question when it is shown. */
function atTerminal(root: string, answers: readonly (readonly [question: string, keys: string])[]) {
  const command = `"${process.execPath}" "${join(process.cwd(), 'dist/cli.js')}" capture a.ts:1`;
  const child = spawn('/usr/bin/script', ['-qec', command, '/dev/null'], { cwd: root });
  const left = [...answers];
  let shown = '';
  child.stdout.on('data', (data: Buffer) => {
    shown += data.toString();
    const [next] = left;
    if (next !== undefined && shown.includes(next[0])) {
      left.shift();
      child.stdin.write(next[1]);
    }
  });
  return new Promise<{ code: number | null; shown: string }>((resolve) =>
    child.on('exit', (code) => resolve({ code, shown })),
  );
}
