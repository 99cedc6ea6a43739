import assert from 'node:assert/strict';
import { addressesIn } from '../../src/core/edit/uriList';

describe('the addresses of what is dropped', () => {
  const check = (what: string, list: string, ...expected: readonly string[]) =>
    it(what, () => assert.deepEqual(addressesIn(list), expected));

  check('one', 'file:///w/a.ts', 'file:///w/a.ts');
  check('several', 'file:///w/a.ts\r\nfile:///w/b%20%23.ts', 'file:///w/a.ts', 'file:///w/b%20%23.ts');
  check('with one kind of line break or the other', 'a:/1\na:/2\r\na:/3\n', 'a:/1', 'a:/2', 'a:/3');
  check('once, whatever is listed twice', 'a:/1\r\na:/2\r\na:/1\r\n', 'a:/1', 'a:/2');
  check('without comments and blanks', '# from elsewhere\r\n\r\n  \r\n a:/1 \r\n', 'a:/1');
  check('a fragment is no comment', 'a:/1#L3', 'a:/1#L3');
  check('none', '# nothing\r\n');
});
