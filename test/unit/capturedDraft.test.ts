import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bestCandidate } from '../../src/core/learn/bestCandidate';
import type { CountedCandidate } from '../../src/core/learn/candidateCount';
import { capturedDraft, type Said } from '../../src/core/learn/capturedDraft';
import { type CaptureSite, siteOf } from '../../src/core/learn/captureSite';
import { type Draft, formatDraft } from '../../src/core/learn/draft';
import { draftWithGaps } from '../../src/core/learn/draftGaps';
import { idIn, isSameLesson, titleIn } from '../../src/core/learn/draftIdentity';
import { parseLessonText } from '../../src/core/lesson/parse';
import { sourceOf } from '../../src/core/match/source';
import { SourceText } from '../../src/core/text';

const known = { id: 'LSN-7K3QF2XM', created: '2026-11-22' };
const nothing: Said = { title: '', advice: '', link: '' };
const draftOf = (said: Partial<Said>, site: CaptureSite = {}) =>
  capturedDraft({ ...nothing, ...said }, site, known);
const parse = (text: string) => parseLessonText('.lessons/a.md', new SourceText(text));
const runs = { numRuns: 200 };

describe('what is said of a fault', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary', maxLength: 600 }),
    fc.constantFrom(
      '---',
      '## What happened',
      '$1 $' + '{2:x} `',
      'https://a.example/x',
      'javascript:alert(1)',
    ),
  );

  it('gives a valid draft, and a text that is the same with its gaps', () => {
    fc.assert(
      fc.property(anything, anything, anything, fc.boolean(), (title, advice, link, hasTitle) => {
        const draft = draftOf({ title, advice, link });
        const { text, gaps } = draftWithGaps(draft, hasTitle);
        const { lesson, problems } = parse(text);
        // How it is worded is for its author to change.
        assert.deepEqual(
          problems.filter(({ code }) => code !== 'wording'),
          [],
        );
        assert.equal(lesson?.title, draft.title);
        assert.equal(lesson?.frontMatter.advice, draft.advice);
        const bare = (value: string) => value.replace(/\s+/g, '');
        assert.equal(bare(text), bare(formatDraft(draft)));
        const written = gaps.map((gap) => text.slice(gap.start, gap.end)).filter((one) => one !== '');
        assert.equal(written.length, hasTitle ? 0 : 1);
        assert.match(text.slice(0, gaps.at(-1)?.start), /## What happened\n[\s\S]*\n$/);
      }),
      runs,
    );
  });

  const check = (what: string, draft: Draft, expected: Partial<Draft>) =>
    it(what, () => {
      for (const [key, value] of Object.entries(expected)) {
        assert.deepEqual(draft[key as keyof Draft], value, key);
      }
    });

  check('has its link among the references', draftOf({ link: ' https://a.example/1 ' }), {
    references: [{ type: 'INCIDENT', url: 'https://a.example/1' }],
  });
  check('has what is no link in the story', draftOf({ link: 'ask in the kitchen' }), {
    references: [],
    body: [{ heading: 'What happened', text: 'ask in the kitchen' }],
  });
  check('has what is too short for advice in the story', draftOf({ advice: 'Do not' }), {
    advice: undefined,
    body: [{ heading: 'What to do instead', text: 'Do not' }],
  });
  check('tells how bad it was', draftOf({ title: 'Remote code execution in the shop' }), {
    severity: 'critical',
  });
  check('leaves open how bad it was', draftOf({ title: 'A button was hard to find' }), {
    severity: undefined,
  });
  check(
    'leads to what explains it',
    draftOf({}, { explainedAt: 'https://rules.example/x', origin: 'test' }),
    {
      references: [{ type: 'WEB', url: 'https://rules.example/x' }],
      origin: 'test',
    },
  );
});

describe('the place of a fault', () => {
  const code = 'class A {\n  f() {\n    return risky(1);\n  }\n}\n';
  const symbols = [
    { kind: 'class' as const, name: 'A', nameStart: 6, nameEnd: 7, bodyStart: 0, bodyEnd: 42 },
    { kind: 'method' as const, name: 'A.f', nameStart: 12, nameEnd: 13, bodyStart: 12, bodyEnd: 40 },
  ];
  const [start, end] = [code.indexOf('risky'), code.indexOf(';')];
  const check = (what: string, path: string, from: number, to: number, expected: CaptureSite) =>
    it(what, () =>
      assert.deepEqual(
        siteOf(sourceOf(path, code), { start: from, end: to }, symbols, { commit: 'c0ffee' }),
        expected,
      ),
    );
  const evidence = (lines: string, symbol?: string, path = 'src/a.ts') => [
    { commit: 'c0ffee', path, ...(symbol !== undefined && { symbol }), lines },
  ];

  check('is looked for in all of its language where code is selected', 'src/a.ts', start, end, {
    scopes: [{ languages: ['typescript'], pattern: 'risky\\(1\\)' }],
    examples: ['risky(1)'],
    evidence: evidence('3', 'A.f'),
  });
  check('is the symbol around the cursor', 'src/a.ts', start, start, {
    scopes: [{ paths: ['src/a.ts'], symbols: ['A.f'] }],
    examples: [],
    evidence: evidence('3', 'A.f'),
  });
  check('is the file where there is nothing around it', 'src/a.ts', code.length, code.length, {
    scopes: [{ paths: ['src/a.ts'] }],
    examples: [],
    evidence: evidence('6'),
  });
  check('has no line too many', 'src/a.ts', 0, code.indexOf('    return'), {
    scopes: [{ languages: ['typescript'], pattern: 'class\\s+A\\s+\\{' }],
    examples: ['class A {'],
    evidence: evidence('1-2', 'A'),
  });
  check('is nowhere in a lesson', '.lessons/a.md', 0, 5, {});

  it('may be ten thousand lines', () => {
    const source = sourceOf('src/a.ts', 'const value = 1;\n'.repeat(10_000));
    const site = siteOf(source, { start: 0, end: source.text.value.length }, [], {});
    assert.deepEqual(site.evidence, [{ path: 'src/a.ts', lines: '1-10000' }]);
    assert.deepEqual(parse(formatDraft(draftOf({ title: 'All of it is wrong' }, site))).problems, []);
  });

  it('may be one line without end', () => {
    const source = sourceOf('dist/a.min.js', 'a=b;'.repeat(100_000));
    const site = siteOf(source, { start: 4, end: 300_000 }, [], {});
    assert.deepEqual(site.scopes, [{ paths: ['dist/a.min.js'] }]);
  });
});

describe('the pattern a draft begins with', () => {
  const counted = (...hits: readonly number[]): CountedCandidate[] =>
    hits.map((count) => ({ kind: 'exact', scope: {}, example: '', hits: count, files: 1, isCut: false }));
  const check = (what: string, hits: readonly number[], expected: number | undefined) =>
    it(what, () => {
      const all = counted(...hits);
      const best = bestCandidate(all, 25);
      assert.equal(best === undefined ? undefined : all.indexOf(best), expected);
    });

  check('is the plainest that finds others, too', [1, 3, 9], 1);
  check('is not one that finds too many', [1, 26, 2], 2);
  check('is the plainest where none finds others', [1, 1, 26], 0);
  check('is the plainest where all find too many', [40, 30, 90], 0);
  check('is none where there is none', [], undefined);
});

describe('a draft that was closed', () => {
  const check = (what: string, actual: unknown, expected: unknown) =>
    it(what, () => assert.deepEqual(actual, expected));

  check('is known by its id', idIn('---\nid: "LSN-7K3QF2XM"\ntitle: x\n'), 'LSN-7K3QF2XM');
  check('may have none', idIn('id: LSN-oops\n'), undefined);
  check(
    'is told by its title',
    titleIn("---\nid: LSN-7K3QF2XM\ntitle: 'It''s all gone'\n---\n"),
    "It's all gone",
  );
  check('is told by what stands for a title', titleIn('---\ntitle: "It is all [\n'), '"It is all [');
  check('may have no title', titleIn('---\ntitle:   \n'), undefined);
  check(
    'is itself after a save that tidied it',
    isSameLesson('id: LSN-7K3QF2XM\na  \n', 'id: LSN-7K3QF2XM\na\n'),
    true,
  );
  check('is no other one', isSameLesson('id: LSN-7K3QF2XM\n', 'id: LSN-7K3QF2XN\n'), false);
  check('without an id is what it says', isSameLesson('a\r\nb\r\n', 'a\nb'), true);
});
