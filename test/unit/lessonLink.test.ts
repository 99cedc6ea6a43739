import assert from 'node:assert/strict';
import type { Lesson } from '../../src/core/lesson/lesson';
import { type LinkPlace, lessonLink } from '../../src/core/present/lessonLink';
import { libraryOf } from './lessons';

describe('a link to a lesson', () => {
  const [plain] = libraryOf('').lessons as [Lesson];
  const check = (place: LinkPlace, title: string, expected: string) =>
    it(expected, () => assert.equal(lessonLink({ ...plain, title }, place), expected));
  const leads = (from: string, to: string, expected: string) =>
    check({ isMarkdown: true, way: { from, to } }, 'Title', `[LSN-00000001: Title](${expected})`);
  const reads = (title: string, expected: string) =>
    check(
      { isMarkdown: true, way: { from: 'a.md', to: 'b.md' } },
      title,
      `[LSN-00000001: ${expected}](b.md)`,
    );

  leads('README.md', '.lessons/a.md', '.lessons/a.md');
  leads('docs/a/b.md', '.lessons/c.md', '../../.lessons/c.md');
  leads('.lessons/a.md', '.lessons/b.md', 'b.md');
  leads('.lessons/x/a.md', '.lessons/x/y/b.md', 'y/b.md');
  leads('.lessons/x/y/a.md', '.lessons/x/b.md', '../b.md');
  leads('a/a/b.md', 'a/b/a.md', '../b/a.md');
  leads('a.md', '.lessons/é (1) [2] #?%.md', '.lessons/%C3%A9%20%281%29%20%5B2%5D%20%23%3F%25.md');
  reads(
    'a](https://b.example) <c> `d` *e* _f_ \\',
    'a\\](https://b.example) \\<c\\> \\`d\\` \\*e\\* \\_f\\_ \\\\',
  );
  reads('one\n# two', 'one # two');
  reads('one\u202etwo', 'one\uFFFDtwo');
  check({ isMarkdown: false, way: { from: 'a.ts', to: 'b.md' } }, 'a [b]', 'LSN-00000001 a [b]');
  check({ isMarkdown: true }, 'a [b]', 'LSN-00000001 a [b]');
});
