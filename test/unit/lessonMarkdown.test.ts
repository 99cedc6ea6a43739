import assert from 'node:assert/strict';
import type { Lesson } from '../../src/core/lesson/lesson';
import { lessonMarkdown } from '../../src/core/present/lessonMarkdown';
import { libraryOf } from './lessons';

describe('a lesson in a hover', () => {
  const lessonOf = (keys: string, body: string): Lesson => {
    const [lesson] = libraryOf(keys).lessons;
    assert.ok(lesson);
    return { ...lesson, body: { value: body } };
  };
  const check = (what: string, lesson: Lesson, expected: readonly string[], withAdvice = true) =>
    it(what, () => assert.deepEqual(lessonMarkdown(lesson, withAdvice).split('\n\n'), expected));
  const full = `advice: Ask the replica
severity: high
occurred: 2017-01-31
references: {type: INCIDENT, url: "https://a.example/b_(c)"}`;
  const origin =
    '[Incident at a\\.example](<https://a.example/b_(c)>) · *high severity, medium confidence, 2017\\-01\\-31, proposed*';
  const title = '**Lesson number 0**';
  const plain = '*medium severity, medium confidence, proposed*';
  const story = '## What happened\n\nIt *went*\nwrong.\n\nMore.\n\n';

  check(
    'tells what happened and what to do',
    lessonOf(full, `${story}## What to do instead\n\n\`\`\`ts\na();\n\`\`\`\n`),
    [title, origin, 'Ask the replica', 'It *went*\nwrong.', '**Instead:**', '```ts\na();\n```'],
  );
  check('without the advice', lessonOf(full, ''), [title, origin], false);
  check('takes a body without headings', lessonOf('', 'It went wrong.'), [title, plain, 'It went wrong.']);
  check('takes no heading for a story', lessonOf('', '## What happened\n\n## What to do instead\n'), [
    title,
    plain,
  ]);
  check('makes no image', lessonOf('', 'x ![a](https://spy.example/p.png)'), [
    ...[title, plain, 'x !\u200B[a](https://spy.example/p.png)'],
  ]);
  check('lets no title make a link', lessonOf('title: "[x](command:rm) <b>\\n`y`"', ''), [
    ...['**\\[x\\]\\(command:rm\\) \\<b\\> \\`y\\`**', plain],
  ]);
  check(
    'cuts a long story after a sentence',
    lessonOf('', `${'Word '.repeat(30)}end. ${'more '.repeat(90)}`),
    [...[title, plain, `${'Word '.repeat(30)}end. …`]],
  );
  check('or after a word', lessonOf('', 'word '.repeat(200)), [
    title,
    plain,
    `${'word '.repeat(48).trim()} …`,
  ]);
});
