import assert from 'node:assert/strict';
import { rewrite } from '../../src/core/edit/rewrite';
import { scopeChanges } from '../../src/core/edit/scopeChange';
import type { Scope } from '../../src/core/lesson/lesson';
import { parseLessonText } from '../../src/core/lesson/parse';
import { SourceText } from '../../src/core/text';

describe('putting a scope in place of another', () => {
  const head = '---\nid: LSN-00000001\ntitle: A title of length\n';
  const check = (what: string, yaml: string, index: number, scope: Scope, expected: string) =>
    it(what, () => {
      const text = new SourceText(`${head}${yaml}---\n`);
      const { lesson } = parseLessonText('a.md', text);
      assert.ok(lesson);
      const after = rewrite(text, scopeChanges(lesson, index, scope));
      assert.equal(after?.value, `${head}${expected}---\n`);
    });

  const one = 'applies_to:\n  - pattern: f\\( # all\n    paths: src/\n  - symbols: g\n';
  check('that says the same', one, 0, { pattern: 'f\\(', paths: ['src/'] }, one);
  check(
    'with another path',
    one,
    0,
    { pattern: 'f\\(', paths: ['src/a.ts'] },
    one.replace('paths: src/', 'paths: [src/a.ts]'),
  );
  check(
    'with a symbol besides',
    one,
    0,
    { pattern: 'f\\(', paths: ['src/'], symbols: ['h'] },
    one.replace('src/\n', 'src/\n    symbols:\n      - h\n'),
  );
  check(
    'with a structure instead of its pattern',
    'applies_to:\n  - pattern: f\\(\ntags: a\n',
    0,
    { structure: 'f($A)', languages: ['go'] },
    'applies_to:\n  - structure: f($A)\n    languages:\n      - go\ntags: a\n',
  );
  check(
    'that is written in one line',
    'applies_to: {pattern: f}\n',
    0,
    { structure: 'f($A)', paths: ['a.ts'] },
    'applies_to: {structure: f($A), paths: [a.ts]}\n',
  );
  check(
    'behind one that is not whole',
    'applies_to:\n  - pattern: "("\n  - pattern: f\n',
    1,
    { pattern: 'f', paths: ['a/'] },
    'applies_to:\n  - pattern: "("\n  - pattern: f\n    paths:\n      - a/\n',
  );
});
