import assert from 'node:assert/strict';
import fc from 'fast-check';
import { keptLesson, restoredLesson } from '../../src/core/lesson/keptLesson';
import { type ParsedLesson, parseLessonText } from '../../src/core/lesson/parse';
import { defaultPolicy } from '../../src/core/lesson/policy';
import { SourceText } from '../../src/core/text';
import { lessonCorpus } from '../bench/lessonCorpus';

const path = '.lessons/a.md';
const policy = { ...defaultPolicy, added: { ...defaultPolicy.added, factors: ['moon-phase'] } };
const head = 'id: LSN-7K3QF2XM\ntitle: A title that is long enough\n';
const whole = `---
${head}status: accepted
advice: Mind the gap between them
confidence: low
applies_to:
  - {paths: [a/**, b], pattern: 'x\\(', flags: i}
  - {symbols: [a.b, c], exclude: test/}
tests: {match: 'X('}
references: [https://a.example/b, {type: INCIDENT, url: https://a.example/c}]
factors: moon-phase
related: LSN-00000001
supersedes: [LSN-00000002, LSN-00000003]
affected: [{database_specific: {score: 1.5, hosts: [null, true]}}]
---
## What happened
`;
const parse = (text: string) => parseLessonText(path, new SourceText(text), policy);
const keep = (text: string): unknown => {
  const kept = keptLesson(parse(text), policy);
  return kept === undefined ? undefined : JSON.parse(JSON.stringify(kept));
};

/** With every range, also those that are made when they are asked for. */
const plain = (parsed: ParsedLesson | undefined) => ({
  ...parsed,
  lesson: parsed?.lesson && {
    ...parsed.lesson,
    ranges: parsed.lesson.ranges.places,
    scopes: parsed.lesson.scopes.map(({ ranges: { scope, paths, pattern, symbols }, ...rest }) => ({
      ...rest,
      ranges: { scope, paths, pattern, symbols },
    })),
  },
});

describe('a kept lesson', () => {
  it('comes back as it was parsed', () => {
    const texts = [whole, `---\n${head}---\n`, ...lessonCorpus(200).map(({ text }) => text)];
    const kept = texts.filter((text) => keep(text) !== undefined);
    assert.equal(kept.length > 180, true);
    for (const text of kept) {
      const [restored, read] = [restoredLesson(path, text, keep(text), policy), parse(text)];
      assert.deepStrictEqual(plain(restored), plain(read));
      assert.deepStrictEqual(restored && keptLesson(restored, policy), keptLesson(read, policy));
    }
  });

  const checkUnkept = (what: string, keys: string) =>
    it(`is not made of ${what}`, () => assert.equal(keep(`---\n${head}${keys}---\n`), undefined));
  checkUnkept('a file with a mistake', 'sevrity: low\n');
  checkUnkept('a scope that matches nothing', 'applies_to: [{paths: a}, {}]\n');
  checkUnkept('what JSON cannot say', 'affected: {database_specific: .nan}\n');
  it('is not made of a file without a lesson', () =>
    assert.equal(keep('---\ntitle: A title only\n---\n'), undefined));

  it('keeps what is a matter of taste', () => {
    const text = `---\n${head}applies_to: {pattern: a}\n---\n`;
    assert.deepEqual(
      restoredLesson(path, text, keep(text), policy)?.problems.map(({ code, severity }) => [code, severity]),
      [['pattern-untested', 'info']],
    );
  });

  type Tree = { [key: string]: Tree };
  /** What parsing refuses stays refused, whatever was kept. */
  const checkRefused = (what: string, change: (kept: Tree) => unknown) =>
    it(`is refused with ${what}`, () => {
      const kept = keep(whole) as Tree;
      assert.notEqual(restoredLesson(path, whole, kept, policy), undefined);
      change(kept);
      assert.equal(restoredLesson(path, whole, kept, policy), undefined);
    });
  const checkValue = (key: string, value: unknown) =>
    checkRefused(`${key}: ${JSON.stringify(value)}`, (kept) =>
      Object.assign(kept.frontMatter ?? {}, { [key]: value }),
    );

  checkValue('id', 'LSN-1');
  checkValue('id', undefined);
  checkValue('title', ['A title that is long']);
  checkValue('title', 'short');
  checkValue('severity', 'terrible');
  checkValue('factors', ['sun-phase']);
  checkValue('created', '2026-02-30');
  checkValue('references', [{ url: 'http://a.example' }]);
  checkValue('references', [{ url: 'javascript:alert(1)' }]);
  checkValue('tags', 'a');
  checkValue('other', 'a');
  checkValue('related', []);
  checkValue('applies_to', []);
  checkValue('applies_to', [{ exclude: ['a'] }, { symbols: ['a'] }]);
  checkValue('applies_to', [{ paths: [] }, { symbols: ['a'] }]);
  checkValue('applies_to', [{ paths: ['../a'] }, { symbols: ['a'] }]);
  checkValue('applies_to', [{ pattern: 'a', flags: 'g' }, { symbols: ['a'] }]);
  checkValue('applies_to', [{ pattern: 'a'.repeat(2001) }, { symbols: ['a'] }]);
  checkValue('applies_to', [{ structure: '$A' }, { symbols: ['a'] }]);
  checkValue('applies_to', [{ symbols: ['a'], other: 'b' }, { symbols: ['a'] }]);
  checkRefused('no front matter', (kept) => delete kept.frontMatter);
  const checkPlaces = (what: string, change: (places: unknown[]) => void) =>
    checkRefused(what, (kept) => change(kept.places as unknown as unknown[]));
  checkPlaces('a range that is none', (places) => places.pop());
  checkPlaces('a range too many', (places) => places.push(0, 0, 0, 0));
  checkPlaces('a range too few', (places) => places.splice(0, 4));
  checkPlaces('a range before the text', (places) => places.splice(0, 1, -1));
  checkPlaces('a range within a letter', (places) => places.splice(0, 1, 0.5));
  checkPlaces('a range of words', (places) => places.splice(0, 1, '0'));
  checkRefused('no ranges', (kept) => delete kept.places);
  checkRefused('a problem of another kind', (kept) => {
    (kept.facts as unknown as unknown[]).push({ code: 'id-unknown' });
    (kept.places as unknown as unknown[]).push(0, 0, 0, 0);
  });
  checkRefused('a factor that the policy no longer has', (kept) => {
    assert.equal(restoredLesson(path, whole, kept, defaultPolicy), undefined);
    return Object.assign(kept, { facts: null });
  });
  it('is refused for a text without front matter', () =>
    assert.equal(restoredLesson(path, 'Hello', keep(whole), policy), undefined));

  it('is never an exception', () => {
    const keys = Object.keys(keep(whole) as Tree);
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.jsonValue(), fc.jsonValue(), (key, value, other) => {
        restoredLesson(path, whole, { ...(keep(whole) as Tree), [key]: value }, policy);
        assert.equal(restoredLesson(path, whole, other, policy), undefined);
      }),
      { numRuns: 300 },
    );
  });
});
