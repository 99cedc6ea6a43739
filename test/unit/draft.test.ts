import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Draft, formatDraft, type Place, pathsFor, placeOf } from '../../src/core/learn/draft';
import { isLessonId, newLessonId } from '../../src/core/lesson/identity';
import { parseLessonText } from '../../src/core/lesson/parse';
import { isLessonPath } from '../../src/core/library/files';
import { buildLibrary } from '../../src/core/library/library';
import { sourceOf } from '../../src/core/match/source';
import { SourceText } from '../../src/core/text';

const id = 'LSN-7K3QF2XM';
const draftOf = (more: Partial<Draft>): Draft => ({
  id,
  title: 'A title that is long',
  created: '2026-11-22',
  ...more,
});
const exampleOf = ({ example }: Place) => (example === undefined ? [] : [example]);
const parse = (draft: Draft) => parseLessonText('.lessons/a.md', new SourceText(formatDraft(draft)));

import { matchesOf, toolsWith } from './tools';

describe('drafts', () => {
  it('draw ids from the given randomness', () => {
    assert.equal(
      newLessonId((bytes) => bytes.fill(0)),
      'LSN-00000000',
    );
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (random) =>
        isLessonId(newLessonId(() => random)),
      ),
    );
  });

  it('are valid lessons, whatever is in them', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 8, maxLength: 100, unit: 'grapheme' }),
        fc.string(),
        (title, selected) => {
          fc.pre(title.length <= 100);
          const source = sourceOf('src/a.ts', selected);
          const place = placeOf(source, { start: 0, end: source.text.value.length }, []);
          const { lesson, problems } = parse(
            draftOf({
              title,
              references: [{ type: 'INCIDENT', url: 'https://a.b/c_(d)' }],
              scopes: [place.scope],
              examples: exampleOf(place),
            }),
          );
          assert.deepEqual(problems, []);
          assert.equal(lesson?.title, title);
          assert.deepEqual(lesson?.references, [{ type: 'INCIDENT', url: 'https://a.b/c_(d)' }]);
        },
      ),
    );
  });

  const tools = toolsWith();
  it('match the code they were taken from', () => {
    return fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1, maxLength: 60 }), async (code) => {
        fc.pre(code.trim() !== '');
        const source = sourceOf('src/[id] a.ts', `const a = 1;\n${code}\n`);
        const start = source.text.value.indexOf('\n') + 1;
        const place = placeOf(source, { start, end: source.text.value.length }, []);
        const library = buildLibrary([parse(draftOf({ scopes: [place.scope], examples: exampleOf(place) }))]);
        assert.equal((await matchesOf(library, source, tools)).length > 0, true);
      }),
    );
  });

  const symbols = [
    { kind: 'class' as const, name: 'A', nameStart: 6, nameEnd: 7, bodyStart: 0, bodyEnd: 30 },
    { kind: 'method' as const, name: 'A.f', nameStart: 10, nameEnd: 11, bodyStart: 10, bodyEnd: 20 },
  ];
  const check = (what: string, start: number, end: number, expected: unknown) =>
    it(what, () =>
      assert.deepEqual(
        placeOf(sourceOf('a.ts', 'class A { f() { x } } // and'.padEnd(40)), { start, end }, symbols),
        expected,
      ),
    );

  check('take the innermost symbol at the cursor', 15, 15, { scope: { paths: ['a.ts'], symbols: ['A.f'] } });
  check('take the path where there is no symbol', 38, 38, { scope: { paths: ['a.ts'] } });
  check('take selected code as a pattern', 14, 19, {
    scope: { paths: ['a.ts'], pattern: '\\{\\s+x\\s+\\}' },
    example: '{ x }',
  });

  it('get a file name from the title', () => {
    const names = ['Über 5 ms / "x"', '日本語のタイトル', 'README!!', '../../etc/passwd', 'a'.repeat(90)].map(
      (title) => pathsFor(draftOf({ title })),
    );
    assert.deepEqual(
      names.map(([first]) => first),
      [
        ...[
          '.lessons/uber-5-ms-x.md',
          `.lessons/${id}.md`,
          '.lessons/lesson-readme.md',
          '.lessons/etc-passwd.md',
        ],
        `.lessons/${'a'.repeat(60)}.md`,
      ],
    );
    assert.equal(names.flat().every(isLessonPath), true);
  });
});
