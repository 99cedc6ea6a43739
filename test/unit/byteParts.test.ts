import assert from 'node:assert/strict';
import { bytesOfParts } from '../../src/extension/byteParts';

const turn = () => Promise.resolve();
const parts = [Uint8Array.of(1, 2), Uint8Array.of(), Uint8Array.of(3)];

describe('parts of bytes', () => {
  it('come one behind another', async () =>
    assert.deepEqual(await bytesOfParts(parts, 3, turn), Uint8Array.of(1, 2, 3)));
  it('are none where they grow too large', async () =>
    assert.equal(await bytesOfParts(parts, 2, turn), undefined));

  it('let others have a turn', async () => {
    let turns = 0;
    await bytesOfParts(parts, 3, async () => void turns++);
    assert.equal(turns, 3);
  });
});
