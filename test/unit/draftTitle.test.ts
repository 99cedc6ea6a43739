import assert from 'node:assert/strict';
import fc from 'fast-check';
import { titleFor } from '../../src/core/learn/draftTitle';
import { hasLength } from '../../src/core/lesson/textLength';
import { vocabulary } from '../../src/core/lesson/vocabulary';

const place = { path: 'src/billing/invoice.ts', symbol: 'Invoice.charge' };
const check = (given: string, title: string, rest?: string) =>
  it(JSON.stringify(given.slice(0, 60)), () =>
    assert.deepEqual(titleFor(given, place), rest === undefined ? { title } : { title, rest }),
  );

describe('the title of a draft', () => {
  check('Retry without a limit', 'Retry without a limit');
  check('  Retry \t without\r\na limit ', 'Retry without a limit');
  check('../../etc/passwd: "a/b\\c"', '../../etc/passwd: "a/b\\c"');
  check('🔥🔥🔥🔥🔥🔥🔥🔥', '🔥🔥🔥🔥🔥🔥🔥🔥');
  check('\u001b[31mred\u001b[0m alert\u202e', '[31mred [0m alert');
  check('a lone \ud800 half of a character', 'a lone half of a character');
  check('\ufeffDouble charges', 'Double charges');
});

describe('the title where too little was said', () => {
  check('', 'What went wrong in Invoice.charge');
  check(' \n\u0000 ', 'What went wrong in Invoice.charge');
  check('Leak', 'Leak in Invoice.charge');
  const without = (given: string, at: { path: string; symbol?: string } | undefined, title: string) =>
    it(`${JSON.stringify(given)} in ${at?.path.slice(0, 60)}`, () =>
      assert.deepEqual(titleFor(given, at), { title }));
  without('', undefined, 'What went wrong');
  without('', { path: 'src/billing/invoice.ts' }, 'What went wrong in invoice.ts');
  without('Leak', undefined, 'Leak: what went wrong');
  without('B', { path: 'a' }, 'B: what went wrong in a');
  without('Leak', { path: `${'a'.repeat(200)}.ts` }, `Leak in ${'a'.repeat(91)}…`);
});

describe('the title where too much was said', () => {
  const words = 'word '.repeat(100).trim();
  check(words, `${'word '.repeat(20).trim()}…`.replace(/ word…$/, '…'), words);
  check('x'.repeat(500), `${'x'.repeat(99)}…`, 'x'.repeat(500));
  check('😀'.repeat(500), `${'😀'.repeat(99)}…`, '😀'.repeat(500));
  const family = '👨‍👩‍👧‍👦';
  check(family.repeat(100), `${family.repeat(14)}…`, family.repeat(100));
  check(`Double charges\n${words}`, 'Double charges', `Double charges\n${words}`);
  check(`Hm\n${words}`, `Hm ${'word '.repeat(19).trim()}…`, `Hm\n${words}`);
  const tower = `e${'\u0301'.repeat(500)}`;
  check(tower, `${tower.slice(0, 99)}…`, tower);
});

describe('whatever is said', () => {
  const pieces = [
    ...['word', ' ', 'a long_name.of/things', '\n', '\r\n', '\t', '\u0000', '\u001b[1m', '"', '\\', ':', '#'],
    ...['😀', '👨‍👩‍👧‍👦', 'e\u0301', '\ud800', '\udc00', '\u202e', '\ufeff', '\u2028', 'ß', '漢', '…'],
  ];

  it('makes a title, and is kept', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join('')),
        (given) => {
          const { title, rest } = titleFor(given, place);
          assert.ok(hasLength(title, vocabulary.title), title);
          assert.doesNotMatch(title, /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]|^\s|\s$/u);
          const letters = (text: string) =>
            text.replace(/[\s\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\uFEFF]+/gu, '');
          assert.ok(letters(rest ?? title).startsWith(letters(given)), title);
        },
      ),
    ));
});
