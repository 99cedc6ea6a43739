import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ParsedLesson } from '../../src/core/lesson/parse';
import { buildLibrary, type Library } from '../../src/core/library/library';
import { noLines } from '../../src/core/match/changedLines';
import { DocumentSession } from '../../src/core/match/documentSession';
import { matchSource } from '../../src/core/match/engine';
import { reachAlike } from '../../src/core/match/reachingScopes';
import { sourceOf } from '../../src/core/match/source';
import type { Turns } from '../../src/core/match/turns';
import { libraryOf, parsed } from './lessons';
import { runs } from './runs';
import { toolsWith } from './tools';

/** Code with all that lessons ask for: symbols within symbols, calls, imports, comments. */
const code = `import { send } from 'mailer';

export class Invoice {
  readonly items = [];
  charge(amount: number) {
    // pay twice is fine here
    return pay(amount, this.items.length);
  }
  static refund = async (id: string) => fetch(\`/refund/\${id}\`);
}

namespace billing {
  export function total(invoice: Invoice) {
    function sum(values) { return values.reduce((a, b) => a + b, 0); }
    return sum(invoice.items);
  }
}

export const handlers = {
  open() { pay(1); },
  close: function () { send('closed'); },
};
`;

/** Of so many pieces that some questions are left in the middle of them. */
const long = code.repeat(30);

const pieces = [
  ...['', '\n', '}', '{', '(', ')', '`', '"', "'", '/*', '*/', '// ', ';', ' ', 'x', '😀', '\n\n\n'],
  ...[
    'pay(7);',
    'class A { b() {} }',
    'function sum() {}',
    'fetch(a, b)',
    "import 'x';",
    'namespace billing {',
  ],
];

/** One edit after another: where it begins and ends, in thousandths of the text, and what comes instead. */
const edits = fc.array(
  fc.record({
    at: fc.nat(999),
    length: fc.oneof({ weight: 8, arbitrary: fc.nat(12) }, { weight: 1, arbitrary: fc.nat(400) }),
    piece: fc.oneof(
      fc.constantFrom(...pieces),
      fc.nat(code.length - 60).map((start) => code.slice(start, start + 60)),
    ),
  }),
  { minLength: 1, maxLength: 12 },
);

/** Nobody wants an answer any more after so many turns. */
function turnsUntil(patience: number): Turns {
  let left = patience;
  return { next: async () => left-- > 0 };
}

const fewEdits = edits.map((sequence) => sequence.slice(0, 3));

describe('matching a document while it is edited', () => {
  const tools = toolsWith({ 'package.json': '{"dependencies": {"mailer": "^1.2.0"}}' });
  const libraries = [
    libraryOf(
      'applies_to: [{symbols: Invoice.charge, pattern: "pay"}, {symbols: [sum, "handlers.*"]}]',
      'applies_to: {pattern: "\\\\bpay\\\\(", not_pattern: fine}',
      'applies_to: {pattern: "\\\\{[^}]*\\\\}", paths: src/}',
      'applies_to: {structure: fetch($URL)}',
      'applies_to: {packages: mailer, symbols: "*"}',
    ),
    libraryOf('applies_to: {pattern: "\\\\bpay\\\\("}', 'applies_to: {symbols: billing.*}'),
  ] as const;

  it('comes to what a fresh match comes to, after any edits', () =>
    fc.assert(
      fc.asyncProperty(edits, fc.nat(20), async (sequence, switchAt) => {
        const session = new DocumentSession(tools);
        let text = code;
        for (const [step, { at, length, piece }] of sequence.entries()) {
          const start = Math.floor((at / 1000) * text.length);
          text = text.slice(0, start) + piece + text.slice(start + length);
          const library = step < switchAt ? libraries[0] : libraries[1];
          const source = sourceOf('src/pay.ts', text);
          const fresh = await matchSource(library, source, tools, async () => noLines);
          const quick = await session.match(library, source, async () => noLines, 'quick');
          if (quick?.isExact === true) {
            assert.deepEqual(quick, { ...fresh, isExact: true });
          }
          if (step % 2 === 0) {
            const exact = await session.match(library, source, async () => noLines);
            assert.deepEqual(exact, { ...fresh, isExact: true });
          }
        }
        session.dispose();
      }),
      { numRuns: runs(25) },
    )).timeout(60_000);

  it('gives the same in turns, and after questions that were left in the middle', () =>
    fc.assert(
      fc.asyncProperty(fewEdits, fc.array(fc.nat(40), { minLength: 1 }), async (sequence, patiences) => {
        const session = new DocumentSession(tools);
        let text = long;
        for (const [step, { at, length, piece }] of sequence.entries()) {
          const start = Math.floor((at / 1000) * text.length);
          text = text.slice(0, start) + piece + text.slice(start + length);
          const source = sourceOf('src/pay.ts', text);
          const ask = (turns: Turns) =>
            session.match(libraries[0], source, async () => noLines, 'exact', turns);
          await ask(turnsUntil(patiences[step % patiences.length] ?? 0));
          const fresh = await matchSource(libraries[0], source, tools, async () => noLines);
          assert.deepEqual(await ask(turnsUntil(Number.POSITIVE_INFINITY)), { ...fresh, isExact: true });
        }
        session.dispose();
      }),
      { numRuns: runs(3) },
    )).timeout(60_000);

  it('answers in the order of asking, and still does when it was disposed of', async () => {
    const session = new DocumentSession(tools);
    const texts = [code, `${code}pay(9);`, code.slice(100)];
    const ask = (text: string) =>
      session.match(libraries[0], sourceOf('src/pay.ts', text), async () => noLines);
    const asked = texts.map(ask);
    session.dispose();
    const answers = await Promise.all([...asked, ask(code)]);
    const expected = await Promise.all(
      [...texts, code].map((text) =>
        matchSource(libraries[0], sourceOf('src/pay.ts', text), tools, async () => noLines),
      ),
    );
    assert.deepEqual(
      answers,
      expected.map((fresh) => ({ ...fresh, isExact: true })),
    );
  });

  it('follows a file that is taken for another language', async () => {
    const session = new DocumentSession(tools);
    for (const path of ['src/pay.ts', 'src/pay.py', 'src/pay.txt', 'pay.ts']) {
      const source = sourceOf(path, code);
      const fresh = await matchSource(libraries[0], source, tools, async () => noLines);
      const followed = await session.match(libraries[0], source, async () => noLines);
      assert.deepEqual(followed, { ...fresh, isExact: true });
    }
    session.dispose();
  });
});

describe('two libraries', () => {
  const [first, second] = parsed('applies_to: {paths: "src/**"}', 'applies_to: {paths: "lib/**"}');
  const [, other] = parsed('', 'applies_to: {paths: "lib/a/**"}');
  const [, nearer] = parsed('', 'applies_to: {paths: "src/a/**"}');
  const check = (what: string, files: readonly (ParsedLesson | undefined)[], expected: boolean) =>
    it(`reach a file ${expected ? 'alike' : 'differently'} ${what}`, () => {
      const libraryWith = (all: typeof files, previous?: Library) =>
        buildLibrary(
          all.flatMap((file) => file ?? []),
          undefined,
          previous,
        );
      const before = libraryWith([first, second]);
      const after = libraryWith(files, before);
      assert.equal(reachAlike(before, after, 'src/a/b.ts', 'typescript'), expected);
    });
  check('where no lesson changed', [first, second], true);
  check('where a lesson of other files changed', [first, other], true);
  check('where a lesson of other files is gone', [first], true);
  check('where its lesson is gone', [second], false);
  check('where another lesson came to mean it', [first, nearer], false);
  check(
    'where its lesson was written anew',
    [{ ...first, lesson: first?.lesson && { ...first.lesson } } as ParsedLesson, second],
    false,
  );
});
