import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { candidatesFor } from '../../src/core/learn/candidates';
import { compilePattern } from '../../src/core/lesson/pattern';
import { type Source, sourceOf } from '../../src/core/match/source';
import { toolsWith } from './tools';

describe('candidates for patterns', () => {
  const tools = toolsWith();
  const candidatesIn = (path: string, marked: string) => {
    const start = marked.indexOf('[[');
    const text = marked.replace('[[', '').replace(']]', '');
    return candidatesFor(sourceOf(path, text), { start, end: marked.indexOf(']]') - 2 }, tools);
  };
  /** The selection stands in `[[…]]`; all but the exact one, which is always there, are expected. */
  const check = (path: string, marked: string, ...expected: readonly string[]) =>
    it(`${path}: ${marked.replace(/\s+/g, ' ')}`, async () => {
      const found = await candidatesIn(path, marked);
      assert.equal(found[0]?.kind, 'exact');
      const shown = found.slice(1).map(({ kind, scope }) => `${kind} ${scope.pattern ?? scope.structure}`);
      assert.deepEqual(shown, expected);
    });
  check(
    'a.ts',
    'function f(v: string) {\n  [[const parts = v.trim().split(re).map((s) => s.trim())]]\n}',
    'loose \\b\\w+\\.trim\\(\\)\\.split\\(re\\)\\.map\\(\\(\\w+\\)\\s*=>\\s*\\w+\\.trim\\(\\)\\)',
    'structure $A.trim().split(re).map(($B) => $B.trim())',
    'shape $A.trim().split($$$).map($$$)',
  );
  check(
    'a.ts',
    'function f(v: string) {\n  const parts = v.trim()[[.split(re)]].map((s) => s.trim())\n}',
    'structure $A.split(re)',
    'shape $A.split($$$)',
  );
  check(
    'a.ts',
    'function f(c) {\n  if (c) {\n [[    headers = c.split(/\\s*,\\s*/)]]\n }\n}',
    'loose \\bheaders\\s*=\\s*\\w+\\.split\\(/[^/\\n]+/\\w*\\)',
    'structure headers = $A.split(/\\s*,\\s*/)',
    'shape headers = $A.split($$$)',
  );
  check(
    'a.ts',
    'const a = { sameSite: 1,\n [[  path: options.path ?? "/",]]\n}',
    'loose \\bpath:\\s*options\\.path\\s*\\?\\?\\s*"[^"]*"',
  );
  check('a.ts', '[[return cors]]');
  check('a.ts', 'async function f(next) { [[await next()]] }');
  check(
    'a.tsx',
    'const X = ({html}) => [[<div dangerouslySetInnerHTML={{ __html: html }} />]];',
    'loose <div\\s+dangerouslySetInnerHTML=\\{\\{\\s*__html:\\s*\\w+\\s*\\}\\}\\s*/>',
    'structure <div dangerouslySetInnerHTML={{ __html: $A }} />',
  );
  check(
    'a.py',
    'def f(url, user):\n    [[r = requests.get(url, timeout=30, verify=False)]]\n    return r\n',
    'loose \\brequests\\.get\\(\\w+,\\s*timeout=\\d+,\\s*verify=False\\)',
    'structure requests.get($A, timeout=30, verify=False)',
    'shape requests.get($$$)',
  );
  check(
    'a.py',
    'def f(self, xs=[]):\n    for x in xs:\n        [[self.cursor.execute("select %s" % x)]]\n',
    'loose \\bself\\.cursor\\.execute\\("[^"]*"\\s*%\\s*\\w+\\)',
    'structure self.cursor.execute("select %s" % $A)',
    'shape self.cursor.execute($$$)',
  );
  check(
    'a.py',
    'def f(a):\n    [[try:\n        go(a)\n    except Exception:\n        pass]]\n',
    'structure try:\n    go($A)\nexcept Exception:\n    pass',
    'shape try:\n    $$$\nexcept Exception:\n    $$$',
  );
  check(
    'a.py',
    'def f(user):\n    [[if user.role == 3:]]\n        go(user)\n        pass\n',
    'loose \\bif\\s+\\w+\\.role\\s*==\\s*\\d+:',
    'structure if $A.role == 3:\n    $$$',
    'shape if $A.role == $B:\n    $$$',
  );
  check(
    'a.rs',
    'fn f(s: &str) -> u8 {\n    [[let n = s.parse::<u8>().unwrap();]]\n    n\n}\n',
    'loose \\b\\w+\\.parse::<u8>\\(\\)\\.unwrap\\(\\)',
    'structure $A.parse::<u8>().unwrap()',
  );
  check(
    'a.rs',
    'fn f(s: Foo) {\n    if let Some(x) = s.get(1) { [[store.insert(x.id, "a", 5)?;]] }\n}\n',
    'loose \\bstore\\.insert\\(\\w+\\.id,\\s*"[^"]*",\\s*\\d+\\)\\?',
    'structure store.insert($A.id, "a", 5)?',
    'shape store.insert($$$)?',
  );
  check(
    'a.java',
    'class A { void f(String s) { [[Cipher c = Cipher.getInstance("DES", s);]] } }',
    'loose \\bCipher\\.getInstance\\("[^"]*",\\s*\\w+\\)',
    'structure Cipher.getInstance("DES", $A)',
    'shape Cipher.getInstance($$$)',
  );
  check(
    'a.java',
    'class A { void f(String s) { [[stmt.executeQuery("select " + s);]] } }',
    'loose \\bstmt\\.executeQuery\\("[^"]*"\\s*\\+\\s*\\w+\\)',
    'structure stmt.executeQuery("select " + $A)',
    'shape stmt.executeQuery($$$)',
  );
  check(
    'a.cs',
    'class A { void f(string s) { [[var c = db.Query("select " + s, 5);]] } }',
    'loose \\bdb\\.Query\\("[^"]*"\\s*\\+\\s*\\w+,\\s*\\d+\\)',
    'structure db.Query("select " + $A, 5)',
    'shape db.Query($$$)',
  );
  check(
    'a.c',
    'void f(char *s) { char b[10]; [[strcpy(b, s);]] }',
    'loose \\bstrcpy\\(\\w+,\\s*\\w+\\)',
    'structure strcpy($A, $B)',
    'shape strcpy($$$)',
  );
  check(
    'a.cpp',
    'void f(std::string s) { [[auto p = static_cast<Foo*>(find(s, 1));]] }',
    'loose \\bstatic_cast<Foo\\*>\\(find\\(\\w+,\\s*\\d+\\)\\)',
    'structure static_cast<Foo*>(find($A, 1))',
    'shape static_cast<Foo*>($$$)',
  );
  check(
    'a.rb',
    'def f(a)\n  [[b = User.where("name = #{a}").first]]\nend\n',
    'loose \\bUser\\.where\\("[^"]*"\\)\\.first\\b',
    'structure User.where("name = #{$A}").first',
    'shape User.where($$$).first',
  );
  check(
    'a.php',
    '<?php function f($a) { [[$r = $db->query("select " . $a);]] }',
    'loose \\$\\w+->query\\("[^"]*"\\s*\\.\\s*\\$\\w+\\)',
    'structure $A->query("select " . $B)',
    'shape $A->query($$$)',
  );
  check('a.sh', 'f() { [[rm -rf "$DIR/"]]; }');
  check('a.ps1', 'function f($a) { [[Invoke-Expression $a]] }');
  check('a.sql', '[[SELECT * FROM t WHERE id = 5]];');
  check(
    'a.ts',
    'function f(v) {\n  [[a()\n  b(v)\n  db.query("x" + v, 1)\n  c()]]\n}',
    'loose \\bdb\\.query\\("[^"]*"\\s*\\+\\s*\\w+,\\s*\\d+\\)',
    'structure db.query("x" + $A, 1)',
    'shape db.query($$$)',
  );
  check(
    'a.ts',
    'function f(req) {\n  const body = g(req);\n  [[fetch(body.url, { timeout: 0 })]];\n}',
    'loose \\bfetch\\(\\w+\\.url,\\s*\\{\\s*timeout:\\s*\\d+\\s*\\}\\)',
    'structure fetch($A.url, { timeout: 0 })',
    'shape fetch($$$)',
  );
  check(
    'a.ts',
    'function f(o) {\n [[ if (o.origin === "*" && o.credentials) {]]\n   a(); b();\n }\n}',
    'loose \\bif\\s*\\(\\w+\\.origin\\s*===\\s*"[^"]*"\\s*&&\\s*\\w+\\.credentials\\)\\s*\\{',
    'structure if ($A.origin === "*" && $A.credentials) { $$$ }',
    'shape if ($A.origin === $B && $A.credentials) { $$$ }',
  );
  check(
    'a.go',
    'package a\nfunc f(u string) error {\n\t[[resp, err := http.Get(u + "/x")]]\n\treturn err\n}\n',
    'loose \\bhttp\\.Get\\(\\w+\\s*\\+\\s*"[^"]*"\\)',
    'structure http.Get($A + "/x")',
    'shape http.Get($$$)',
  );
  check(
    'a.go',
    'package a\nfunc f() error {\n\t[[if err := s.Close(); err != nil {]]\n\treturn err }\n\treturn nil\n}\n',
    'loose \\bif\\s+\\w+\\s*:=\\s*s\\.Close\\(\\);\\s*\\w+\\s*!=\\s*nil\\s*\\{',
    'structure if $A := s.Close(); $A != nil { $$$ }',
  );
  check(
    'a.ts',
    '[[const limit = readLimit("x");]]',
    'loose \\breadLimit\\("[^"]*"\\)',
    'shape readLimit($$$)',
  );
  check(
    'a.ts',
    'const f = (value: string) => value\n  .trim()\n  [[.split(separator)]]\n  .join()',
    'structure $A.split(separator)',
    'shape $A.split($$$)',
  );
  check(
    'a.ts',
    'function f(list) { [[const { size, ...rest } = measure(list, { size: 3, list })]] }',
    'loose \\bmeasure\\(\\w+,\\s*\\{\\s*size:\\s*\\d+,\\s*list\\s*\\}\\)',
    'structure measure($A, { size: 3, list })',
    'shape measure($$$)',
  );

  check(
    'a.ts',
    `function f(list) { [[return list.map(parseOne).sort(byWeight).map((one) => ({${' a: 1,'.repeat(40)} }))]] }`,
    'loose \\b\\w+\\.map\\(parseOne\\)\\.sort\\(byWeight\\)',
    'structure $A.map(parseOne).sort(byWeight)',
    'shape $A.map($$$).sort($$$)',
  );

  it('are none for a cursor, for blanks and for punctuation', async () => {
    for (const marked of ['f([[]])', 'f()[[  \n ]]', 'f()[[;\n]]', 'f([[)]]']) {
      assert.deepEqual(await candidatesIn('a.ts', marked), []);
    }
  });

  it('name the languages of a structure, and its example', async () => {
    const found = await candidatesIn('a.ts', 'function f(user) { [[const row = find(user.id);]] }');
    assert.deepEqual(found.slice(2), [
      {
        kind: 'structure',
        scope: { structure: 'find($A.id)', languages: ['typescript', 'typescriptreact'] },
        example: 'find(user.id)',
      },
      {
        kind: 'shape',
        scope: { structure: 'find($$$)', languages: ['typescript', 'typescriptreact'] },
        example: 'find(user.id)',
      },
    ]);
  });

  it('of more than a pattern can hold are about the piece that tells most', async () => {
    const lines = Array.from({ length: 10_000 }, (_, line) => `  x${line};`);
    lines[7000] = '  connectToDatabase(user, password);';
    const found = await candidatesIn('a.ts', `function f(user, password) {\n[[${lines.join('\n')}]]\n}`);
    assert.deepEqual(
      found.map(({ kind, example }) => `${kind} ${example}`),
      ['exact', 'loose', 'structure', 'shape'].map((kind) => `${kind} connectToDatabase(user, password)`),
    );
  });

  it('in a minified file are of bounded length', async () => {
    const text = `function f(a){${'g(a,1);h({b:[a,2]});'.repeat(5_000)}}`;
    for (const path of ['a.js', 'a.txt']) {
      const found = await candidatesFor(sourceOf(path, text), { start: 0, end: text.length }, tools);
      assert.equal(found.length > 0, true);
      assert.equal(
        found.every(({ example }) => example.length <= 200),
        true,
      );
    }
  });

  it('of code that is nested beyond measure break nothing', async () => {
    const text = `function f(a) { g(${'('.repeat(5_000)}a${')'.repeat(5_000)}); send(a.b); }`;
    const start = text.indexOf('send');
    const found = await candidatesFor(sourceOf('a.ts', text), { start, end: start + 9 }, tools);
    assert.equal(found[0]?.example, 'send(a.b)');
  });

  it('hit the selection they come from, and their example, wherever it stands', async () => {
    const paths = filesBelow('test/fixtures/demo').filter((path) =>
      /\.(?:ts|py|go|java|js|sql|rs)$/.test(path),
    );
    const sources = paths.map((path) => sourceOf(path, readFileSync(path, 'utf8')));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...sources), fc.nat(), fc.nat(400), async (source, at, length) => {
        const text = source.text.value;
        const start = at % text.length;
        const end = Math.min(start + length, text.length);
        for (const { kind, scope, example } of await candidatesFor(source, { start, end }, tools)) {
          const { pattern, structure = '' } = scope;
          const hitsIn = async (where: Source) => {
            if (pattern !== undefined) {
              return compilePattern(pattern).hits(where.text.value, 1000);
            }
            const result = await tools.structures.hits(where, structure, 1000);
            return result.kind === 'hits' ? result.hits : [];
          };
          const told = `${kind} ${pattern ?? structure}`;
          const hits = await hitsIn(source);
          assert.equal(
            hits.some((hit) => hit.start < end && start < hit.end),
            true,
            told,
          );
          assert.equal((await hitsIn(sourceOf('', example, source.language))).length > 0, true, told);
        }
      }),
      { numRuns: 60 },
    );
  });
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}
