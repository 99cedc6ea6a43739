import type { Lesson } from '../core/lesson/lesson';
import type { Library } from '../core/library/library';
import { lookUp } from '../core/library/lookup';
import { harmlessLine } from '../core/present/harmlessText';
import { fullLessonRecord } from '../core/present/lessonRecord';
import { command, formatOption, rootOption } from './command';
import { printJson, UsageError } from './io';
import { lessonText } from './lessonText';
import { openLibrary } from './project';

/** Prints one lesson whole. Exit code 2 where no lesson is meant. */
export const show = command({
  operands: 'ID',
  meaning: 'one lesson, whole; the beginning of its id is enough',
  options: { root: rootOption, format: formatOption },
  async run({ values, operands }, io) {
    const [id, ...others] = operands;
    if (id === undefined || others.length > 0) {
      throw new UsageError('Name one lesson by its id: lessons show ID. lessons list tells the ids.');
    }
    const { library } = await openLibrary(io, values.root);
    const lesson = lessonMeant(id, library);
    if (values.format === 'json') {
      printJson(io, { version: 1, lesson: fullLessonRecord(lesson, library) });
    } else {
      io.stdout(lessonText(lesson, library));
    }
    return 0;
  },
});

const mostNamed = 5;

function lessonMeant(id: string, library: Library): Lesson {
  const lookup = lookUp(id, library);
  switch (lookup.kind) {
    case 'found':
      return lookup.lesson;
    case 'ambiguous':
      throw new UsageError(
        `${lookup.lessons.length} ids begin with "${id}". Write more of one:\n${rows(lookup.lessons)}`,
      );
    case 'unknown':
      throw new UsageError(
        lookup.nearest.length === 0
          ? `No lesson has the id "${id}". lessons list tells the ids.`
          : `No lesson has the id "${id}". The nearest:\n${rows(lookup.nearest)}`,
      );
  }
}

function rows(lessons: readonly Lesson[]): string {
  const named = lessons.slice(0, mostNamed).map(({ id, title }) => `  ${id}  ${harmlessLine(title)}`);
  return [...named, ...(lessons.length > mostNamed ? ['  ...'] : [])].join('\n');
}
