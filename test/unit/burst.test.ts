import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { Burst } from '../../src/extension/burst';

describe('a burst', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => mock.timers.reset());

  /** Items by the time at which they come; what is handed on, as `time:items`. With 10 of quiet, and 25 at most. */
  const check = (what: string, coming: Readonly<Record<number, string>>, expected: readonly string[]) =>
    it(what, () => {
      const given: string[] = [];
      const time = { now: 0 };
      const burst = new Burst<string>(10, 25, (items) => given.push(`${time.now}:${[...items].join('')}`));
      for (; time.now < 100; time.now++, mock.timers.tick(1)) {
        for (const item of coming[time.now] ?? '') {
          burst.add(item);
        }
      }
      assert.deepEqual(given, expected);
    });

  check('is handed on after some quiet', { 0: 'a', 5: 'b', 9: 'c' }, ['19:abc']);
  check('holds each item once', { 0: 'aab', 3: 'ba' }, ['13:ab']);
  check('is cut where there is no quiet', { 0: 'a', 8: 'b', 16: 'c', 24: 'd', 32: 'e' }, ['25:abcd', '42:e']);
  check('waits for each of two alike', { 0: 'a', 50: 'b' }, ['10:a', '60:b']);

  it('gives nothing once it is disposed', () => {
    const given: string[] = [];
    const burst = new Burst<string>(10, 25, (items) => given.push(...items));
    burst.add('a');
    burst.dispose();
    mock.timers.tick(100);
    assert.deepEqual(given, []);
  });
});
