import assert from 'node:assert/strict';
import fc from 'fast-check';
import { importsOf } from '../../src/core/match/packages/imports';
import { sourceOf } from '../../src/core/match/source';

describe('imports', () => {
  const check = (path: string, text: string, expected: readonly string[]) =>
    it(`${path}: ${text.replace(/\s+/g, ' ').slice(0, 70)}`, () => {
      const found = importsOf(sourceOf(path, text));
      assert.deepEqual(
        found.map(({ name }) => name),
        expected,
      );
      for (const { name, start, end } of found) {
        assert.equal(text.slice(start, end), name);
      }
    });

  check('a.ts', "import a from 'a'; import {b} from \"b/c\"; import '@d/e/f';", ['a', 'b', '@d/e']);
  check('a.ts', "import type {\n  a,\n  b,\n} from 'a';\nexport * from 'b';\nexport { c } from 'c'", [
    'a',
    'b',
    'c',
  ]);
  check('a.ts', "const a = require('a/b'), b = await import('b'); import c = require('c');", ['a', 'b', 'c']);
  check(
    'a.ts',
    "import './a'; import '../b'; import '/c'; import '#d'; import '@/e'; import 'https://f.g/h'",
    [],
  );
  check('a.ts', "import fs from 'fs'; import p from 'node:path'; import u from 'util/types'", []);
  check('a.ts', "import e from 'npm:express@4/lib'", ['express']);
  check(
    'a.ts',
    "// import a from 'a'\n/* import 'b' */ const s = \"import 'c'\"; const t = `import 'd'`;",
    [],
  );
  check('a.ts', "/* import 'a'", []);
  check('a.ts', "foo.require('a'); my_import('b'); x.from('c'); load.import('d')", []);
  check('a.ts', "const r = /['\"`]/; import a from 'a'", ['a']);
  check('a.ts', "const q = a / b; import c from 'c'; d / e", ['c']);
  check('a.tsx', "const a = <p>Don't</p>;\nimport b from 'b';", ['b']);
  check('a.mjs', 'import{a}from\'a\';export*from"b"', ['a', 'b']);
  check('a.py', 'import a.b, c as d\nfrom e.f import g\nfrom . import h\nfrom .i import j\n', [
    'e.f',
    'a.b',
    'c',
  ]);
  check('a.py', 'try:\n    import a\nexcept: import b\nif x: from c import (\n  d)\n', ['c', 'a', 'b']);
  check('a.py', '# import a\n"""\nimport b\n"""\nx = "import c"\ns = \'\'\'\nfrom d import e\n\'\'\'\n', []);
  check('a.py', 'from a \\\n  import b\nimport c, \\\n  d\n', ['a', 'c', 'd']);
  check('a.py', 'important = 1\nfromage = 2\nyield_from = 3\nreimport = "x"\n', []);
  check('a.go', 'package a\nimport "b.c/d"\nimport (\n\t"fmt"\n\te "f.g/h/v2"\n\t_ "i.j/k" // "l.m/n"\n)\n', [
    ...['b.c/d', 'fmt', 'f.g/h/v2', 'i.j/k'],
  ]);
  check('a.go', 'package a\n// import "b"\n/* import "c" */\nfunc f() { s := `import "d"` }', []);
  check(
    'a.rs',
    'use serde::Deserialize;\nuse ::tokio as t;\nextern crate rand;\nuse crate::a;\nuse std::fmt;\nuse log;',
    [...['serde', 'tokio', 'rand', 'log']],
  );
  check(
    'a.rs',
    '// use a::b;\n/* /* */ use c::d; */ let s = r#"use e::f;"#; let t: &\'a str = "use g::h;";',
    [],
  );
  check('a.rs', 'fn f() { serde_json::to_string(x); A::new(); x.y::<u8>(); a::b::c() }', ['serde_json', 'a']);
  check('A.java', 'package x;\nimport a.b.C;\nimport static d.e.F.g;\nimport h.i.*;\n', [
    'a.b.C',
    'd.e.F.g',
    'h.i',
  ]);
  check(
    'A.java',
    '// import a.b;\n/* import c.d; */ String s = "\\nimport e.f;"; char q = \'"\';\nimport g.h;',
    ['g.h'],
  );
  check('a.kt', 'import a.b.C\nimport d.e as f\n/* /* */ import g.h */\n', ['a.b.C', 'd.e']);
  check(
    'A.cs',
    'using System;\nusing static A.B;\nusing C = D.E;\nglobal using F.G;\nusing var x = y;\nusing (z) {}',
    [...['System', 'A.B', 'D.E', 'F.G']],
  );
  check('A.cs', '// using A;\nvar s = @"\nusing B;\n"; var t = """\nusing C;\n""";\n', []);
  check(
    'a.rb',
    "require 'a/b'\nrequire \"c\"\nrequire_relative 'd'\n  gem('e')\n# require 'f'\nx = \"require 'g'\"",
    [...['a/b', 'c', 'e']],
  );
  check('a.rb', "=begin\nrequire 'a'\n=end\nrequire 'b'", ['b']);
  check('a.c', '#include <a.h>', []);
  check('a.php', '<?php use A\\B;', []);

  const paths = ['a.ts', 'a.py', 'a.go', 'a.rs', 'A.java', 'a.kt', 'A.cs', 'a.rb'];

  it('are found in any text without an exception, each in its place', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "'",
        '"',
        '`',
        '"""',
        "'''",
        '/*',
        '*/',
        '//',
        '#',
        '\\',
        '\n',
        ' ',
        '(',
        ')',
        '/',
        'r#"',
        '@"',
      ),
      fc.constantFrom(
        'import ',
        'from ',
        'use ',
        'using ',
        'require ',
        'a.b',
        'a::b',
        ';',
        ',',
        '=begin',
        'import (',
      ),
      fc.string({ maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.array(piece, { maxLength: 60 }), (path, pieces) => {
        const source = sourceOf(path, pieces.join(''));
        for (const { name, start, end } of importsOf(source)) {
          assert.equal(source.text.value.slice(start, end), name);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('take a time in proportion to the text, whatever it is', () => {
    const hostile = [
      "'",
      '"',
      '`',
      '/*',
      '/* */',
      '"""',
      '=',
      '[',
      '/[',
      '= /[',
      'r#"',
      '@"',
      '(',
      'import ',
      'import (',
      'from ',
    ];
    const more = [
      'use ',
      'a.',
      'a::',
      ' ',
      '\\\n',
      'import\n',
      'using a',
      'import a,',
      'from\t',
      '\t',
      '=begin\n',
      "'\\",
      '= /a',
    ];
    for (const piece of [...hostile, ...more]) {
      for (const path of paths) {
        importsOf(sourceOf(path, piece.repeat(20_000 / piece.length)));
      }
    }
  });
});
