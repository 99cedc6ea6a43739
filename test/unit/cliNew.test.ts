import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayOf } from '../../src/core/lesson/calendar';
import { doors, type Files, inFolder, outcomeOf, refused } from './commandLine';

const title = 'A disk that was full';
const folder: Files = { '.lessons/README.md': '' };
const newId = /LSN-[0-9A-HJKMNP-TV-Z]{8}/g;
/** Ids and days differ with every run. */
const settled = (text: string) => text.replace(newId, 'LSN-*').replaceAll(dayOf(new Date()), 'TODAY');

describe('lessons new', () => {
  const check = (what: string, argv: readonly string[], expected: readonly [file: string, stderr: string]) =>
    it(what, () =>
      inFolder(folder, async (root) => {
        const { code, stdout, stderr } = await doors.main(['new', title, ...argv], root);
        const file = '.lessons/a-disk-that-was-full.md';
        assert.deepEqual([code, stdout.split('\n', 1)], [0, [file]]);
        const text = readFileSync(join(root, file), 'utf8');
        const [frontMatter = '', body] = text.slice('---\n'.length).split('---\n');
        assert.deepEqual([settled(frontMatter), settled(stderr)], expected);
        assert.equal(
          body,
          '\n## What happened\n\n## Why it made sense\n\n## What to do instead\n\n## Does not apply to\n',
        );
        // lint would also say that the folder has none of these files.
        assert.equal((await doors.main(['check'], root)).code, 0);
      }),
    );

  check(
    'with a title alone',
    [],
    [
      `id: LSN-*\ntitle: ${title}\nstatus: proposed\ncreated: TODAY\n`,
      'LSN-* is proposed. To be accepted it also needs: advice, applies_to, references, factors, confidence.\n',
    ],
  );
  check(
    'with everything',
    [
      ...['--path', './src/**', '--path', '*.py', '--symbol', 'open', '--symbol', 'Disk.*'],
      ...['--pattern', 'write\\(', '--example', 'write(all)', '--advice', 'Ask how much is left first.'],
      ...['--reference', 'https://a.example/1', '--reference', 'https://a.example/2'],
      ...['--severity', 'critical', '--tag', 'disk', '--tag', 'io'],
    ],
    [
      `id: LSN-*
title: ${title}
advice: Ask how much is left first.
status: proposed
severity: critical
applies_to:
  - paths:
      - src/**
      - "*.py"
    symbols:
      - open
      - Disk.*
    pattern: write\\(
tests:
  match:
    - write(all)
references:
  - url: https://a.example/1
  - url: https://a.example/2
created: TODAY
tags:
  - disk
  - io
`,
      'LSN-* is proposed. To be accepted it also needs: factors, confidence.\n',
    ],
  );
  check(
    'with an example for a pattern',
    ['--example', 'write( all )'],
    [
      `id: LSN-*\ntitle: ${title}\nstatus: proposed\napplies_to:\n  - pattern: write\\(\\s+all\\s+\\)\ntests:\n  match:\n    - write( all )\ncreated: TODAY\n`,
      'LSN-* is proposed. To be accepted it also needs: advice, references, factors, confidence.\n',
    ],
  );
  check(
    'with a pattern that nothing proves',
    ['--pattern=-x'],
    [
      `id: LSN-*\ntitle: ${title}\nstatus: proposed\napplies_to:\n  - pattern: -x\ncreated: TODAY\n`,
      `LSN-* is proposed. To be accepted it also needs: advice, references, factors, confidence.
Nothing proves that this pattern hits what it should. Add code that it must hit to tests.match.
`,
    ],
  );

  const refuses = (what: string, argv: readonly string[], message: string) =>
    it(what, () =>
      inFolder(folder, async (root) => {
        assert.deepEqual(await doors.main(['new', ...argv], root), refused(message, 'new'));
        assert.deepEqual(readdirSync(join(root, '.lessons')), ['README.md']);
      }),
    );

  refuses('no title', [], 'Say what went wrong in one line: lessons new "TITLE".');
  refuses(
    'a title without quotes',
    title.split(' '),
    'One title is expected, and "disk" is one word too many. Put the title, and every glob, in quotes.',
  );
  refuses(
    'an http link',
    [title, '--reference', 'http://a.example'],
    '"http://a.example" is not an https link, so it is not shown. Use the https address.',
  );
  refuses(
    'an absolute glob',
    [title, '--path', '/src'],
    'The glob "/src" matches nothing: it is absolute; write it relative to the folder that holds .lessons.',
  );
  refuses(
    'a pattern that does not compile',
    [title, '--pattern', '('],
    'This pattern does not compile, so its scope matches nothing: missing closing ): `(`.',
  );
  refuses(
    'a pattern that misses its example',
    [title, '--pattern', 'a', '--example', 'b'],
    'The pattern should match this example, and does not.',
  );
  refuses(
    'two things at once',
    [title, '--path', '../a', '--pattern', '('],
    'The glob "../a" matches nothing: it leads out of the folder that holds .lessons.\nThis pattern does not compile, so its scope matches nothing: missing closing ): `(`.',
  );
  refuses('two patterns', [title, '--pattern', 'a', '--pattern', 'b'], '--pattern can be given once.');
  refuses(
    'an unknown severity',
    [title, '--severity', 'bad'],
    'There is no severity "bad". Use critical, high, medium or low.',
  );
  it('writes over nothing', () =>
    inFolder({ '.lessons/a-disk-that-was-full.md': 'mine' }, async (root) => {
      const { stdout } = await doors.main(['new', title], root);
      assert.match(stdout, /^\.lessons\/a-disk-that-was-full\.LSN-\w{8}\.md\n$/);
      assert.equal(readFileSync(join(root, '.lessons/a-disk-that-was-full.md'), 'utf8'), 'mine');
    }));

  it('prints a path that is good where it was asked', () =>
    inFolder({ ...folder, 'sub/a': '' }, async (root) => {
      const { stdout } = await doors.main(['new', title, '--root', '..'], join(root, 'sub'));
      assert.equal(stdout, '../.lessons/a-disk-that-was-full.md\n');
    }));

  it('prints a draft and writes nothing', () =>
    inFolder(folder, async (root) => {
      const { code, stdout, stderr } = await doors.main(['new', title, '--print'], root);
      assert.deepEqual([code, stderr, readdirSync(join(root, '.lessons'))], [0, '', ['README.md']]);
      assert.match(settled(stdout), /^---\nid: LSN-\*\ntitle: A disk that was full\n/);
    }));

  it('gives JSON', () =>
    inFolder(folder, async (root) => {
      const argv = ['new', title, '--format', 'json', '--pattern', 'a'];
      const { stdout, stderr } = await doors.main(argv, root);
      const { id, problems, text, sweep, ...report } = JSON.parse(stdout) as Record<string, unknown>;
      assert.match(String(id), new RegExp(`^${newId.source}$`));
      assert.deepEqual(
        (problems as { code: string; severity: string }[]).map(({ code, severity }) => [code, severity]),
        [['pattern-untested', 'info']],
      );
      assert.deepEqual(
        [report, stderr],
        [
          {
            version: 1,
            path: '.lessons/a-disk-that-was-full.md',
            ...{ similar: [], fix: null },
            missing: ['advice', 'references', 'factors', 'confidence'],
          },
          '',
        ],
      );
      assert.equal(readFileSync(join(root, String(report.path)), 'utf8'), text);
      assert.equal((sweep as { breadth: string }).breadth, 'nothing');
    }));

  it('needs a folder', async () =>
    assert.deepEqual(
      await outcomeOf(['new', title], {}),
      refused(
        'There is no .lessons folder in ROOT. Choose the folder with --root, or make one with lessons init.',
        'new',
      ),
    ));
});
