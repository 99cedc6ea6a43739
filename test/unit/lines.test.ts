import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bytesOfLines, linesIn } from '../../src/extension/lines';

const turn = () => Promise.resolve();

describe('lines', () => {
  it('come back as they were written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme' })), async (given) => {
        const lines = given.map((line) => line.replaceAll('\n', ' '));
        const bytes = await bytesOfLines(lines, 1 << 20, turn);
        assert.deepEqual([...linesIn(bytes ?? new Uint8Array())], lines);
      }),
    );
  });

  it('are none where they grow too large', async () => {
    assert.equal(await bytesOfLines(['12', '345'], 6, turn), undefined);
    assert.equal((await bytesOfLines(['12', '345'], 7, turn))?.length, 7);
  });

  it('let others have a turn', async () => {
    let turns = 0;
    await bytesOfLines(Array.from({ length: 250 }, String), 1 << 20, async () => void turns++);
    assert.equal(turns, 2);
  });
});
