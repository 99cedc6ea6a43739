import assert from 'node:assert/strict';
import { parse, stringify } from 'yaml';
import { parseConfigText } from '../../src/core/lesson/config';
import { elementOf, type KeyPath, rootRule, type SheetKind } from '../../src/core/lesson/keyPath';
import { parseLessonText } from '../../src/core/lesson/parse';
import type { ProblemCode } from '../../src/core/lesson/problem';
import type { Rule } from '../../src/core/lesson/vocabulary';
import { keyMeaning, valueMeaning } from '../../src/core/present/keyWording';
import { SourceText } from '../../src/core/text';

interface Key {
  readonly kind: SheetKind;
  readonly path: KeyPath;
  readonly rule: Rule;
}

function keysBelow(kind: SheetKind, rule: Rule, path: KeyPath): readonly Key[] {
  const record = elementOf(rule);
  return record.kind !== 'record'
    ? []
    : Object.entries(record.keys).flatMap(([name, inner]) => [
        { kind, path: [...path, name], rule: inner },
        ...keysBelow(kind, inner, [...path, name]),
      ]);
}

/** What a key alone cannot have: a scope of its own, examples of its own. */
const lonely: readonly ProblemCode[] = [
  ...(['scope-empty', 'pattern-untested', 'acceptance-incomplete'] as const),
  'package-invalid',
];

/** The problems of a file that holds nothing but what a lesson must have, and the example at its place. */
function problemsOf(kind: SheetKind, path: KeyPath, example: string): readonly ProblemCode[] {
  const nested = path
    .slice(0, -1)
    .reduceRight<unknown>((inner, key) => ({ [key]: inner }), parse(example)) as object;
  const usual = { id: 'LSN-00000001', title: 'Lesson number one' };
  const { problems } =
    kind === 'config'
      ? parseConfigText('c', new SourceText(stringify(nested)))
      : parseLessonText('a', new SourceText(`---\n${stringify({ ...usual, ...nested })}---\n`));
  return problems.map(({ code }) => code).filter((code) => !lonely.includes(code));
}

describe('the meanings of keys and values', () => {
  const keys = (['lesson', 'config'] as const).flatMap((kind) => keysBelow(kind, rootRule(kind), []));

  it('finds the keys it judges', () => assert.equal(keys.length > 80, true));

  it('has a meaning and an example for each key, and a meaning for each value', () => {
    const wordless = keys.flatMap(({ kind, path, rule }) => {
      const { meaning, example } = keyMeaning(kind, path) ?? {};
      const choice = elementOf(rule);
      const values = choice.kind === 'choice' ? choice.values : [];
      const texts = [meaning, example, ...values.map((value) => valueMeaning(kind, path, value))];
      return texts.every((text) => text !== undefined && /\S/.test(text)) ? [] : [path.join('.')];
    });
    assert.deepEqual(wordless, []);
  });

  it('says it in sentences that read the same as Markdown', () => {
    const sentences = keys.flatMap(({ kind, path, rule }) => {
      const choice = elementOf(rule);
      const values = choice.kind === 'choice' ? choice.values : [];
      return [
        keyMeaning(kind, path)?.meaning ?? '',
        ...values.map((value) => valueMeaning(kind, path, value) ?? ''),
      ];
    });
    const odd = sentences.filter(
      (sentence) => !/^[A-Z].*\.$/.test(sentence) || /[`*<>|\\[\]]|(?:^|\s)_/.test(sentence),
    );
    assert.deepEqual(odd, []);
  });

  it('has examples that can be copied', () => {
    const faulty = keys.flatMap(({ kind, path }) => {
      const example = keyMeaning(kind, path)?.example ?? '';
      const codes = problemsOf(kind, path, example);
      const names = Object.keys(parse(example) as object);
      return codes.length === 0 && names.join() === path.at(-1) ? [] : [{ path, names, codes }];
    });
    assert.deepEqual(faulty, []);
  });

  const check = (what: string, kind: SheetKind, path: KeyPath, expected: RegExp | undefined) =>
    it(what, () => {
      const { meaning } = keyMeaning(kind, path) ?? {};
      if (expected === undefined) {
        assert.equal(meaning, undefined);
      } else {
        assert.match(meaning ?? '', expected);
      }
    });
  check('a key inside another', 'lesson', ['applies_to', 'paths'], /^Files by glob/);
  check(
    'a key of a package is no key of a scope',
    'lesson',
    ['applies_to', 'packages', 'name'],
    /package\.$/,
  );
  check('a key of one’s own', 'lesson', ['x-team'], /of your own/);
  check('a key of one’s own inside another', 'lesson', ['references', 'x-team'], /of your own/);
  check('nothing below a key of one’s own', 'lesson', ['x-team', 'x-name'], undefined);
  check('nothing of one’s own below a value', 'lesson', ['title', 'x-name'], undefined);
  check('no key', 'lesson', [], undefined);
  check('an unknown key', 'lesson', ['sevrity'], undefined);
  check('a key of every object', 'lesson', ['constructor'], undefined);
  check('a key of the other file', 'config', ['severity'], undefined);
  check('a key of the config', 'config', ['budget', 'lessons_per_file'], /^How many lessons/);

  it('has nothing to say of values that a team has added, or that no list has', () => {
    assert.equal(valueMeaning('lesson', ['factors'], 'vendor-change'), undefined);
    assert.equal(valueMeaning('lesson', ['factors'], 'toString'), undefined);
    assert.equal(valueMeaning('lesson', ['title'], 'proposed'), undefined);
  });

  it('names the defaults that hold', () => {
    const fallback = (kind: SheetKind, ...path: KeyPath) => keyMeaning(kind, path)?.fallback;
    assert.deepEqual(
      [fallback('lesson', 'status'), fallback('config', 'review_months', 'critical')],
      ['proposed', '6'],
    );
  });
});
