import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from 'yaml';
import type { Completion } from '../../src/core/author/completion';
import { completionsAt } from '../../src/core/author/completions';
import { placesAt } from '../../src/core/author/cursor';
import { parseLessonText } from '../../src/core/lesson/parse';
import { contains, type Position, SourceText } from '../../src/core/text';
import { context } from './authorContext';
import { accepted } from './cursorText';
import { lessonFiles } from './lessonFiles';
import { runs } from './runs';

describe('completions', () => {
  it('leave YAML that reads, and values that fit, at every place of every lesson', async () => {
    const demo = 'test/fixtures/demo/.lessons';
    const demos = readdirSync(demo).map((name) => readFileSync(`${demo}/${name}`, 'utf8'));
    const run = fc.asyncProperty(
      fc.oneof(fc.constantFrom(...demos), lessonFiles),
      fc.nat(),
      fc.nat(),
      async (file, at, choice) => {
        const text = new SourceText(file);
        const before = faults(text);
        fc.pre(!before.includes('yaml-syntax'));
        const end = text.value.indexOf('\n---', 4) + 1;
        const position = text.positionAt(at % end);
        const places = placesAt(text, position, 'lesson');
        const entries = (await Promise.all(places.map((place) => completionsAt(place, context)))).flat();
        fc.pre(entries.length > 0);
        const entry = entries[choice % entries.length] as Completion;
        const result = accepted(text, entry);
        const after = new SourceText(result.text);
        const told = `${JSON.stringify(entry.insert)} in ${JSON.stringify(result.text)}`;
        assert.equal(faults(after).includes('yaml-syntax'), false, told);
        if (
          text.line(position.line).slice(entry.range.start.character, entry.range.end.character).trim() === ''
        ) {
          assert.deepEqual(missing(leavesOf(text), leavesOf(after)), [], told);
        }
        if (entry.kind !== 'key') {
          const here = after.positionAt(result.cursor);
          assert.deepEqual(faults(after, here), [], told);
        }
      },
    );
    await fc.assert(run, { numRuns: runs(200) });
  });
});

const ofValues = [
  'yaml-syntax',
  'value-type',
  'value-unquoted',
  'value-unknown',
  'date-invalid',
  'id-invalid',
  'glob-invalid',
];

/** The problems that one value alone can have; with a place, those that stand there. */
function faults(text: SourceText, place?: Position): readonly string[] {
  return parseLessonText('a', text, context.library.policy)
    .problems.filter(
      ({ code, range }) => ofValues.includes(code) && (place === undefined || contains(range, place)),
    )
    .map(({ code }) => code);
}

/** Every value of the front matter with the way to it, without list positions. */
function leavesOf({ value }: SourceText): readonly string[] {
  const leaves = (data: unknown, way: string): readonly string[] =>
    typeof data === 'object' && data !== null
      ? Object.entries(data).flatMap(([key, inner]) =>
          leaves(inner, Array.isArray(data) ? way : `${way}.${key}`),
        )
      : data === null
        ? []
        : [`${way}=${String(data).trim()}`];
  const yaml = value.slice(4, value.indexOf('\n---', 4) + 1).replace('aliases: *t', "aliases: '*t'");
  return leaves(parse(yaml, { logLevel: 'silent' }), '');
}

function missing(before: readonly string[], after: readonly string[]): readonly string[] {
  const left = [...after];
  return before.filter((leaf) => {
    const at = left.indexOf(leaf);
    return at === -1 || left.splice(at, 1).length === 0;
  });
}
