import assert from 'node:assert/strict';
import type { ImportFault, ImportKind } from '../../src/core/learn/imports/imported';
import { type ImportOutcome, ImportPlan } from '../../src/core/learn/imports/importPlan';
import { readImport } from '../../src/core/learn/imports/reading';
import type { Lesson } from '../../src/core/lesson/lesson';
import { parseLessonText } from '../../src/core/lesson/parse';
import { defaultPolicy } from '../../src/core/lesson/policy';
import { SourceText } from '../../src/core/text';

export const id = 'LSN-7K3QF2XM';

export function planFor(lessons: readonly Lesson[] = []): ImportPlan {
  return new ImportPlan(lessons, { policy: defaultPolicy, today: '2026-11-22', newId: () => id });
}

interface Given {
  readonly path?: string;
  readonly kind?: ImportKind;
  readonly lessons?: readonly Lesson[];
}

/** What an import makes of one file. */
export function imported(
  content: unknown,
  { path = 'a.json', kind, lessons = [] }: Given = {},
): { readonly outcomes: readonly ImportOutcome[]; readonly faults: readonly ImportFault[] } {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const reading = readImport({ path, text }, kind);
  const plan = planFor(lessons);
  return { outcomes: reading.imported.map((one) => plan.next(one)), faults: reading.faults };
}

export function lessonIn(text: string, path = '.lessons/a.md'): Lesson {
  const { lesson } = parseLessonText(path, new SourceText(text));
  assert.ok(lesson);
  return lesson;
}

/** The only lesson that an import makes of one file, read back. */
export function lessonFrom(content: unknown, given: Given = {}): Lesson {
  const { outcomes, faults } = imported(content, given);
  assert.deepEqual(faults, []);
  const [only, ...others] = outcomes;
  assert.equal(others.length, 0);
  assert.ok(only?.kind === 'new', only?.kind);
  return lessonIn(only.text);
}
