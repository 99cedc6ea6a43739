import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { parseLessonText } from '../../src/core/lesson/parse';
import { areApart, replacementsOf } from '../../src/core/match/replacements';
import { sourceOf } from '../../src/core/match/source';
import { scopeMessage } from '../../src/core/present/scopeWording';
import { SourceText } from '../../src/core/text';
import { applyEdits } from '../../src/core/textEdit';
import { libraryOf } from './lessons';
import { runs } from './runs';
import { matchesOf, toolsWith } from './tools';

const tools = toolsWith();

async function replaced(scope: object, text: string, path = 'a.ts') {
  const source = sourceOf(path, text);
  const library = libraryOf(stringify({ applies_to: [scope] }));
  const matches = await matchesOf(library, source, tools);
  return { source, replacements: await replacementsOf(matches, source, tools) };
}

describe('replacements', () => {
  /** What the text becomes with each one made by itself. */
  const check = (scope: object, text: string, expected: readonly string[], path = 'a.ts') =>
    it(`${JSON.stringify(scope)} in ${JSON.stringify(text)}`, async () => {
      const { replacements } = await replaced(scope, text, path);
      assert.deepEqual(
        replacements.map(({ edit }) => applyEdits(text, [edit])),
        expected,
      );
    });

  check({ pattern: 'foo', fix: 'bar' }, 'a foo b foo', ['a bar b foo', 'a foo b bar']);
  check({ pattern: 'foo', fix: '' }, 'a foo b', ['a  b']);
  check({ pattern: 'a' }, 'a', []);
  check({ symbols: 'f' }, 'function f() {}', []);
  check({ pattern: '(\\w+)\\.get\\((\\w+)\\)', fix: '$2 of $1' }, 'x.get(y)', ['y of x']);
  check({ pattern: 'get(?P<what>\\w+)', fix: `\${what}$&` }, 'getAll', ['AllgetAll']);
  check({ pattern: '(?<what>a)', fix: `\${what}$1` }, 'a', ['aa']);
  check({ pattern: 'a', fix: '$$1 $x $' }, 'a', ['$1 $x $']);
  check({ pattern: '(a)', fix: '$11' }, 'a', ['a1']);
  check({ pattern: 'x(a)?(b)?', fix: '<$1$2>' }, 'xb', ['<b>']);
  check({ pattern: '(?:(\\w),)+', fix: '$1' }, 'a,b,c,', ['c']);
  check({ pattern: 'A(b)', flags: 'i', fix: '$1' }, 'aB', ['B']);
  check({ pattern: 'a.b', flags: 's', fix: '[$&]' }, 'a\nb', ['[a\nb]']);
  check({ pattern: 'a', not_pattern: 'keep', fix: 'b' }, 'a\na keep', ['b\na keep']);
  check({ pattern: '\\bb\\b', fix: 'c' }, 'ab b', ['ab c']);
  check({ pattern: 'foo', symbols: 'f', fix: 'bar' }, 'foo; function f() { foo }', [
    'foo; function f() { bar }',
  ]);
  check({ pattern: 'foo', fix: 'a\n  b\n\nc\n' }, '\tx(foo)', ['\tx(a\n\t  b\n\n\tc)']);
  check({ pattern: 'foo', fix: 'a\nb' }, ' foo\r\n', [' a\r\n b\r\n']);
  check({ structure: 'fetch($URL)', fix: 'get($URL, $URL)' }, 'fetch(a + 1)', ['get(a + 1, a + 1)']);
  check({ structure: 'f($A)', fix: 'g($A)' }, 'f(f(2))', ['g(f(2))', 'f(g(2))']);
  check({ structure: 'f($$$ARGS)', fix: 'g($$$ARGS)' }, 'f(); f(1, /* two */ 2)', [
    'g(); f(1, /* two */ 2)',
    'f(); g(1, /* two */ 2)',
  ]);
  check({ structure: 'f($A, $$$B)', fix: 'f($$$B, $A)' }, 'f(1, 2, 3)', ['f(2, 3, 1)']);
  check({ structure: '$A == null', fix: '$A === null' }, 'x?.y == null', ['x?.y === null']);
  check({ structure: 'f($A)', fix: '$x $1' }, 'f(1)', ['$x $1']);
  check({ structure: 'f($A)', fix: 'g(\n  $A,\n)' }, '  f({\n    b: 1,\n  });', [
    '  g(\n    {\n      b: 1,\n    },\n  );',
  ]);
  check({ structure: 'if ($C) { $$$BODY }', fix: '$$$BODY' }, '  if (a) {\n    b();\n    c();\n  }', [
    '  b();\n  c();',
  ]);
  check(
    { structure: 'with $A: $$$B', fix: '$$$B' },
    'def f():\n  with a:\n    b()\n    c()\n',
    ['def f():\n  b()\n  c()\n'],
    'a.py',
  );
  check({ structure: 'f($A)', fix: 'g($A)' }, 'f(`\nx`)', ['g(`\nx`)']);
  check({ structure: 'f($A)', fix: 'g($A)' }, `f("${'x'.repeat(500)}")`, [`g("${'x'.repeat(500)}")`]);
  check(
    { structure: 'http.Get($A)', fix: 'get($A)' },
    'package a\nfunc f() { http.Get(x) }',
    ['package a\nfunc f() { get(x) }'],
    'a.go',
  );

  it('leave out what the text does not hold any more', async () => {
    const library = libraryOf(
      stringify({
        applies_to: [
          { structure: 'f($A)', fix: 'g' },
          { pattern: 'h', fix: 'i' },
        ],
      }),
    );
    const matches = await matchesOf(library, sourceOf('a.ts', 'f(1); h'), tools);
    assert.equal(matches.length, 2);
    assert.deepEqual(await replacementsOf(matches, sourceOf('a.ts', 'e(1); i'), tools), []);
  });

  it('know whether they can be made at once', async () => {
    const apart = async (scope: object, text: string) => {
      const { replacements } = await replaced(scope, text);
      return areApart(replacements.map(({ match }) => match));
    };
    assert.deepEqual(
      [
        await apart({ structure: 'f($A)', fix: 'g' }, 'f(f(2))'),
        await apart({ structure: 'f($A)', fix: 'g' }, 'f(1);f(2)'),
        await apart({ pattern: 'a', fix: 'b' }, 'aaa'),
      ],
      [false, true, true],
    );
  });

  it('change nothing but the hit', async () => {
    const code = fc.array(
      fc.constantFrom('f(1)', 'f(a, [b])', ';', '\n', '\r\n', '  ', '"😀"', 'g(\n  f(x)\n)', '// f(1)'),
    );
    const scope = fc.constantFrom(
      ...[
        { structure: 'f($$$A)', fix: '$$$A\n$$$A' },
        { pattern: 'f\\((\\w?)', fix: '$1\n  $&' },
        { pattern: '\\s+', fix: '' },
        { structure: '$F($A)', fix: '$A' },
      ],
    );
    await fc.assert(
      fc.asyncProperty(scope, code, async (one, pieces) => {
        const { source, replacements } = await replaced(one, pieces.join(''));
        for (const { edit, match } of replacements) {
          assert.deepEqual(edit.range, match.range);
          const after = new SourceText(applyEdits(source.text.value, [edit])).value;
          const [start, end] = [source.text.offsetAt(edit.range.start), source.text.offsetAt(edit.range.end)];
          assert.equal(after.slice(0, start), source.text.value.slice(0, start));
          assert.equal(after.slice(start + edit.newText.length), source.text.value.slice(end));
        }
      }),
      { numRuns: runs(60) },
    );
  });
});

describe('a fix that cannot be made', () => {
  const check = (scope: object, expected: string) =>
    it(JSON.stringify(scope).slice(0, 80), () => {
      const keys = stringify({ id: 'LSN-7K3QF2XM', title: 'A title of a lesson', applies_to: [scope] });
      const text = new SourceText(`---\n${keys}---\n`);
      const { lesson, problems } = parseLessonText('a', text);
      const found = problems.flatMap((problem) =>
        problem.code === 'fix-invalid'
          ? [
              `${text.value.slice(text.offsetAt(problem.range.start), text.offsetAt(problem.range.end))}: ${scopeMessage(problem).split(': ')[1]}`,
            ]
          : [],
      );
      assert.deepEqual(found, expected === '' ? [] : [expected]);
      assert.equal(lesson?.scopes.length, expected === '' ? 1 : 0);
    });

  check({ pattern: '(a)', fix: '$1' }, '');
  check({ pattern: 'a', fix: '' }, '');
  check({ pattern: '(?P<n>a)', fix: `\${n}` }, '');
  check({ structure: 'f($A, $$$B)', fix: '$A$$$B' }, '');
  check({ paths: 'a', fix: 'b' }, 'b: there is no pattern or structure here whose hit it could replace.');
  check(
    { pattern: 'a', structure: 'f($A)', fix: 'b' },
    'b: the scope has both a pattern and a structure, so that it is open what to replace; keep one of them.',
  );
  const group = (name: string) =>
    `the pattern has no group ${name}; write $$ where a dollar sign itself is meant.`;
  check({ pattern: '(a)', fix: 'x$2' }, `x$2: ${group('$2')}`);
  check({ pattern: '(a)', fix: 'x$0' }, `x$0: ${group('$0')}`);
  check({ pattern: '(?:a)', fix: 'x$1' }, `x$1: ${group('$1')}`);
  check({ pattern: '(?P<n>a)', fix: `x\${m}` }, `x\${m}: ${group(`\${m}`)}`);
  check({ structure: 'f($A)', fix: 'x$B' }, 'x$B: the structure has no $B, only $A.');
  check({ structure: 'f($$$A)', fix: 'x$A' }, 'x$A: the structure has no $A, only $$$A.');
  check(
    { structure: 'f($_A)', fix: 'x$_A' },
    'x$_A: the structure has no $_A, and nothing else that could be named.',
  );
  check({ pattern: 'a', fix: 'x'.repeat(2001) }, `${'x'.repeat(2001)}: it is longer than 2000 characters.`);
});
