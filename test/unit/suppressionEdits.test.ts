import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sourceOf } from '../../src/core/match/source';
import { commentedLanguages, commentSyntaxOf } from '../../src/core/match/suppressions/commentSyntax';
import { safeSuppression } from '../../src/core/match/suppressions/safeSuppression';
import { reasonFor, removalOf } from '../../src/core/match/suppressions/suppressionChanges';
import { tidyReason } from '../../src/core/match/suppressions/suppressionComment';
import { suppressionEdits } from '../../src/core/match/suppressions/suppressionEdits';
import { suppressionsIn } from '../../src/core/match/suppressions/suppressionsIn';
import { SourceText } from '../../src/core/text';
import { applyEdits } from '../../src/core/textEdit';
import { toolsWith } from './tools';

const lesson = 'LSN-7K3QF2XM';
const other = 'LSN-00000001';
const words = `lessons-ignore ${lesson} -- checked`;
const mark = '¶';

/** A text with a sign before the line that is meant, and the line. */
function marked(written: string): { readonly text: string; readonly line: number } {
  const line = written.slice(0, written.indexOf(mark)).split('\n').length - 1;
  return { text: written.replace(mark, ''), line };
}

describe('where a suppression is written, by the text alone', () => {
  const check = (language: string, written: string, expected: string | undefined, reason = 'checked') =>
    it(`${language}: ${written}`, () => {
      const { text, line } = marked(written);
      const [first] = suppressionEdits(new SourceText(text), language, line, { lesson, reason });
      assert.equal(
        first && applyEdits(text, [first.edit]),
        expected?.replaceAll('W;', `lessons-ignore ${lesson} --`),
      );
    });

  check('typescript', 'a();\n  ¶b();\n', `a();\n  // W; checked\n  b();\n`);
  check('typescript', '¶a();\n', '// W; checked\na();\n');
  check('typescript', 'a();\r\n\t¶b();\r\n', 'a();\r\n\t// W; checked\r\n\tb();\r\n');
  check(
    'typescript',
    '// eslint-disable-next-line x\n¶a();',
    '// W; checked\n// eslint-disable-next-line x\na();',
  );
  check('typescript', '// what it does\n¶a();', '// what it does\n// W; checked\na();');
  check('typescript', '¶#!/usr/bin/env node', '#!/usr/bin/env node // W; checked');
  check('python', 'x = 1 + \\\n  ¶y', 'x = 1 + \\\n  y # W; checked');
  check('python', 'x = 1 + \\\n  ¶y + \\\n  z', undefined);
  check('shellscript', 'curl \\\n  ¶--insecure \\\n  $url\n', undefined);
  check('c', '#define X \\\n  ¶f(1) \\\n  g(2)\n', '#define X \\\n  f(1) /* W; checked */ \\\n  g(2)\n');
  check('c', '#define X \\\n  f(1) \\\n  ¶g(2)\n', '#define X \\\n  f(1) \\\n  g(2) /* W; checked */\n');
  check('yaml', 'a:\n  ¶b: 1\n', 'a:\n  # W; checked\n  b: 1\n');
  check('yaml', 'run: |\n  one\n    two\n  ¶three\n', undefined);
  check('yaml', 'run: |\n  one\n¶next: 1\n', 'run: |\n  one\n# W; checked\nnext: 1\n');
  check('yaml', 'run: |\n  one\nnext:\n  ¶a: 1\n', 'run: |\n  one\nnext:\n  # W; checked\n  a: 1\n');
  check('makefile', 'all:\n\t¶rm -rf $(X)\n', 'all:\n# W; checked\n\trm -rf $(X)\n');
  check('dockerfile', 'RUN a && \\\n  ¶b\n', 'RUN a && \\\n  # W; checked\n  b\n');
  check('properties', 'a=1\\\n  ¶2\n', undefined);
  check('toml', 'a = """\n¶x\n"""\n', undefined);
  check('xml', '<a>\n  ¶<b/>\n</a>', `<a>\n  <!-- lessons-ignore ${lesson}: checked -->\n  <b/>\n</a>`);
  check('xml', '<a\n  ¶b="1"\n/>', undefined);
  check('xml', '<a\n  ¶b="1"/>\n', `<a\n  b="1"/> <!-- lessons-ignore ${lesson}: checked -->\n`);
  check('html', '<p>\n¶x</p>', '<p>\n<!-- W; checked -->\nx</p>');
  check('html', '<script>\n  ¶x()\n</script>', '<script>\n  // W; checked\n  x()\n</script>');
  check('html', '<style>\n  ¶a {}\n</style>', '<style>\n  /* W; checked */\n  a {}\n</style>');
  check('html', '<script type="application/json">\n¶{}\n</script>', undefined);
  check('html', '¶<!DOCTYPE html>\n', '<!DOCTYPE html> <!-- W; checked -->\n');
  check('vue', '<template>\n  ¶<a/>\n</template>', '<template>\n  <!-- W; checked -->\n  <a/>\n</template>');
  check('css', 'a {\n  ¶top: 0;\n}', 'a {\n  /* W; checked */\n  top: 0;\n}');
  check('css', '/* a\n¶b\n*/', undefined);
  check('markdown', 'one\n\n¶two', 'one\n\n<!-- W; checked -->\ntwo');
  check('markdown', 'one\n¶two', 'one\ntwo <!-- W; checked -->');
  check('markdown', '```\n¶two\n```', undefined);
  check('markdown', '---\n¶title: x\n---\n', undefined);
  check('json', '{\n¶"a": 1\n}', undefined);
  check('jsonc', '{\n  ¶"a": 1\n}', '{\n  // W; checked\n  "a": 1\n}');
  check('nobody-knows', '¶x', undefined);
  check('ini', '¶a=1', '; W; checked\na=1');
  check('bat', '¶del x', 'REM W; 5 percent\ndel x', '5%');
  check('css', '¶a {}', '/* W; a * / b */\na {}', 'a */ b');
  check('html', '¶a', '<!-- W; a - -> b -->\na', 'a --> b');
  check('xml', '¶<a/>', `<!-- lessons-ignore ${lesson}: a - - b -->\n<a/>`, 'a -- b');
  check('php', '<?php\n¶f();', '<?php\n// W; a ? > b\nf();', 'a ?> b');
  check('c', '¶f();', '// W; two lines\nf();', ' two\r\n\tlines \\\n');
  check('c', '¶f();', '// W; fine until 2027-01-01\nf();', 'fine (until 2027-01-01)');
});

describe('where a suppression is written, with the language’s tree', () => {
  const { symbols } = toolsWith();
  const check = (path: string, written: string, expected: string | undefined) =>
    it(`${path}: ${written}`, async () => {
      const { text, line } = marked(written);
      const edit = await safeSuppression(sourceOf(path, text), line, { lesson, reason: 'checked' }, symbols);
      assert.equal(edit && applyEdits(text, [edit]), expected?.replaceAll('W;', words));
    });

  check('a.tsx', 'x = <p>\n  ¶<a/>\n</p>;', 'x = <p>\n  {/* W; */}\n  <a/>\n</p>;');
  check('a.jsx', 'x = (\n  ¶<a/>\n);', 'x = (\n  // W;\n  <a/>\n);');
  check('a.tsx', 'x = <p\n  ¶a={1}\n/>;', 'x = <p\n  // W;\n  a={1}\n/>;');
  check('a.tsx', 'x = <p>\n  one\n  ¶two\n</p>;', undefined);
  check('a.tsx', 'x = <p>\n  {a}\n  ¶two\n</p>;', 'x = <p>\n  {a}\n  {/* W; */}\n  two\n</p>;');
  check('a.tsx', 'x = <p>{\n  ¶f()\n}</p>;', 'x = <p>{\n  // W;\n  f()\n}</p>;');
  check('a.ts', 'x = `\n  ¶select *\n`;', undefined);
  check('a.ts', 'x = `a\n  ¶b`;', 'x = `a\n  b`; // W;');
  check('a.ts', `x = \`\${\n  ¶f()\n}\`;`, undefined);
  check('a.ts', 'f(\n  a,\n  ¶b,\n);', 'f(\n  a,\n  // W;\n  b,\n);');
  check('a.ts', 'class A {\n  @x\n  ¶b() {}\n}', 'class A {\n  @x\n  // W;\n  b() {}\n}');
  check('a.ts', 'if (a) {\n  ¶b(\n', 'if (a) {\n  // W;\n  b(\n');
  check('a.ts', '/*\n  ¶old();\n*/', '/*\n  // W;\n  old();\n*/');
  check('a.py', 'def f():\n    ¶g()\n', 'def f():\n    # W;\n    g()\n');
  check('a.py', 'x = """\n¶drop table\n"""', undefined);
  check('a.py', '@a\n¶def f():\n  pass', '@a\n# W;\ndef f():\n  pass');
  check('a.py', 'if a:\n  b\n¶else:\n  c', 'if a:\n  b\n# W;\nelse:\n  c');
  check('a.sh', 'cat <<X\n¶rm -rf /\nX\n', undefined);
  check('a.sh', 'if a; then\n  ¶rm -rf "$b"\nfi\n', 'if a; then\n  # W;\n  rm -rf "$b"\nfi\n');
  check('a.sh', 'a |\n  ¶b\n', 'a |\n  # W;\n  b\n');
  check('a.rb', 'x = <<~SQL\n  ¶drop\nSQL\n', undefined);
  check('a.rb', 'a\n  ¶.b\n', 'a\n  # W;\n  .b\n');
  check('a.php', '<p>\n¶<b>\n<?php f(); ?>', undefined);
  check('a.php', '¶<?php f();\n', '<?php f(); // W;\n');
  check('a.php', '<?php\nif ($a) {\n  ¶f();\n}', '<?php\nif ($a) {\n  // W;\n  f();\n}');
  check('a.go', 'package a\n\nfunc f() {\n\t¶g()\n}\n', 'package a\n\nfunc f() {\n\t// W;\n\tg()\n}\n');
  check('a.go', 'package a\n\nvar x = `\n¶y\n`\n', undefined);
  check('a.rs', '#[test]\n¶fn f() {}\n', '#[test]\n// W;\nfn f() {}\n');
  check('a.rs', 'const A: &str = "\n  ¶b";\n', 'const A: &str = "\n  b"; // W;\n');
  check('a.java', 'class A {\n  ¶void f() {}\n}', 'class A {\n  // W;\n  void f() {}\n}');
  check('a.java', 'class A { String a = """\n  ¶b\n  """; }', undefined);
  check('a.cs', 'class A {\n  ¶void F() {}\n}', 'class A {\n  // W;\n  void F() {}\n}');
  check('a.c', 'static int\n¶f(void) { return 0; }', 'static int\n// W;\nf(void) { return 0; }');
  check('a.c', '#define X(a) \\\n  ¶f(a)\n', '#define X(a) \\\n  f(a) /* W; */\n');
  check('a.cpp', 'auto a = R"(\n¶b\n)";', undefined);
  check('a.ps1', 'Get-A |\n  ¶Out-B\n', 'Get-A |\n  # W;\n  Out-B\n');
  check('a.ps1', '$a = @"\n¶b\n"@\n', undefined);
});

describe('taking a suppression back', () => {
  const check = (language: string, text: string, at: number, expected: string) =>
    it(`${at} of ${text}`, () => {
      const source = new SourceText(text);
      const all = suppressionsIn(source, language);
      const one = all[at];
      assert.ok(one);
      assert.equal(applyEdits(text, [removalOf(source, one, all)]), expected);
    });
  const both = `lessons-ignore ${lesson}, ${other} -- x`;

  check('c', `a();\n  // ${words}\n  b();\n`, 0, 'a();\n  b();\n');
  check('c', `// ${words}\r\nb();\r\n`, 0, 'b();\r\n');
  check('c', `// ${words}`, 0, '');
  check('c', `b();   // ${words}\nc();`, 0, 'b();\nc();');
  check('c', `f(/* ${words} */ 1);`, 0, 'f( 1);');
  check('c', `// ${both}`, 0, `// lessons-ignore ${other} -- x`);
  check('c', `// ${both}`, 1, `// lessons-ignore ${lesson} -- x`);
  check('c', `// ${words}\n// ${words}\na();`, 1, `// ${words}\na();`);
  check('c', `/*\n * ${words}\n * and more\n */\na();`, 0, '/*\n * and more\n */\na();');
  check('c', `// NOLINTNEXTLINE // ${words}\na();`, 0, '// NOLINTNEXTLINE\na();');
  check('typescriptreact', `<a>\n  {/* ${words} */}\n  <b/>`, 0, '<a>\n  <b/>');
  check('typescriptreact', `<a>\n  { /* ${words} */ }\n  <b/>`, 0, '<a>\n  <b/>');

  it('or giving it a reason', () => {
    const text = `a(); /* lessons-ignore ${lesson}, ${other} (until 2027-01-01) */`;
    const [one] = suppressionsIn(new SourceText(text), 'c');
    assert.ok(one);
    const after = applyEdits(text, [reasonFor(one, 'why\nnot')]);
    assert.equal(after, `a(); /* lessons-ignore ${lesson}, ${other} -- why not (until 2027-01-01) */`);
    assert.equal(suppressionsIn(new SourceText(after), 'c')[1]?.reason, 'why not');
  });
});

describe('a suppression that was written', () => {
  const writable = commentedLanguages().filter((language) => language !== 'json');
  const line = fc.oneof(
    fc.constantFrom(
      '',
      'a b',
      '  a',
      '\ta;',
      "don't",
      'a = "b"',
      '#x',
      '// x',
      '/* x */',
      '"a',
      'a \\',
      '<a>',
      '{',
    ),
    fc.string({ maxLength: 12 }).map((text) => text.replace(/[\r\n]/g, '')),
  );
  const lineBreak = fc.constantFrom('\n', '\r\n', '\r');

  it('is written in every language that is known, in comments that it reads', () => {
    assert.equal(new Set(writable).size, writable.length);
    for (const language of writable) {
      const [first] = suppressionEdits(new SourceText('a\n\n  b\n'), language, 2, { lesson, reason: 'x' });
      assert.ok(first, language);
      assert.ok(commentSyntaxOf(language));
    }
  });

  it('is found on its line with its reason, and gone again byte for byte', () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 6 }),
        ...([fc.nat(5), lineBreak, fc.constantFrom(...writable), fc.boolean()] as const),
        fc.string({ maxLength: 40, unit: 'grapheme' }).map((text) => `x${text}`),
        fc.constantFrom(undefined, '2027-01-01'),
        (lines, at, eol, language, hasMark, reason, until) => {
          const raw = `${hasMark ? '\uFEFF' : ''}${lines.join(eol)}`;
          const text = new SourceText(raw);
          const target = Math.min(at, text.lineCount - 1);
          const reasoned = { lesson, reason, ...(until && { until }) };
          for (const { edit } of suppressionEdits(text, language, target, reasoned)) {
            const after = applyEdits(raw, [edit]);
            const all = suppressionsIn(new SourceText(after), language);
            const found = all.find((one) => one.lesson === lesson);
            assert.ok(found);
            const moved = target + new SourceText(after).lineCount - text.lineCount;
            assert.ok(found.lines.start <= moved && moved < found.lines.end);
            assert.equal(found.until, until);
            const bare = (said = '') => said.replace(/\s/g, '').replaceAll('percent', '%');
            assert.equal(bare(found.reason), bare(tidyReason(reason)));
            assert.equal(applyEdits(after, [removalOf(new SourceText(after), found, all)]), raw);
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});
