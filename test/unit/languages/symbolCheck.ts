import assert from 'node:assert/strict';
import { grammarFilesIn } from '../../../src/cli/nodeFiles';
import { sourceOf } from '../../../src/core/match/source';
import { SymbolFinder } from '../../../src/core/match/symbolFinder';

/** Grammars are loaded once for all languages' tests. */
const finder = new SymbolFinder(grammarFilesIn('dist'));

/**
 * One case of a language: a text, and the kinds and names of its symbols in order.
 *
 * @param path whose ending tells the language
 */
export function symbolCheck(path: string) {
  return (text: string, expected: string) =>
    it(`${text.replace(/\s+/g, ' ').slice(0, 80)}`, async () => {
      const source = sourceOf(path, text);
      const symbols = await finder.symbolsOf(source);
      assert.equal(symbols.map(({ kind, name }) => `${kind} ${name}`).join(', '), expected);
      for (const { name, nameStart, nameEnd } of symbols) {
        assert.ok(name.endsWith(source.text.value.slice(nameStart, nameEnd)), name);
      }
    });
}
