import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv/dist/2020';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { isDate } from '../../src/core/lesson/calendar';
import { parseConfigText } from '../../src/core/lesson/config';
import { rootRule, type SheetKind } from '../../src/core/lesson/keyPath';
import { parseLessonText } from '../../src/core/lesson/parse';
import type { Problem, ProblemCode } from '../../src/core/lesson/problem';
import type { Rule } from '../../src/core/lesson/vocabulary';
import { jsonSchema } from '../../src/core/present/jsonSchema';
import { SourceText } from '../../src/core/text';
import { runs } from './runs';

/** Which problems a schema can know too. A new one has to be put on one side. */
const isStructural: Readonly<Record<ProblemCode, boolean>> = {
  'key-unknown': true,
  'key-missing': true,
  'value-type': true,
  'value-unquoted': true,
  'value-length': true,
  'value-unknown': true,
  'count-invalid': true,
  'date-invalid': true,
  'id-invalid': true,
  'reference-not-https': true,
  'flags-invalid': true,
  'scope-empty': true,
  'acceptance-incomplete': true,
  // Before there is anything to validate.
  'file-empty': false,
  'file-too-large': false,
  'file-binary': false,
  'file-not-utf8': false,
  'file-unreadable': false,
  'front-matter-missing': false,
  'front-matter-unclosed': false,
  'yaml-syntax': false,
  'yaml-aliases': false,
  'yaml-too-deep': false,
  'yaml-too-large': false,
  // What a glob, a pattern, a range of versions or a sentence means.
  'glob-invalid': false,
  'pattern-invalid': false,
  'structure-invalid': false,
  'fix-invalid': false,
  'package-invalid': false,
  'pattern-untested': false,
  'test-fails': false,
  wording: false,
  // What other files, the code or the day decide.
  'id-duplicate': false,
  'id-unknown': false,
  'successor-missing': false,
  'supersession-cycle': false,
  'scope-no-file': false,
  'symbol-not-found': false,
  'review-overdue': false,
  'lesson-duplicate': false,
  'scope-too-broad': false,
  'scope-misses-origin': false,
  // In files of another kind.
  'events-too-large': false,
  'event-unreadable': false,
  'event-key-missing': false,
  'event-key-unknown': false,
  'event-value-invalid': false,
  // Part of the format; only this version cannot decide it.
};

/** Lists to which a team's config adds words, so that the schema takes any. */
const openLists = ['factors', 'origin'];

function isKnownToSchema(problem: Problem): boolean {
  const isOpen = problem.code === 'value-unknown' && openLists.includes(problem.key);
  return isStructural[problem.code] && !isOpen;
}

function compile(kind: SheetKind): ValidateFunction {
  const ajv = new Ajv({ strictRequired: false, allowUnionTypes: true, formats: { date: isDate } });
  ajv.addKeyword('enumDescriptions');
  return ajv.compile(jsonSchema(kind));
}

const validators = { lesson: compile('lesson'), config: compile('config') };

function problemsOf(kind: SheetKind, yaml: string): readonly Problem[] {
  return kind === 'config'
    ? parseConfigText('.lessons/config.yaml', new SourceText(yaml)).problems
    : parseLessonText('.lessons/a.md', new SourceText(`---\n${yaml}---\n`)).problems;
}

/** What each of the two says; they should be the same. */
function verdicts(kind: SheetKind, yaml: string) {
  const problems = problemsOf(kind, yaml).filter(isKnownToSchema);
  const validate = validators[kind];
  const isValid = validate(parse(yaml));
  return { reader: problems.length === 0, schema: isValid, problems, errors: validate.errors ?? [] };
}

function assertAgreed(kind: SheetKind, yaml: string): boolean {
  const { reader, schema, problems, errors } = verdicts(kind, yaml);
  assert.equal(schema, reader, `${yaml}\n${JSON.stringify({ problems, errors }, undefined, 1)}`);
  return schema;
}

/** What may be written by mistake at any place. */
const junk: fc.Arbitrary<unknown> = fc.constantFrom(
  ...[null, true, 7, 1.5, '', 'x', '😀😀😀😀', '2026-02-30', 'http://a.b', 'any', 'ii', 'LSN-7K3QF2XU'],
  ...[[], [[]], [null], {}, { 'x-a': 1 }, { paths: [] }, { a: 1 }, { kind: null }],
);

const texts = {
  id: ['LSN-7K3QF2XM', 'LSN-00000001'],
  date: ['2026-02-28', '2024-02-29'],
  https: ['https://a.b/c', 'https://例え.jp/#x'],
  flags: ['', 'i', 'si', 'mu'],
};

function textOf({ min = 0, max = 40, format }: Rule & { kind: 'text' }): fc.Arbitrary<string> {
  const known = texts[format as keyof typeof texts] as readonly string[] | undefined;
  const around = fc.constantFrom(min - 1, min, max, max + 1).filter((length) => length >= 0);
  const long = around.chain((length) => fc.constantFrom('a', '😀').map((letter) => letter.repeat(length)));
  return known === undefined
    ? fc.oneof({ arbitrary: fc.constant('a word or two'), weight: 6 }, { arbitrary: long, weight: 1 })
    : fc.constantFrom(...known);
}

/** Values as a rule wants them, with a mistake here and there. */
function valueBy(rule: Rule): fc.Arbitrary<unknown> {
  return fc.oneof({ arbitrary: rightValue(rule), weight: 30 }, { arbitrary: junk, weight: 1 });
}

function rightValue(rule: Rule): fc.Arbitrary<unknown> {
  switch (rule.kind) {
    case 'text':
      return textOf(rule);
    case 'choice':
      return fc.constantFrom(...rule.values);
    case 'count':
      return fc.constantFrom(rule.min, rule.max);
    case 'list':
      return fc.oneof(valueBy(rule.of), fc.array(valueBy(rule.of), { minLength: 1, maxLength: 2 }));
    case 'record':
      return recordOf(rule);
    case 'anything':
      return fc.jsonValue({ maxDepth: 1 });
  }
}

function recordOf({ keys, shorthand }: Rule & { kind: 'record' }): fc.Arbitrary<unknown> {
  const names = Object.keys(keys);
  const record = fc
    .subarray(names, { maxLength: Math.min(names.length, 4) })
    .chain((some) =>
      fc.record(Object.fromEntries(some.map((name) => [name, valueBy(keys[name] ?? { kind: 'anything' })]))),
    );
  const strange = fc.constantFrom<object>(...Array<object>(20).fill({}), { 'x-own': [1] }, { sevrity: 1 });
  const whole = fc.tuple(record, strange).map(([known, other]) => ({ ...known, ...other }));
  const short = shorthand === undefined ? undefined : keys[shorthand];
  return short === undefined ? whole : fc.oneof(whole, valueBy(short));
}

describe('the JSON schemas', () => {
  const check = (what: string, kind: SheetKind, yaml: string, expected: boolean) =>
    it(what, () => assert.equal(assertAgreed(kind, yaml), expected));
  const checkLesson = (what: string, yaml: string, expected: boolean) =>
    check(what, 'lesson', `id: LSN-7K3QF2XM\ntitle: A title that is long enough\n${yaml}`, expected);

  it('are schemas of draft 2020-12', () => {
    for (const kind of ['lesson', 'config'] as const) {
      const ajv = new Ajv({ strict: false });
      assert.equal(ajv.validateSchema(jsonSchema(kind)), true, ajv.errorsText());
    }
  });

  checkLesson('take the least that is valid', 'applies_to: {symbols: cors}\n', true);
  checkLesson('refuse an unknown key', 'sevrity: low\n', false);
  checkLesson('take a key of one’s own, anywhere', 'x-a: 1\nreferences: {x-b: 1}\n', true);
  checkLesson('take a list that is still empty', 'tags:\ncwe: []\n', true);
  checkLesson('refuse scopes that are still empty', 'applies_to:\n', false);
  checkLesson('refuse a scope that only excludes', 'applies_to: {exclude: a/}\n', false);
  checkLesson(
    'refuse a scope with a list that is still empty',
    'applies_to: {paths: [], symbols: a}\n',
    false,
  );
  checkLesson(
    'refuse a scope with a pattern that is still empty',
    "applies_to: {paths: a, pattern: ''}\n",
    false,
  );
  checkLesson('refuse a text that is too short', 'advice: Do it\n', false);
  checkLesson('take a package by its name', 'applies_to: {packages: express}\n', true);
  checkLesson('refuse a flag given twice', 'applies_to: {pattern: a, flags: ii}\n', false);
  checkLesson('take a factor that a config may have added', 'factors: vendor-change\n', true);
  checkLesson('refuse a severity that nothing can add', 'severity: terrible\n', false);
  checkLesson('refuse a number that was meant as text', 'aliases: 12e4567\n', false);
  checkLesson('refuse a day that does not exist', 'occurred: 2026-02-30\n', false);
  checkLesson('refuse an http link', 'references: http://a.b/c\n', false);
  checkLesson('take a link by itself', 'references: https://a.b/c\n', true);
  checkLesson('refuse acceptance without what it needs', 'status: accepted\n', false);
  const accepted =
    'status: accepted\nadvice: Do it otherwise.\nconfidence: low\nreferences: https://a.b\napplies_to: {paths: a}\n';
  checkLesson('take acceptance with what it needs', `${accepted}factors: tooling\n`, true);
  checkLesson('refuse acceptance with an empty list', `${accepted}factors: []\n`, false);
  checkLesson('refuse acceptance with a list that was not begun', `${accepted}factors:\n`, false);
  check('refuse a lesson without id', 'lesson', 'title: A title that is long enough\n', false);
  check('take an empty config', 'config', '# nothing yet\n', true);
  check('take a config', 'config', 'factors: [a]\nreview_months: {low: 1}\nignore: gen/\n', true);
  check('refuse a number out of measure', 'config', 'budget: {findings_per_symbol: 0}\n', false);
  check('refuse an unknown rule', 'config', 'wording_off: shouting\n', false);

  for (const kind of ['lesson', 'config'] as const) {
    it(`say of any ${kind} what its reader says`, () => {
      const usual = { id: 'LSN-7K3QF2XM', title: 'A title that is long enough' };
      const least = kind === 'lesson' ? fc.constantFrom(usual, usual, usual, {}) : fc.constant({});
      const counts = { true: 0, false: 0 };
      fc.assert(
        fc.property(least, recordOf(rootRule(kind)), (given, record) => {
          const yaml = stringify({ ...given, ...(record as object) }, { aliasDuplicateObjects: false });
          counts[`${assertAgreed(kind, yaml)}`]++;
        }),
        { numRuns: runs(500) },
      );
      // Both verdicts have to be common, or the property says little.
      assert.equal(Math.min(counts.true, counts.false) > runs(30), true, JSON.stringify(counts));
    });
  }

  it('agree with the reader on every lesson of the demo', () => {
    const folder = 'test/fixtures/demo/.lessons';
    const yamls = readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
    const faulty = yamls.filter(({ text }) => !assertAgreed('lesson', `${text.split(/^---\n/m)[1]}`));
    assert.deepEqual(
      faulty.map(({ name }) => name),
      ['broken-on-purpose.md'],
    );
  });
});
