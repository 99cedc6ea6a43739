import assert from 'node:assert/strict';
import { grammarFilesIn } from '../../src/cli/nodeFiles';
import { sourceOf } from '../../src/core/match/source';
import { SymbolFinder } from '../../src/core/match/symbolFinder';

describe('symbols', () => {
  const finder = new SymbolFinder(grammarFilesIn('dist'));

  it('are none in a language without a grammar', async () =>
    assert.deepEqual(await finder.symbolsOf(sourceOf('a.sql', 'SELECT 1')), []));
});
