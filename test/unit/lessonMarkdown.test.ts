import assert from 'node:assert/strict';
import type { Lesson } from '../../src/core/lesson/lesson';
import { ageMessage } from '../../src/core/present/ageWording';
import { type LessonSurroundings, lessonMarkdown } from '../../src/core/present/lessonMarkdown';
import { libraryOf } from './lessons';

describe('a lesson in a hover', () => {
  const lessonOf = (keys: string, body: string): Lesson => {
    const [lesson] = libraryOf(keys).lessons;
    assert.ok(lesson);
    return { ...lesson, body: { value: body } };
  };
  const check = (
    what: string,
    lesson: Lesson,
    expected: readonly string[],
    around: Partial<LessonSurroundings> = {},
  ) =>
    it(what, () => {
      const markdown = lessonMarkdown(lesson, { withAdvice: true, today: '2026-06-01', ...around });
      assert.deepEqual(markdown.split(/\n\n| · (?=\*[A-Z])/), expected);
    });
  const full = `advice: Ask the replica
severity: high
occurred: 2017-01-31
references: {type: INCIDENT, url: "https://a.example/b_(c)"}`;
  const origin =
    '[Incident at a\\.example](<https://a.example/b_(c)>) · *high severity, medium confidence, 9 years ago, proposed*';
  const title = '**Lesson number 0**';
  const plain = '*medium severity, medium confidence, proposed*';
  const noControl = '*No control: people have to remember\\.*';
  const story = '## What happened\n\nIt *went*\nwrong.\n\nMore.\n\n';

  check(
    'tells the advice first, then what happened and what to do',
    lessonOf(full, `${story}## What to do instead\n\n\`\`\`ts\na();\n\`\`\`\n`),
    [
      ...['**Ask the replica**', 'Lesson number 0', 'It *went*\nwrong. **Instead:**', '```ts\na();\n```'],
      ...[origin, noControl],
    ],
  );
  check(
    'tells what to do in prose beside what happened',
    lessonOf('', 'It broke.\n\n## What to do instead\nMend it.'),
    [...[title, 'It broke. **Instead:** Mend it.', plain, noControl]],
  );
  check('without the advice', lessonOf(full, ''), [title, origin, noControl], { withAdvice: false });
  check('takes a body without headings', lessonOf('', 'It went wrong.'), [
    ...[title, 'It went wrong.', plain, noControl],
  ]);
  check('takes no heading for a story', lessonOf('', '## What happened\n\n## What to do instead\n'), [
    ...[title, plain, noControl],
  ]);
  check('makes no image', lessonOf('', 'x ![a](https://spy.example/p.png)'), [
    ...[title, 'x !\u200B[a](https://spy.example/p.png)', plain, noControl],
  ]);
  check('lets no title make a link', lessonOf('title: "[x](command:rm) <b>\\n`y`"', ''), [
    ...['**\\[x\\]\\(command:rm\\) \\<b\\> \\`y\\`**', plain, noControl],
  ]);
  check(
    'says where it comes from, and who found it useful',
    lessonOf('', ''),
    [
      ...[title, '*medium severity, medium confidence, proposed, useful to 3 of 4*'],
      noControl,
      '*From pack acme*',
    ],
    { source: 'pack acme', votes: { useful: 3, notUseful: 1 } },
  );
  const control = (status: string, kind: string, more = '') =>
    lessonOf(`controls: {kind: ${kind}, status: ${status}, ref: a.ts${more}}`, '');
  check(
    'names the control that is in place',
    control('done', 'test'),
    [...[title, plain, '*Kept by a control: test a\\.ts\\.*']],
    { control: { kind: 'test', status: 'done', ref: 'a.ts' } },
  );
  check('misses the control that is not there', control('done', 'test'), [
    ...[title, plain, '*A control is said to be done, but is not there: test a\\.ts\\.*'],
  ]);
  check('names the control that is planned', control('planned', 'lint', ', due: 2026-12-01'), [
    ...[title, plain, '*A control is planned until 2026\\-12\\-01: lint a\\.ts\\.*'],
  ]);
  check('does not take a reminder for a control', control('done', 'doc'), [
    ...[title, plain, '*Reminded of by doc a\\.ts; people still have to remember\\.*'],
  ]);
  check(
    'cuts a long story after a sentence',
    lessonOf('', `${'Word '.repeat(30)}end. ${'more '.repeat(90)}`),
    [title, `${'Word '.repeat(30)}end. …`, plain, noControl],
  );
  check('or after a word', lessonOf('', 'word '.repeat(200)), [
    ...[title, `${'word '.repeat(48).trim()} …`, plain, noControl],
  ]);
});

describe('how long ago it was', () => {
  const check = (day: string, expected: string) =>
    it(`${day}: ${expected}`, () => assert.equal(ageMessage(day, '2026-03-31'), expected));

  check('2026-03-31', 'today');
  check('2026-03-30', 'yesterday');
  check('2026-03-01', '30 days ago');
  check('2026-02-28', 'a month ago');
  check('2025-04-01', '11 months ago');
  check('2025-03-31', 'a year ago');
  check('2024-04-01', 'a year ago');
  check('2017-01-31', '9 years ago');
  check('2027-01-01', '2027-01-01');
});
