import assert from 'node:assert/strict';
import fc from 'fast-check';
import { importKinds } from '../../src/core/learn/imports/imported';
import { readImport } from '../../src/core/learn/imports/reading';
import { parseLessonText } from '../../src/core/lesson/parse';
import { isFailure } from '../../src/core/lesson/problem';
import { importFaultMessage, importOutcomeMessage } from '../../src/core/present/importWording';
import { SourceText } from '../../src/core/text';
import { imported, lessonIn, planFor } from './imported';

const osv = (id: string, more: object = {}) => ({
  id,
  modified: '2026-01-02T00:00:00Z',
  summary: 'A title that is long',
  ...more,
});
const document = (title: string, text = 'It stood.') => `# ${title}\n\n## Summary\n${text}\n`;

/** What a second import makes of it, once the first one is written. */
function again(first: unknown, second: unknown, paths: readonly [string, string] = ['a.json', 'a.json']) {
  const kind = paths[0].endsWith('.md') ? 'post-mortem' : undefined;
  const lessons = imported(first, { path: paths[0], kind }).outcomes.map((one) => {
    assert.ok(one.kind === 'new');
    return lessonIn(one.text, '.lessons/first.md');
  });
  return imported(second, { path: paths[1], kind, lessons }).outcomes.map((one) =>
    one.kind === 'there' ? { path: one.path, hasChanged: one.hasChanged } : one.kind,
  );
}

describe('imports', () => {
  const check = (what: string, actual: () => unknown, expected: unknown) =>
    it(what, () => assert.deepEqual(actual(), expected));
  const there = (hasChanged: boolean) => [{ path: '.lessons/first.md', hasChanged }];

  describe('make nothing twice', () => {
    check('of a record', () => again(osv('A-1'), osv('A-1')), there(false));
    check(
      'in whatever capitals',
      () => again(osv('GHSA-8xq9-g7ch-35hg'), osv('X-1', { aliases: ['ghsa-8XQ9-g7ch-35hg'] })),
      there(false),
    );
    check(
      'of a record that says more',
      () => again(osv('A-1'), osv('A-1', { modified: '2026-03-04T00:00:00Z' })),
      there(true),
    );
    check(
      'of a record under another id',
      () => again(osv('A-1'), osv('B-1', { aliases: ['A-1'], modified: '2026-03-04T00:00:00Z' })),
      there(false),
    );
    check('of another record', () => again(osv('A-1'), osv('A-2')), ['new']);
    check(
      'of a document',
      () => again(document('Queue'), document('Queue'), ['d/a.md', 'd/a.md']),
      there(false),
    );
    check(
      'of one with another title',
      () => again(document('Queue'), document('The queue'), ['d/a.md', 'd/a.md']),
      there(true),
    );
    check(
      'of one in another folder',
      () => again(document('Queue'), document('Queue'), ['d/a.md', 'e/a.md']),
      there(false),
    );
    check(
      'but of one with the same name alone',
      () => again(document('Queue'), document('Cache'), ['a.md', 'a.md']),
      ['new'],
    );
    check(
      'but of one with the same title alone',
      () => again(document('Queue'), document('Queue'), ['d/a.md', 'd/b.md']),
      ['new'],
    );
    check(
      'within one import',
      () =>
        imported([osv('A-1', { aliases: ['C-1'] }), osv('B-1', { aliases: ['C-1'] })]).outcomes.map((one) =>
          one.kind === 'twice' ? one.first : one.kind,
        ),
      ['new', 'A-1'],
    );
  });

  describe('know a file by what is in it', () => {
    const kind = (what: string, content: unknown, path: string, codes: readonly string[], count = 0) =>
      check(what, () => {
        const { outcomes, faults } = imported(content, { path });
        return [faults.map(({ code }) => code), outcomes.length];
      }, [codes, count]);
    kind('a record', osv('A-1'), 'a.json', [], 1);
    kind('a list of records', [osv('A-1'), osv('A-2')], 'a.json', [], 2);
    kind('a log', { version: '2.1.0', runs: [] }, 'a.json', []);
    kind('a tour', { title: 'A long tour', steps: [{ file: 'a.ts' }] }, 'a.json', [], 1);
    kind('a post-mortem', `${document('Queue')}## Root cause\nb`, 'a.md', [], 1);
    kind('a package', { name: 'a', version: '1.0.0' }, 'package.json', ['unknown-kind']);
    kind('a page', '# How to\n\nText', 'a.md', ['unknown-kind']);
    kind('broken JSON', '{', 'a.json', ['no-json']);
    kind('a picture', '\u0000PNG', 'a.png', ['unknown-kind']);
  });

  const usual = fc.constantFrom(
    ...[
      'id',
      'modified',
      'summary',
      'details',
      'aliases',
      'affected',
      'package',
      'ecosystem',
      'name',
      'ranges',
      'type',
      'events',
    ],
    ...[
      'introduced',
      'fixed',
      'versions',
      'references',
      'url',
      'severity',
      'score',
      'database_specific',
      'ecosystem_specific',
    ],
    ...[
      'imports',
      'path',
      'symbols',
      'runs',
      'version',
      'tool',
      'driver',
      'rules',
      'results',
      'ruleId',
      'message',
      'text',
      'locations',
    ],
    ...[
      'physicalLocation',
      'artifactLocation',
      'uri',
      'region',
      'startLine',
      'help',
      'title',
      'steps',
      'file',
      'line',
      'pattern',
      'description',
    ],
    ...['__proto__', 'constructor', 'withdrawn', 'published', 'level', 'properties', 'tags'],
  );
  const said = fc.constantFrom(
    ...[
      'npm',
      'Go',
      'SEMVER',
      'GIT',
      '0',
      '1.2.3',
      '2.1.0',
      'A-1',
      'https://a.example/b',
      'FIX',
      'src/a.ts',
      '../a',
      '(',
      '[a-z]+',
    ],
    ...[
      '2026-01-02T00:00:00Z',
      'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
      'error',
      '<!-- a',
      '```',
      '---\na: b\n---',
      '\u001b[2J',
      '@jane',
      ': x #y',
    ],
  );
  const value = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 6 },
      said,
      fc.string({ unit: 'binary' }),
      fc.oneof(fc.integer(), fc.double(), fc.boolean(), fc.constant(null)),
      fc.array(tie('value'), { maxLength: 3 }),
      fc
        .array(fc.tuple(fc.oneof({ weight: 9, arbitrary: usual }, fc.string()), tie('value')), {
          maxLength: 8,
        })
        .map(Object.fromEntries),
    ),
  })).value;
  const framed = fc.oneof(
    value,
    value.map((affected) => osv('A-1', { affected: [affected], references: [affected], details: affected })),
    fc
      .tuple(said, value)
      .map(([name, one]) =>
        osv('A-1', { affected: [{ package: { ecosystem: 'npm', name }, ...Object(one) }] }),
      ),
    value.map((one) => ({
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'a', rules: [one] } },
          results: [{ ruleIndex: 0, ruleId: 'b', ...Object(one) }],
        },
      ],
    })),
    fc.array(value).map((steps) => ({ title: 'A tour', steps: [{ file: 'a.ts', pattern: 'x' }, ...steps] })),
  );
  const line = fc.oneof(
    fc.constantFrom(
      '# Queue',
      '## Summary',
      '### Root cause',
      '```',
      '~~~',
      '---',
      '| Owner | a |',
      '|---|---|',
      '- Owner: x',
      '<!--',
      'Date: 2026-01-02',
      '    code',
    ),
    fc.string({ unit: 'binary' }),
    said,
  );
  const text = fc.oneof(
    framed.map((one) => JSON.stringify(one)),
    fc.array(line, { maxLength: 20 }).map((lines) => lines.join('\n')),
    fc.string({ unit: 'binary' }),
  );

  const isWhole = (path: string, content: string, kind?: (typeof importKinds)[number]) => {
    const { imported: all, faults } = readImport({ path, text: content }, kind);
    const plan = planFor();
    const outcomes = all.map((one) => plan.next(one));
    const lessons = outcomes.flatMap((one) => {
      if (one.kind !== 'new') {
        assert.notEqual(one.kind, 'unusable');
        return [];
      }
      const { lesson, problems } = parseLessonText('.lessons/a.md', new SourceText(one.text));
      const failing = problems.filter((problem) => isFailure(problem) && problem.code !== 'wording');
      assert.deepEqual(failing, []);
      assert.ok(lesson);
      assert.equal(/(?![\t\n])\p{Cc}/u.test(one.text), false);
      return [lesson];
    });
    const second = planFor(lessons);
    const kinds = all.map((one) => second.next(one).kind);
    assert.equal(kinds.includes('new'), false);
    for (const message of [
      ...faults.map(importFaultMessage),
      ...outcomes.map((one) => importOutcomeMessage(one) ?? ''),
    ]) {
      assert.equal(/(?!\t)\p{Cc}/u.test(message), false);
    }
    return lessons.length;
  };

  it('write whole lessons, and nothing the second time, whatever comes in', () => {
    let made = 0;
    fc.assert(
      fc.property(
        text,
        fc.constantFrom(undefined, ...importKinds),
        fc.constantFrom('a.json', 'd/a b.md', 'a.tour'),
        (content, kind, path) => {
          made += isWhole(path, content, kind);
        },
      ),
      { numRuns: 400 },
    );
    assert.equal(made > 20, true, `${made}`);
  });
});
