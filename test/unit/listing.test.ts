import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lessonFilter } from '../../src/core/display/lessonFilter';
import { listedLessons } from '../../src/core/display/listing';
import { LessonOutline } from '../../src/core/display/outline';
import { ordinaryStanding } from '../../src/core/display/standing';
import { parseLessonText } from '../../src/core/lesson/parse';
import { defaultPolicy } from '../../src/core/lesson/policy';
import { buildLibrary } from '../../src/core/library/library';
import { withoutPause } from '../../src/core/match/turns';
import { groupLabel } from '../../src/core/present/groupWording';
import { SourceText } from '../../src/core/text';
import { libraryOf } from './lessons';
import { runs } from './runs';

const facts = { policy: defaultPolicy, today: '2026-03-31', standingOf: () => ordinaryStanding };

describe('the list of all lessons', () => {
  it('is sorted by title, whatever their number', () =>
    fc.assert(
      fc.asyncProperty(
        fc.infiniteStream(fc.stringMatching(/^[a-zA-Z]{2}$/)),
        fc.array(fc.constantFrom(0, 3, 249, 250, 251, 800), { minLength: 1, maxLength: 2 }),
        async (names, counts) => {
          const folders = counts.map((count) => ({
            name: 'harbor',
            library: buildLibrary(
              [...names.take(count)].map((name, at) =>
                parseLessonText(
                  `.lessons/${at}.md`,
                  new SourceText(
                    `---\nid: LSN-${String(at).padStart(8, '0')}\ntitle: Lesson ${name}\nstatus: ${at % 7 === 0 ? 'deprecated' : 'accepted'}\n---\n`,
                  ),
                ),
              ),
            ),
          }));
          const listed = await listedLessons(folders, () => facts, withoutPause);
          const { compare } = new Intl.Collator();
          const expected = folders
            .flatMap(({ library }) => library.lessons)
            .sort(
              (a, b) =>
                Number(a.status === 'deprecated') - Number(b.status === 'deprecated') ||
                compare(a.title, b.title),
            );
          assert.deepEqual(
            listed?.map(({ lesson }) => lesson.title),
            expected.map(({ title }) => title),
          );
        },
      ),
      { numRuns: runs(3) },
    ));

  it('is given up where nobody wants it any more', async () => {
    const folder = { name: 'harbor', library: libraryOf('') };
    assert.equal(await listedLessons([folder], () => facts, { next: async () => false }), undefined);
  });

  it('is looked at through a filter, and by urgency', async () => {
    const library = libraryOf('', 'tags: a', 'created: 2026-01-01\ntags: a', 'status: accepted\ntags: a');
    const listed = await listedLessons([{ name: 'harbor', library }], () => facts, withoutPause);
    const outline = new LessonOutline(listed ?? [], 'status', lessonFilter('lesson'));
    const numbers = (lessons: typeof outline.lessons) =>
      lessons.map(({ lesson }) => lesson.title.at(-1)).join('');
    assert.equal(numbers(outline.lessons), '0123');
    assert.deepEqual(
      outline.review.map(({ name, lessons }) => `${groupLabel(name)}: ${numbers(lessons)}`),
      ['Proposed long ago: 2', 'Proposed: 01'],
    );
    assert.equal(outline.countOfReview, 3);
    const tagged = new LessonOutline(listed ?? [], 'status', lessonFilter('00000003'));
    assert.deepEqual(
      tagged.groups.map(({ key, lessons }) => [key, numbers(lessons)]),
      [['proposed', '2']],
    );
  });
});
