import assert from 'node:assert/strict';
import { display } from '../../src/core/display/display';
import { ordinaryFacts } from '../../src/core/display/ordinaryFacts';
import { defaultPolicy } from '../../src/core/lesson/policy';
import { allLines, type ChangedLines, noLines } from '../../src/core/match/changedLines';
import { explain } from '../../src/core/match/explain';
import { sourceOf } from '../../src/core/match/source';
import { type Explained, explanationOf } from '../../src/core/present/explanation';
import { libraryOf } from './lessons';
import { matchesOf, toolsWith } from './tools';

describe('why a lesson is shown, or not', () => {
  const tools = toolsWith();
  const code = 'class Invoice {\n  charge() { pay(1); }\n  refund() { Pay(2); } // Pay(3) is fine\n}\n';

  async function explained(
    keys: string | readonly string[],
    {
      path = 'src/http/pay.ts',
      changed = allLines as ChangedLines,
      line = undefined as number | undefined,
    } = {},
  ): Promise<Explained> {
    const library = libraryOf(...[keys].flat());
    const source = sourceOf(path, code);
    const [lesson] = library.lessons;
    assert.ok(lesson);
    const explanation = await explain(lesson, library, source, tools, async () => changed);
    const matches = await matchesOf(library, source, tools, changed);
    const facts = { ...ordinaryFacts(changed), show: 'changes', budget: defaultPolicy.budget } as const;
    return explanationOf(explanation, {
      ...{ findings: display(matches, facts), path },
      ...(line !== undefined && { line }),
    });
  }

  /** The last step that does not hold, which decided. */
  const check = (keys: string, expected: string, path?: string) =>
    it(`${keys.replaceAll('\n', ', ')}: ${expected}`, async () => {
      const { steps, shown } = await explained(keys, { ...(path !== undefined && { path }) });
      const last = steps.findLast(({ holds }) => !holds);
      assert.equal(`${last?.rule}: ${last?.detail}`, expected);
      assert.deepEqual([shown, last?.holds], [false, false]);
    });

  check('status: deprecated', 'applies_to: The lesson does not say where it applies.');
  check(
    'applies_to: {pattern: pay}',
    'folder: The file lies in .lessons, where no lesson applies.',
    '.lessons/pay.md',
  );
  check('applies_to: {languages: go}', 'applies_to[0].languages: The file is of another language.');
  check(
    'applies_to: {paths: "src/*.ts"}',
    'applies_to[0].paths: No glob lets the file in. src/*.ts would mean src/pay.ts; ** reaches further down.',
  );
  check(
    'applies_to: {paths: "http/*.ts"}',
    'applies_to[0].paths: No glob lets the file in. http/*.ts would fit below src; globs begin at the folder that holds .lessons.',
  );
  check(
    'applies_to: {paths: "src/HTTP/**"}',
    'applies_to[0].paths: No glob lets the file in. src/HTTP/** would fit but for upper and lower case.',
  );
  check('applies_to: {paths: lib/}', 'applies_to[0].paths: No glob lets the file in.');
  check('applies_to: {paths: src/, exclude: "*.ts"}', 'applies_to[0].exclude: The file is taken out.');
  check(
    'applies_to: {symbols: Invoice.chrage}',
    'applies_to[0].symbols: No symbol of the file has such a name. Instead of Invoice.chrage there is Invoice.charge.',
  );
  check(
    'applies_to: {symbols: charge}',
    'applies_to[0].symbols: No symbol of the file has such a name. There is no grammar for sql here, so nobody but its extension in the editor knows any.',
    'db/pay.sql',
  );
  check('applies_to: {symbols: zzz}', 'applies_to[0].symbols: No symbol of the file has such a name.');
  check('applies_to: {pattern: zzz}', 'applies_to[0].pattern: The pattern hits nothing here.');
  check(
    'applies_to: {pattern: INVOICE}',
    'applies_to[0].pattern: The pattern hits nothing here. It would hit with the flag i.',
  );
  check(
    'applies_to: {symbols: refund, pattern: "pay\\\\("}',
    'applies_to[0].pattern: The pattern hits nothing here. It hits line 2, which lies in none of the symbols.',
  );
  check(
    'applies_to: {pattern: "Pay", not_pattern: fine}',
    'applies_to[0].not_pattern: Every hit stands in a line that is taken out.',
  );
  check(
    'applies_to: {pattern: "[", paths: src/}',
    'applies_to[0]: Something is wrong with this scope, so it applies nowhere. Its problems say what.',
  );
  check(
    'applies_to: {paths: src/}',
    'class: It means the file as a whole, and is in the tree and in lists only.',
  );
  check(
    'level: silent\napplies_to: {pattern: pay}',
    'level: silent: severity medium, confidence medium, capped by level silent.',
  );

  it('tells of every scope, and of each key what it found', async () => {
    const { shown, steps } = await explained(
      'status: accepted\nseverity: high\nconfidence: high\napplies_to: [{paths: "lib/**"}, {paths: "src/**", symbols: Invoice.*, pattern: "pay"}]',
    );
    assert.equal(shown, true);
    assert.deepEqual(
      steps.map(({ rule, holds, detail }) => `${holds} ${rule} ${detail}`),
      [
        'true status The lesson is accepted.',
        'false applies_to[0].paths No glob lets the file in.',
        'true applies_to[1].paths src/** lets the file in.',
        'true applies_to[1].symbols Found: Invoice.charge; Invoice.refund.',
        'true applies_to[1].pattern Found: line 2, pay.',
        'true class It hits this very code.',
        'true conflict No merge conflict is open here.',
        'true suppressed No comment in the code silences it.',
        'true orphaned What it hangs on is in the code.',
        'true codified No strong control is in place, so people have to remember.',
        'true level warning: severity high, confidence high.',
        'true changed The place was changed since the last commit.',
        'true setting Diagnostics of lessons are on.',
        'true symbol-budget It is among the first lessons of Invoice.charge, which shows 1.',
        'true file-budget It is among the first 3 lessons of the file.',
      ],
    );
  });

  const checkFound = (pattern: string, expected: string) =>
    it(`tells what the groups of ${pattern} stand for`, async () => {
      const { steps } = await explained(`applies_to: {pattern: '${pattern}'}`);
      assert.equal(steps.find(({ rule }) => rule.endsWith('.pattern'))?.detail, expected);
    });
  checkFound('pay', 'Found: line 2, pay.');
  checkFound('(pa)(y)|(z)', 'Found: line 2, pay with 1 = pa, 2 = y.');
  checkFound('(?P<verb>pay)\\((\\d)', 'Found: line 2, pay(1 with verb = pay.');
  checkFound('charge[^z]*?(Pay)', 'Found: line 2, charge() { pay(1); } refund() { Pay with 1 = Pay.');

  const rules = ({ shown, steps, remedy }: Explained) => [
    shown,
    steps.filter(({ holds }) => !holds).map(({ rule }) => rule),
    remedy,
  ];
  const loud = 'status: accepted\nseverity: high\nconfidence: high\n';
  const pay = 'applies_to: {pattern: pay}';

  it('is shown, as a hint, where nothing was changed', async () =>
    assert.deepEqual(rules(await explained(loud + pay, { changed: noLines })), [
      true,
      ['changed'],
      'Change the place, or set lessons.diagnostics.show to all.',
    ]));
  it('is not shown on a line where it does not apply', async () =>
    assert.deepEqual(rules(await explained(pay, { line: 0 })), [false, ['line'], undefined]));
  it('is shown on its line, with nothing to change', async () =>
    assert.deepEqual(rules(await explained(loud + pay, { line: 1 })), [true, [], undefined]));
  it('waits in the tree behind better ones', async () => {
    const better = ['a', 'b', 'c'].map(
      (id) => `severity: critical\ntitle: The lesson ${id}\napplies_to: {pattern: Invoice}`,
    );
    assert.deepEqual(rules(await explained([pay, ...better])), [
      false,
      ['file-budget'],
      'Raise lessons_per_file in .lessons/config.yaml, or retire what matters less.',
    ]);
  });

  const checkRemedy = (keys: string, expected: string | undefined, path?: string) =>
    it(`${keys.replaceAll('\n', ', ')} would change by: ${expected}`, async () =>
      assert.equal((await explained(keys, { ...(path !== undefined && { path }) })).remedy, expected));
  checkRemedy(`status: rejected\n${pay}`, 'Set its status to accepted or proposed again.');
  checkRemedy(`withdrawn: 2026-01-01\n${pay}`, 'Remove the date from withdrawn.');
  checkRemedy(pay, undefined, '.lessons/pay.md');
  checkRemedy('severity: high', 'Give it a scope in applies_to.');
  checkRemedy('applies_to: {pattern: "["}', 'Mend what the problems of its file say.');
  checkRemedy('applies_to: {languages: go}', 'Add the language of the file to languages, or remove the key.');
  checkRemedy('applies_to: {paths: lib/}', 'Add src/http/pay.ts, or a glob that means it, to paths.');
  checkRemedy(
    'applies_to: {paths: "src/*.ts"}',
    'Write src/http/pay.ts, or a glob that means it, instead of src/*.ts.',
  );
  checkRemedy(
    'applies_to: {paths: src/, exclude: "*.ts"}',
    'Narrow exclude, so that it leaves src/http/pay.ts in.',
  );
  checkRemedy('applies_to: {symbols: Invoice.chrage}', 'Write Invoice.charge instead of Invoice.chrage.');
  checkRemedy('applies_to: {symbols: zzz}', 'Name a symbol that the file has.');
  checkRemedy('applies_to: {pattern: INVOICE}', 'Add the flag i.');
  checkRemedy('applies_to: {pattern: zzz}', 'Change pattern so that it hits the code that is meant.');
  checkRemedy(
    'applies_to: {pattern: Pay, not_pattern: fine}',
    'Narrow not_pattern, so that it leaves the line in.',
  );
  checkRemedy('applies_to: {paths: src/}', 'Give the scope a symbol, a pattern or a structure.');
  checkRemedy(
    'applies_to: [{languages: go}, {paths: src/, symbols: zzz}]',
    'Name a symbol that the file has.',
  );
  it('is not shown where its when does not hold', async () => {
    const { steps } = await explained('applies_to: {pattern: pay, when: edit}');
    assert.equal(steps.at(-1)?.rule, 'applies_to[0].when');
  });
});
