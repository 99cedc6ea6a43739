import { withoutPause } from '../core/match/turns';
import { lessonRecord } from '../core/present/lessonRecord';
import { LessonSearch } from '../core/search/lessonSearch';
import { command, formatOption, rootOption } from './command';
import { printJson, UsageError } from './io';
import { lessonRows } from './lessonRows';
import { limitOf } from './limit';
import { listRemarks } from './listRemarks';
import { count } from './phrases';
import { openLibrary } from './project';

const usualLimit = 20;

/** Finds lessons by words, in the same order as the editor. Exit code 0 also where none is found. */
export const search = command({
  operands: 'WORDS...',
  meaning: 'the lessons in which all of these words stand, the best first',
  options: {
    limit: { type: 'string', value: 'N', meaning: `how many to show at most (default: ${usualLimit})` },
    root: rootOption,
    format: formatOption,
  },
  note: 'Searched are title, advice, id, tags, symbols, aliases, CWE, paths, references and text. An id or the https\naddress of a reference finds its lesson first.',
  async run({ values, operands }, io) {
    const limit = limitOf(values.limit, usualLimit);
    if (operands.length === 0) {
      throw new UsageError(
        'Name the words to look for: lessons search WORDS. lessons list tells all lessons.',
      );
    }
    const { library } = await openLibrary(io, values.root);
    const question = { text: operands.join(' '), lessons: library.lessons, limit };
    const { hits = [], total = 0 } = (await new LessonSearch().find(question, withoutPause)) ?? {};
    if (values.format === 'json') {
      const lessons = hits.map(({ lesson, where }) => ({ ...lessonRecord(lesson, library), where }));
      printJson(io, { version: 1, total, lessons });
    } else {
      io.stdout(lessonRows(hits.map(({ lesson }) => lesson)));
    }
    const hidden = total - hits.length;
    const more = hidden === 0 ? [] : [`${count(hidden, 'more lesson')} found. --limit shows more.`];
    for (const remark of [...more, ...listRemarks(library, total)]) {
      io.stderr(`${remark}\n`);
    }
    return 0;
  },
});
