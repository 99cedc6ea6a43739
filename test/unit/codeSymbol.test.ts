import assert from 'node:assert/strict';
import { meansSymbol } from '../../src/core/match/codeSymbol';

describe('symbol names', () => {
  const check = (wanted: string, name: string, expected: boolean) =>
    it(`${wanted} ${expected ? 'means' : 'does not mean'} ${name}`, () =>
      assert.equal(meansSymbol(wanted, name), expected));

  check('charge', 'billing.Invoice.charge', true);
  check('Invoice.charge', 'billing.Invoice.charge', true);
  check('billing.Invoice.charge', 'billing.Invoice.charge', true);
  check('Invoice', 'billing.Invoice.charge', false);
  check('harge', 'charge', false);
  check('x.billing.charge', 'billing.charge', false);
  check('ch*', 'Invoice.charge', true);
  check('*', 'Invoice.charge', true);
  check('In*.ch*ge', 'Invoice.charge', true);
  check('a*b*c', 'abxc', true);
  check('a*b*c', 'acb', false);
  check('aa*aa', 'aaa', false);
  check('*b*b*', 'ab', false);
});
