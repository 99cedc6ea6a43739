import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freeId } from '../../src/cli/captureDraft';
import { dayOf } from '../../src/core/lesson/calendar';
import { doors, type Files, gitIn, inFolder, outcomeOf, refused } from './commandLine';

const invoice = `export class Invoice {
  charge(amount: number) {
    retry(() => post(amount));
  }

  refund(amount: number) {
    retry(() => post(-amount));
  }
}
`;
const folder: Files = { '.lessons/README.md': '', 'src/invoice.ts': invoice };
const newId = /LSN-[0-9A-HJKMNP-TV-Z]{8}/g;
/** Ids, days and commits differ with every run. */
const settled = (text: string) =>
  text
    .replace(newId, 'LSN-*')
    .replaceAll(dayOf(new Date()), 'TODAY')
    .replace(/\b[0-9a-f]{40}\b/g, 'COMMIT');
const lessonsIn = (root: string) =>
  readdirSync(join(root, '.lessons')).filter((name) => name !== 'README.md');

interface Captured {
  readonly stdout: string;
  readonly stderr: string;
  readonly keys: string;
  readonly body: string;
}

/** What is captured in a folder, and what is printed. */
async function capturedIn(root: string, argv: readonly string[]): Promise<Captured> {
  const { code, stdout, stderr } = await doors.main(['capture', ...argv], root);
  assert.equal(code, 0, stderr);
  const text = readFileSync(join(root, stdout.split('\n', 1)[0] ?? ''), 'utf8');
  const [, keys = '', body = ''] = settled(text).split('---\n');
  return { stdout: settled(stdout), stderr: settled(stderr), keys, body };
}

const captured = (argv: readonly string[], files: Files = folder) =>
  inFolder(files, (root) => capturedIn(root, argv));

describe('lessons capture PLACE', function () {
  this.timeout(20_000);

  const check = (argv: string, title: string, keys: string, stdout: string) =>
    it(argv, async () => {
      const got = await captured(argv.split(' '));
      assert.equal(got.keys, `id: LSN-*\ntitle: ${title}\nstatus: proposed\n${keys}`);
      assert.equal(got.stdout.slice(got.stdout.indexOf('\n') + 1), stdout);
    });
  const evidence = (lines: string) =>
    `evidence:\n  - path: src/invoice.ts\n    symbol: Invoice.charge\n    lines: ${lines}\n`;
  const structure = `applies_to:
  - languages:
      - typescript
      - typescriptreact
    structure: retry(() => post($A))
tests:
  match:
    - retry(() => post(amount))
`;

  check(
    'src/invoice.ts:3',
    'What went wrong in Invoice.charge',
    `${structure}created: TODAY\n${evidence('"3"')}`,
    '2 hits in 1 file\n  src/invoice.ts:3\n  src/invoice.ts:7\n',
  );
  check(
    'src/invoice.ts:3:9 --find exact --path ./src/** --title Double-charge',
    'Double-charge',
    `applies_to:
  - languages:
      - typescript
    pattern: retry\\(\\(\\)\\s+=>\\s+post\\(amount\\)\\)
    paths:
      - src/**
tests:
  match:
    - retry(() => post(amount))
created: TODAY
${evidence('"3"')}`,
    '1 hit\n  src/invoice.ts:3\n',
  );
  check(
    'src/invoice.ts',
    'What went wrong in invoice.ts',
    'applies_to:\n  - paths:\n      - src/invoice.ts\ncreated: TODAY\nevidence:\n  - path: src/invoice.ts\n',
    '1 hit\n  src/invoice.ts\n',
  );
  check(
    'src/invoice.ts:5',
    'What went wrong in Invoice',
    `applies_to:
  - paths:
      - src/invoice.ts
    symbols:
      - Invoice
created: TODAY
${evidence('"5"').replace('.charge', '')}`,
    '1 hit\n  src/invoice.ts:1\n',
  );
  check(
    'src/invoice.ts:3 --pattern nothing --severity low',
    'What went wrong in Invoice.charge',
    `severity: low
applies_to:
  - languages:
      - typescript
      - typescriptreact
    pattern: nothing
created: TODAY
${evidence('"3"')}`,
    'Nothing here is hit.\nThis does not hit the code that the lesson comes from (evidence). Widen it, or correct its pattern.\n',
  );

  it('proposes how to narrow what hits too much', async () => {
    const files = Object.fromEntries(
      [...'abcdefghijklmnopqrstuvwxyz'].map((name) => [`${name}.ts`, 'go(1);\n']),
    );
    const argv = ['src/invoice.ts:3', '--pattern', '\\w+\\('];
    const { stdout } = await captured(argv, { ...folder, ...files });
    assert.match(stdout, /^\.lessons\/what-[\w-]+\.md\n32 hits in 27 files\n {2}a\.ts:1\n/);
    assert.match(stdout, /\n {2}5 more lines; --format json tells all\.\nThis means 32 places; /);
    assert.match(stdout, /\n {2}Only in Invoice\.charge \(3 hits in 1 file\)\n/);
  });

  it('goes to the nearest folder with lessons', async () => {
    const files = { ...folder, 'packages/a/.lessons/README.md': '', 'packages/a/b.ts': invoice };
    await inFolder(files, async (root) => {
      const { stdout } = await doors.main(['capture', 'packages/a/b.ts:3'], root);
      assert.match(stdout, /^packages\/a\/\.lessons\/.*\n2 hits in 1 file\n {2}b\.ts:3\n/);
    });
  });

  it('names the commit and what is changed, also without a branch', () =>
    inFolder(folder, async (root) => {
      const git = gitIn(root);
      await git('init', '-q');
      assert.doesNotMatch((await capturedIn(root, ['src/invoice.ts:3'])).keys, /commit/);
      await git('add', 'src');
      await git('commit', '-qm', 'all');
      await git('checkout', '-q', '--detach');
      writeFileSync(join(root, 'src/invoice.ts'), invoice.replace('-amount', '-1 * amount'));
      const { keys, stdout } = await capturedIn(root, ['src/invoice.ts:6-7', '--pattern', 'post\\(']);
      assert.match(keys, /evidence:\n {2}- commit: COMMIT\n {4}path: src\/invoice\.ts\n/);
      assert.match(
        stdout,
        /2 hits in 1 file, 1 in changed code\n {2}src\/invoice\.ts:3\n {2}src\/invoice\.ts:7 {2}changed\n$/,
      );
    }));
});

describe('lessons capture, whatever is said', function () {
  this.timeout(20_000);

  const check = (what: string, argv: readonly string[], file: RegExp, keys: RegExp, body = '') =>
    it(what, async () => {
      const got = await captured(argv);
      assert.match(got.stdout, file);
      assert.match(got.keys, keys);
      assert.equal(got.body.split('## What happened\n')[1]?.split('\n## Why')[0], body);
    });

  check('nothing', [], /^\.lessons\/what-went-wrong\.md\n$/, /^id: LSN-\*\ntitle: What went wrong\n/);
  check('slashes', ['--title', '../../etc/passwd'], /^\.lessons\/etc-passwd\.md\n$/, /title: \.\.\/\.\./);
  check('quotes', ['--title', `"a" 'b' \`c\` $(d)`], /^\.lessons\/a-b-c-d\.md\n$/, /title: "\\"a\\" 'b' /);
  check('emoji', ['--title', '🔥'.repeat(8)], /^\.lessons\/LSN-\*\.md\n$/, /title: 🔥{8}\n/u);
  check(
    'a device',
    ['--title', 'NUL: x', '--tag', 'b'],
    /^\.lessons\/nul-x-what-went-wrong\.md/,
    /title: "NUL/,
  );
  check(
    '500 characters',
    ['--title', 'x'.repeat(500)],
    /^\.lessons\/x{60}\.md\n$/,
    /title: x{99}…\n/,
    `\n${'x'.repeat(500)}\n`,
  );
  check(
    'what a terminal obeys',
    ['--title', '\u001b[31mred\u0007 alert\u202e'],
    /^\.lessons\/31mred-alert\.md\n$/,
    /title: "\[31mred alert"\n/,
  );
  check(
    'a link that is none',
    ['--title', 'Full disk', '--incident', 'INC-17'],
    /^\.lessons\/full-disk\.md\n$/,
    /title: Full disk\nstatus: proposed\ncreated/,
    '\nINC-17\n',
  );

  it('says where else it went', async () => {
    const { stderr, body } = await captured([
      '--title',
      'Full disk',
      '--advice',
      'No.',
      '--incident',
      'INC-17',
    ]);
    assert.match(
      stderr,
      /^Advice has 10 to 240 characters\. This goes into the text\.\nOnly https links are /,
    );
    assert.match(body, /## What to do instead\n\nNo\.\n/);
  });

  it('tells the severity that it speaks of', async () =>
    assert.match((await captured(['--title', 'Data loss after a crash'])).keys, /severity: critical\n/));

  it('tells of lessons like it, and replaces one', async () => {
    const old =
      '---\nid: LSN-7K3QF2XM\ntitle: Double charges after a timeout\nreferences: https://a.example/1\n---\n';
    const files = { ...folder, '.lessons/old.md': old };
    const argv = ['--title', 'Charged twice', '--incident', 'https://a.example/1', '--supersedes', 'LSN-7K3'];
    const { keys, stderr } = await captured(argv, files);
    assert.match(keys, /supersedes:\n {2}- LSN-\*\n/);
    assert.match(
      stderr,
      /^There is a lesson like it:\n {2}LSN-\* {2}Double charges after a timeout {2}\(the same link\)\n/,
    );
  });

  it('adds to a lesson that is there, and to no other byte of it', () => {
    const old =
      '---\r\nid: LSN-7K3QF2XM # c\r\ntitle: Double charges\r\napplies_to:\r\n  - symbols: f\r\n---\r\nText\r\n';
    return inFolder({ ...folder, '.lessons/old.md': old }, async (root) => {
      const argv = [
        'capture',
        'src/invoice.ts:3',
        '--add-to',
        'LSN-7K3',
        '--incident',
        'https://a.example/1',
      ];
      const { code, stdout, stderr } = await doors.main(argv, root);
      assert.deepEqual([code, stdout.split('\n', 2)], [0, ['.lessons/old.md', '2 hits in 1 file']]);
      assert.match(stderr, /^It was added to LSN-7K3QF2XM\.\n/);
      const text = readFileSync(join(root, '.lessons/old.md'), 'utf8');
      assert.ok(text.startsWith(old.slice(0, old.indexOf('---\r\nText'))));
      assert.match(
        text,
        /\r\n {4}structure: retry\(\(\) => post\(\$A\)\)\r\n[\s\S]*INCIDENT\r\n[\s\S]*\r\n---\r\nText\r\n$/,
      );
      assert.equal((await doors.main(argv, root)).code, 0);
      assert.equal(readFileSync(join(root, '.lessons/old.md'), 'utf8'), text);
      assert.deepEqual(lessonsIn(root), ['old.md']);
    });
  });

  it('takes no id that is taken', () => {
    const tried: string[] = [];
    const id = freeId((one) => tried.push(one) < 3);
    assert.deepEqual([tried.length, tried.at(-1), new Set(tried).size], [3, id, 3]);
  });

  it('prints, and writes nothing', () =>
    inFolder(folder, async (root) => {
      const { stdout } = await doors.main(['capture', 'src/invoice.ts:3', '--print'], root);
      assert.match(stdout, /^---\nid: LSN-/);
      const json = await doors.main(['capture', 'src/invoice.ts:3', '--print', '--format', 'json'], root);
      const { path, sweep, similar, fix, text } = JSON.parse(json.stdout);
      assert.deepEqual([path, sweep.hits, sweep.breadth, similar, fix], [null, 2, 'fits', [], null]);
      assert.deepEqual(sweep.files[0].places[0], {
        range: { start: { line: 2, character: 4 }, end: { line: 2, character: 29 } },
        ...{ symbol: null, changed: false },
      });
      assert.equal(settled(text), settled(stdout));
      assert.deepEqual(lessonsIn(root), []);
    }));
});

describe('lessons capture refuses', function () {
  this.timeout(20_000);

  const check = (what: string, argv: string, message: string, files: Files = folder) =>
    it(what, async () =>
      assert.deepEqual(await outcomeOf(`capture ${argv}`, files), refused(message, 'capture')),
    );

  check(
    'a line that is not there',
    'src/invoice.ts:99',
    'src/invoice.ts has 10 lines, so there is no line 99 in it.',
  );
  check(
    'a file that is not there',
    'a.ts:1',
    'a.ts cannot be read: it is not there, too large, or not text.',
  );
  check('what is no text', 'a.png:1', 'a.png cannot be read: it is not there, too large, or not text.', {
    ...folder,
    'a.png': 'a\0',
  });
  check('a folder', 'src', 'src is a folder. Name a file in it; it need not exist yet.');
  check('what lies outside', '../a.ts', '../a.ts lies outside of ROOT. Choose another --root.');
  check(
    'lessons',
    '.lessons/README.md:1',
    '.lessons/README.md is a file of lessons. Name the code that the lesson is about.',
  );
  check(
    'two places',
    'a.ts b.ts',
    'One place is expected, and "b.ts" is one word too many. Put the title in quotes: --title "TEXT".',
  );
  check(
    'a place and a fix',
    'a.ts --fix HEAD',
    'A lesson comes from a place or from a fix. Leave out --fix, or the place.',
  );
  check(
    'a way to find nothing',
    '--find loose',
    '--find tells how to look for the code of a place. Name one, without --pattern.',
  );
  check(
    'a way that does not find it',
    'a.txt:1 --find shape',
    'The code there cannot be found by shape. What finds it: exact.',
    {
      ...folder,
      'a.txt': 'some text',
    },
  );
  check(
    'a pattern that is none',
    '--pattern (',
    'This pattern does not compile, so its scope matches nothing: missing closing ): `(`.',
  );
  check(
    'a lesson that is not there',
    '--supersedes LSN-00000000',
    'No lesson has the id "LSN-00000000". lessons list tells the ids.',
  );
  check(
    'a fix without git',
    '--fix HEAD',
    'ROOT lies in no git repository, so there is no commit to learn from.',
  );
  check(
    'a folder without lessons',
    'a.ts:1',
    'There is no .lessons folder in ROOT. Choose the folder with --root, or make one with lessons init.',
    { 'a.ts': 'a' },
  );
});

describe('lessons capture in code that nobody reads', function () {
  this.timeout(20_000);

  const line = `!function(a){${'return a(1)+b.c("d")||e[0];'.repeat(2000)}}();`;
  const check = (what: string, place: string, text: string, keys: RegExp) =>
    it(what, async () => {
      const got = await captured([place, '--title', 'A fault in there'], {
        ...folder,
        [place.split(':')[0] ?? '']: text,
      });
      assert.match(got.keys, keys);
      assert.ok(got.keys.length < 2000);
    });

  check('minified', 'a.min.js:1', line, /path: a\.min\.js\n {4}lines: "1"\n/);
  check('10,000 lines', 'a.ts:1-10000', 'go(1);\n'.repeat(10_000), /path: a\.ts\n {4}lines: 1-10000\n/);
  check('broken', 'a.ts:2-3', 'class {\n  ((("`\n}}}\n', /path: a\.ts\n {4}lines: 2-3\n/);
  check('blank', 'a.ts:1-3', '\n\n\n', /paths:\n {6}- a\.ts\n/);
  check('oddly named', 'src/[a] {b}!*.ts:1', 'go(now);', /path: "?src\/\[a\] \{b\}!\*\.ts"?\n/);
});
