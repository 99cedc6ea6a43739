import { fullLessonRecord } from '../core/present/lessonRecord';
import { command, formatOption, rootOption } from './command';
import { printJson, UsageError } from './io';
import { lessonMeant } from './lessonMeant';
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
