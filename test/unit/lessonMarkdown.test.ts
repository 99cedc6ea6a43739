import assert from 'node:assert/strict';
import type { Lesson } from '../../src/core/lesson/lesson';
import { lessonMarkdown } from '../../src/core/present/lessonMarkdown';
import { libraryOf } from './lessons';

describe('a lesson in a hover', () => {
  const lessonOf = (keys: string, body: string): Lesson => {
    const [lesson] = libraryOf(keys).lessons;
    assert.ok(lesson);
    return { ...lesson, body };
  };
  const check = (what: string, lesson: Lesson, expected: string, withAdvice = true) =>
    it(what, () => assert.equal(lessonMarkdown(lesson, withAdvice), expected));
  const keys =
    'advice: Ask the replica\nseverity: high\noccurred: 2017-01-31\nreferences: {type: INCIDENT, url: "https://a.example/b_(c)"}';
  const footer =
    '[Incident at a\\.example](<https://a.example/b_(c)>) · *high severity, medium confidence, 2017\\-01\\-31, proposed*';

  check(
    'tells what happened and what to do',
    lessonOf(
      keys,
      '## What happened\n\nIt *went*\nwrong.\n\nMore.\n\n## What to do instead\n\n```ts\na();\n```\n',
    ),
    `**Lesson number 0**\n\nAsk the replica\n\nIt *went*\nwrong.\n\n**Instead:**\n\n\`\`\`ts\na();\n\`\`\`\n\n${footer}`,
  );
  check('without the advice', lessonOf(keys, ''), `**Lesson number 0**\n\n${footer}`, false);
  check(
    'takes a body without headings',
    lessonOf('', 'It went wrong.'),
    '**Lesson number 0**\n\nIt went wrong\\.'.replace('\\', '') +
      '\n\n*medium severity, medium confidence, proposed*',
  );
  check(
    'makes no image',
    lessonOf('', 'x ![a](https://spy.example/p.png)'),
    '**Lesson number 0**\n\nx !\u200B[a](https://spy.example/p.png)\n\n*medium severity, medium confidence, proposed*',
  );
  check(
    'lets no title make a link',
    lessonOf('title: "[x](command:rm) <b>\\n`y`"', ''),
    '**\\[x\\]\\(command:rm\\) \\<b\\> \\`y\\`**\n\n*medium severity, medium confidence, proposed*',
  );
  check(
    'cuts a long story at a word',
    lessonOf('', 'word '.repeat(200)),
    `**Lesson number 0**\n\n${'word '.repeat(96).trim()} …\n\n*medium severity, medium confidence, proposed*`,
  );
});
