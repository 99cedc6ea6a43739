import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Match } from '../../src/core/match/match';
import { suppressedBy } from '../../src/core/match/suppressions/suppression';
import { suppressionProblems } from '../../src/core/match/suppressions/suppressionProblem';
import { suppressionsIn } from '../../src/core/match/suppressions/suppressionsIn';
import { suppressionMessage } from '../../src/core/present/suppressionWording';
import { SourceText } from '../../src/core/text';
import { parsed } from './lessons';

const a = 'LSN-7K3QF2XM';
const b = 'LSN-00000001';
const ignore = `lessons-ignore ${a} -- why not`;

/** Each suppression as `a 0-2 why not|2027-01-01`: the lesson, its lines, what was said. */
const told = (text: string, language: string) =>
  suppressionsIn(new SourceText(text), language).map(({ lesson, lines, reason, until }) => {
    const id = lesson === a ? 'a' : lesson === b ? 'b' : lesson;
    return `${id} ${lines.start}-${lines.end} ${reason ?? ''}${until === undefined ? '' : `|${until}`}`;
  });

describe('suppressions in comments', () => {
  const check = (language: string, text: string, expected: readonly string[]) =>
    it(`${language}: ${text}`, () => assert.deepEqual(told(text, language), expected));
  const one = ['a 0-1 why not'];

  check('typescript', `x(); // ${ignore}`, one);
  check('typescript', `x(); //${ignore}`, one);
  check('typescript', `x(); /// ${ignore}`, one);
  check('typescript', `x(/* ${ignore} */ 1);`, one);
  check('typescript', `x(/** ${ignore} */ 1);`, one);
  check('typescriptreact', `<p>Don't {/* ${ignore}, it's fine */}</p>`, ["a 0-1 why not, it's fine"]);
  check('python', `x() # ${ignore}`, one);
  check('python', `print('#', "it's") ## ${ignore}`, one);
  check('sql', `SELECT 1 -- ${ignore}`, one);
  check('lua', `x() --[[ ${ignore} ]]`, one);
  check('haskell', `f' x -- ${ignore}`, one);
  check('haskell', `f {- ${ignore} -} x`, one);
  check('clojure', `(f 'x) ;; ${ignore}`, one);
  check('latex', `don't % ${ignore}`, one);
  check('rust', `fn f<'a>(x: &'a str) {} // ${ignore}, can't`, ["a 0-1 why not, can't"]);
  check('html', `<p>Don't</p> <!-- ${ignore} -->`, one);
  check('xml', `<a/> <!--lessons-ignore ${a}: why not-->`, one);
  check('bat', `REM ${ignore}`, one);
  check('bat', `rem ${ignore}`, one);
  check('vb', `x = 1 ' ${ignore}`, one);
  check('viml', `" ${ignore}`, one);
  check('powershell', `Get-It <# ${ignore} #> | Out`, one);
  check('css', `a { /* ${ignore} */ }`, one);
  check('vue', `<script>\nx() // ${ignore}\n</script>`, ['a 1-2 why not']);
  check('erb', `<%# ${ignore} %>x`, one);
  check('nobody-knows', `x ; ${ignore}`, one);
  check('nobody-knows', `x (* ${ignore} *)`, one);
  check('c', `x(); // NOLINT(x) // ${ignore}`, one);
  check('typescript', `x(); // lessons-ignore ${a} — why not`, one);
  check('typescript', `\uFEFFx(); // ${ignore}\r\ny();\r\n`, one);
});

describe('what a suppression says', () => {
  const check = (written: string, expected: readonly string[]) =>
    it(written, () => assert.deepEqual(told(`x(); // lessons-ignore ${written}`, 'c'), expected));

  check(`${a} -- reviewed (until 2027-01-01)`, ['a 0-1 reviewed|2027-01-01']);
  check(`${a} -- reviewed  by\tus (Until: 2027-01-01 ) `, ['a 0-1 reviewed by us|2027-01-01']);
  check(`${a} -- until the end`, ['a 0-1 until the end']);
  check(`${a} -- (until soon)`, ['a 0-1 |soon']);
  check(`${a} (until 2027-01-01)`, ['a 0-1 |2027-01-01']);
  check(`${a} --`, ['a 0-1 ']);
  check(`${a} -- ...`, ['a 0-1 ']);
  check(`${a} because`, ['a 0-1 ']);
  check(`${a}-- tight`, ['a 0-1 tight']);
  check(`${a} -- as (see ${b}) says`, [`a 0-1 as (see ${b}) says`]);
  check(`${a}, ${b} -- both`, ['a 0-1 both', 'b 0-1 both']);
  check(`${a} ${b}`, ['a 0-1 ', 'b 0-1 ']);
  check('LSN-123 -- short', ['LSN-123 0-1 short']);
  check('lsn-7k3qf2xm -- small', ['lsn-7k3qf2xm 0-1 small']);
});

describe('the lines that a suppression silences', () => {
  const check = (language: string, lines: readonly string[], expected: readonly string[]) =>
    it(`${language}: ${lines.join('⏎')}`, () => {
      const text = lines
        .join('\n')
        .replaceAll('A;', `lessons-ignore ${a} -- x`)
        .replaceAll('B;', `lessons-ignore ${b} -- x`);
      assert.deepEqual(told(text, language), expected);
    });

  check('c', ['// A;', 'x();', 'y();'], ['a 0-2 x']);
  check('c', ['x(); // A;', 'y();'], ['a 0-1 x']);
  check('c', ['  // A;', '', '  x();'], ['a 0-3 x']);
  check('c', ['// A;', '// B;', 'x();'], ['a 0-3 x', 'b 1-3 x']);
  check('c', ['// A;', '// NOLINTNEXTLINE', '/* more */', 'x();'], ['a 0-4 x']);
  check('c', ['// A;'], ['a 0-1 x']);
  check('c', ['// A;', '', ''], ['a 0-3 x']);
  check('c', ['/* A; */ x();', 'y();'], ['a 0-1 x']);
  check('c', ['/* A; and', '   y */', 'x();', 'y();'], ['a 0-3 x and y']);
  check('c', ['/* A; and', '   y */ x();', 'y();'], ['a 0-2 x and y']);
  check('c', ['/**', ' * A;', ' * and more', ' */', 'x();'], ['a 1-5 x']);
  check('c', ['x()', '  * A;'], []);
  check('c', ['/* A; never ends', 'x();'], ['a 0-2 x never ends']);
  check('python', ['# A;', '#define', 'x()'], ['a 0-3 x']);
  check('nobody-knows', ['# A;', '#define', 'x()'], ['a 0-2 x']);
  check('typescriptreact', ['  {/* A; */}', '  <a/>'], ['a 0-2 x']);
  check('typescriptreact', ['{/* A; */} x', '<a/>'], ['a 0-1 x']);
  check('html', ['<!-- A; -->', '<!-- other -->', '<a>'], ['a 0-3 x']);
  check('typescript', ['// eslint-disable-next-line x // A;', 'x();'], ['a 0-2 x']);
});

describe('what is no suppression', () => {
  const check = (language: string, text: string) =>
    it(`${language}: ${text}`, () => assert.deepEqual(told(text, language), []));

  check('typescript', `const s = "// ${ignore}";`);
  check('typescript', `const s = '// ${ignore}';`);
  check('typescript', `const s = "it's \\" // ${ignore}";`);
  check('typescript', `const s = \`\n// ${ignore}\n\`;`);
  check('python', `s = """\n# ${ignore}\n"""`);
  check('toml', `s = """\n# ${ignore}\n"""`);
  check('go', `s := \`\n// ${ignore}\n\``);
  check('python', `print(r'# ${ignore}')`);
  check('python', `x() // ${ignore}`);
  check('python', `"""${ignore}"""`);
  check('javascript', `# ${ignore}`);
  check('typescript', `x(); // see ${ignore}`);
  check('typescript', `x(); ${ignore}`);
  check('typescript', '// lessons-ignore');
  check('typescript', `// lessons-ignored ${a}`);
  check('typescript', `// my-lessons-ignore ${a}`);
  check('typescript', `// lessons-ignore\n// ${a}`);
  check('typescript', `// lessons-ignore ${a}.md`);
  check('typescript', `/* lessons-ignore */ x("${a}")`);
  check('markdown', `Write \`<!-- ${ignore} -->\` above.`);
  check('markdown', `\`\`\`html\n<!-- ${ignore} -->\n\`\`\``);
});

describe('reading suppressions', () => {
  it('takes linear time on text that is made to be slow', () => {
    const line = `// lessons-ignore ${a} -- x\n`;
    assert.equal(suppressionsIn(new SourceText(line.repeat(5_000)), 'c').length, 5_000);
    assert.equal(suppressionsIn(new SourceText(` * ${line.slice(3)}`.repeat(5_000)), 'c').length, 0);
    suppressionsIn(new SourceText(`// ${'lessons-ignore '.repeat(50_000)}`), 'typescript');
    suppressionsIn(new SourceText(`// lessons-ignore ${a} -- ${'(until '.repeat(50_000)}`), 'typescript');
    suppressionsIn(new SourceText(`// lessons-ignore ${a} -- (until ${' '.repeat(200_000)}`), 'typescript');
  });

  it('never fails, and says places that exist', () => {
    const piece = fc.constantFrom(
      ...['lessons-ignore', ' ', ' ', a, b, '//', '/*', '*/', '#', '--', '<!--', '-->', '"', "'", '`', '\n'],
      ...['(until ', '2027-01-01', ')', 'x', '{/*', '*/}', '*', '\\', '"""', 'REM ', '\u2028'],
    );
    const language = fc.constantFrom('typescript', 'python', 'html', 'markdown', 'vb', 'nobody-knows');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), language, (pieces, id) => {
        const text = new SourceText(pieces.join(''));
        for (const { place, range, lines, comment, lesson } of suppressionsIn(text, id)) {
          assert.equal(text.value.slice(text.offsetAt(place.start), text.offsetAt(place.end)), lesson);
          assert.ok(text.offsetAt(range.end) <= text.offsetAt(comment.range.end));
          assert.ok(
            lines.start === range.start.line && lines.start < lines.end && lines.end <= text.lineCount,
          );
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('problems of suppressions', () => {
  const lesson = parsed(`id: ${a}`)[0]?.lesson;
  assert.ok(lesson);
  const matchAt = (line: number): Match => {
    const range = { start: { line, character: 0 }, end: { line, character: 1 } };
    return { lesson, path: 'x.c', class: 'sharp', range, extent: range, why: { scope: 0 } };
  };
  const matches = [matchAt(0)];
  const problems = (text: string, isSought = true) =>
    suppressionProblems(suppressionsIn(new SourceText(text), 'c'), {
      ...{ matches, today: '2026-11-23', known: new Set([a, b]), isSought: () => isSought },
    });
  const check = (text: string, expected: readonly string[], isSought?: boolean) =>
    it(text, () =>
      assert.deepEqual(
        problems(text, isSought).map(
          ({ code, severity, range: { start, end } }) =>
            `${code.slice(12)} ${severity} ${start.character}-${end.character}`,
        ),
        expected,
      ),
    );

  check(`x(); // ${ignore}`, []);
  check(`x(); // ${ignore} (until 2026-11-23)`, []);
  check(`x(); // ${ignore} (until 2026-11-22)`, ['expired info 8-65']);
  check(`x(); // ${ignore} (until 2026-02-30)`, ['date-invalid error 8-65']);
  check(`x(); // lessons-ignore ${a}`, ['reason-missing error 8-35']);
  check(`x(); // lessons-ignore ${a} -- `, ['reason-missing error 8-38']);
  check('x(); // lessons-ignore LSN-7K3QF2XN -- x', ['unknown-lesson warning 23-35']);
  check(`x();\n// ${ignore}`, ['unused info 3-41']);
  check(`x(); // lessons-ignore ${a}, ${b} -- x`, ['unused info 8-54']);
  check(`x(); // lessons-ignore ${a}, ${b}`, ['reason-missing error 8-49', 'unused info 8-49']);
  check(`x(); // lessons-ignore ${b} -- x`, [], false);
  check(`x();\n// ${ignore} (until 2026-11-22)`, ['expired info 3-60']);

  const silenced = (text: string, expected: boolean) =>
    it(`${expected ? 'silences' : 'does not silence'}: ${text}`, () =>
      assert.equal(
        suppressedBy(matchAt(1), suppressionsIn(new SourceText(text), 'c'), '2026-11-23') !== undefined,
        expected,
      ));

  silenced(`// ${ignore}\nx();`, true);
  silenced(`\nx(); // lessons-ignore ${a}`, true);
  silenced(`\nx(); // ${ignore} (until 2026-02-30)`, true);
  silenced(`\nx(); // ${ignore} (until 2026-11-23)`, true);
  silenced(`\nx(); // ${ignore} (until 2026-11-22)`, false);
  silenced(`\nx(); // lessons-ignore ${b} -- x`, false);
  silenced(`x(); // ${ignore}\ny();`, false);

  it('says what to do about each', () => {
    const messages = problems(
      `x(); // lessons-ignore ${a} (until never)\n// lessons-ignore LSN-1 -- x (until 2020-01-01)\n// ${ignore}`,
    ).map(suppressionMessage);
    assert.deepEqual(messages, [
      `Say why ${a} does not apply here: write -- and the reason behind the id.`,
      '"never" is no day, so this never ends. Write it as in (until 2027-01-31).',
      'No lesson here has the id LSN-1. Correct it, or take the comment out.',
      `${a} has nothing to say here, so this comment can go.`,
    ]);
  });
});
