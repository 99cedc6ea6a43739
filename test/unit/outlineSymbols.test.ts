import assert from 'node:assert/strict';
import fc from 'fast-check';
import { movedSymbols, type OutlineEntry, symbolsOfOutline } from '../../src/core/match/outlineSymbols';
import { changeBetween, SourceText } from '../../src/core/text';

const text = new SourceText(
  ['class Invoice', '  -- of a shop', '  charge (amount)', '    pay()', '  end', 'end', ''].join('\r\n'),
);

/** Lines are told as in the text; the selection is the first line unless given. */
function entry(name: string, lines: [first: number, last: number], more: Partial<OutlineEntry> = {}) {
  const range = {
    start: { line: lines[0], character: 0 },
    end: { line: lines[1], character: text.line(lines[1]).length },
  };
  return { kind: 'method' as const, name, container: '', range, selection: range, children: [], ...more };
}

describe('symbols by a language’s own tooling', () => {
  const check = (what: string, entries: readonly OutlineEntry[], expected: readonly string[]) =>
    it(`${what}: ${expected.join(', ')}`, () => {
      const told = symbolsOfOutline(entries, text).map(({ name, nameStart, nameEnd, bodyStart, bodyEnd }) => {
        const [first, last] = [text.positionAt(bodyStart).line, text.positionAt(bodyEnd).line];
        return `${name} "${text.value.slice(nameStart, nameEnd)}" ${first}-${last}`;
      });
      assert.deepEqual(told, expected);
    });

  const charge = entry('charge', [2, 4]);
  check(
    'within others',
    [entry('Invoice', [0, 5], { children: [charge] })],
    ['Invoice "Invoice" 0-5', 'Invoice.charge "charge" 2-4'],
  );
  check('in no order', [charge, entry('Invoice', [0, 5])], ['Invoice "Invoice" 0-5', 'charge "charge" 2-4']);
  check(
    'named by a container',
    [entry('charge', [2, 4], { container: 'shop::Invoice' })],
    ['shop.Invoice.charge "charge" 2-4'],
  );
  check(
    'a constructor has its class’s name',
    [entry('Invoice', [0, 5], { children: [entry('Invoice', [2, 4])] })],
    ['Invoice "Invoice" 0-5', 'Invoice.Invoice "  charge (amount)" 2-4'],
  );
  const names: readonly [name: string, expected: string][] = [
    ['charge(amount: Int) : Unit', 'charge'],
    ['charge<T>', 'charge'],
    ['charge/1', 'charge'],
    ['def charge(amount)', 'charge'],
    ['Invoice:charge', 'Invoice.charge'],
    ['Invoice#charge', 'Invoice.charge'],
    ['Invoice::charge', 'Invoice.charge'],
  ];
  for (const [name, expected] of names) {
    check(name, [entry(name, [2, 4])], [`${expected} "charge" 2-4`]);
  }
  check(
    'a name that its container is part of',
    [entry('Invoice', [0, 5], { children: [entry('Invoice.charge', [2, 4])] })],
    ['Invoice "Invoice" 0-5', 'Invoice.charge "charge" 2-4'],
  );
  check('nameless', [entry('(closure)', [0, 5], { children: [charge] })], ['charge "charge" 2-4']);
  check(
    'no part of a word',
    [entry('end', [0, 5]), entry('ay', [3, 3])],
    ['end "end" 0-5', 'ay "    pay()" 3-3'],
  );
  check('past the end', [entry('Invoice', [0, 5], { range: rangeTo(99) })], ['Invoice "Invoice" 0-6']);
  check('none', [], []);

  function rangeTo(line: number) {
    return { start: { line: 0, character: 0 }, end: { line, character: 7 } };
  }
});

describe('symbols after an edit', () => {
  const symbols = symbolsOfOutline([entry('Invoice', [0, 5], { children: [entry('charge', [2, 4])] })], text);
  const check = (after: string, expected: readonly string[]) =>
    it(JSON.stringify(after), () => {
      const change = changeBetween(text.value, after);
      assert.ok(change);
      const told = movedSymbols(symbols, change).map((symbol) => {
        const body = after.slice(symbol.bodyStart, symbol.bodyEnd);
        return `${symbol.name} ${after.slice(symbol.nameStart, symbol.nameEnd)} ${body.length}`;
      });
      assert.deepEqual(told, expected);
    });
  const { value } = text;
  check(`\n\n${value}`, ['Invoice Invoice 66', 'Invoice.charge charge 33']);
  check(value.replace('pay()', 'pay(now)'), ['Invoice Invoice 69', 'Invoice.charge charge 36']);
  check(value.replace('charge', 'change'), ['Invoice Invoice 66']);
  check(value.replace('amount', ''), ['Invoice Invoice 60', 'Invoice.charge charge 27']);
  check(value.slice(0, 30), []);
  check('', []);

  it('are where their names are', () => {
    const edit = fc.tuple(
      fc.nat(value.length),
      fc.nat(12),
      fc.constantFrom('', 'x', '\n', 'charge', '  end\n'),
    );
    fc.assert(
      fc.property(edit, ([at, length, piece]) => {
        const after = value.slice(0, at) + piece + value.slice(at + length);
        const change = changeBetween(value, after);
        for (const { name, nameStart, nameEnd, bodyStart, bodyEnd } of change
          ? movedSymbols(symbols, change)
          : []) {
          assert.equal(name.split('.').at(-1), after.slice(nameStart, nameEnd));
          assert.ok(bodyStart <= nameStart && nameEnd <= bodyEnd && bodyEnd <= after.length);
        }
      }),
    );
  });
});
