import assert from 'node:assert/strict';
import { noLines } from '../../src/core/match/changedLines';
import { explain } from '../../src/core/match/explain';
import { sourceOf } from '../../src/core/match/source';
import { keyDetail } from '../../src/core/present/keyVerdictWording';
import { matchPlace, whyMarkdown, whyMessage } from '../../src/core/present/matchWording';
import { libraryOf } from './lessons';
import { matchesOf, toolsWith } from './tools';

describe('why a lesson applies, in words', () => {
  const code = "fetch('https://a.example', { retry: 1 });\nfunction pay() {}\n";
  const pay = { kind: 'function' as const, name: 'pay', nameStart: 51, nameEnd: 54 };
  const tools = toolsWith({}, [{ ...pay, bodyStart: 42, bodyEnd: 59 }]);
  const check = (keys: string, path: string, expected: string, place: string, detail: string) =>
    it(`${keys} in ${path}`, async () => {
      const library = libraryOf(`applies_to: {${keys}}`);
      const [lesson] = library.lessons;
      const source = sourceOf(path, code);
      const [match] = await matchesOf(library, source, tools);
      assert.ok(match && lesson);
      assert.equal(whyMessage(match), expected);
      assert.equal(matchPlace(match), place);
      assert.match(whyMarkdown(match), /^\*Applies here by .*\*$/);
      const { scopes } = await explain(lesson, library, source, tools, async () => noLines);
      assert.equal(scopes[0]?.keys.map(keyDetail).at(-1), detail);
    });
  check('symbols: pay', 'a.ts', 'symbol pay', 'line 2, symbol pay', 'Found: pay.');
  check(
    'symbols: pay',
    'a.lua',
    'symbol pay (found by the editor)',
    'line 2, symbol pay (found by the editor)',
    'Found by the editor, as there is no grammar for the language: pay.',
  );
  check(
    'structure: "fetch($URL, $_)"',
    'a.ts',
    "structure fetch($URL, $_) with URL = 'https://a.example'",
    'line 1, structure',
    "Found: line 1, fetch('https://a.example', { retry: 1 }) with URL = 'https://a.example'.",
  );
  check('paths: "*.sql"', 'a.sql', 'path *.sql', 'path *.sql', '*.sql lets the file in.');
  check(
    "pattern: 'fetch(?:aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd)?'",
    'a.ts',
    'pattern fetch(?:aaaaaaaaaabbbbbbbbbbccccccccccdd…',
    'line 1, pattern',
    'Found: line 1, fetch.',
  );
  check('pattern: fetch', 'a.ts', 'pattern fetch', 'line 1, pattern', 'Found: line 1, fetch.');
});
