import { severities, statuses } from '../core/lesson/vocabulary';
import { lessonsFor } from '../core/match/lessonQuery';
import { lessonRecord } from '../core/present/lessonRecord';
import { command, formatOption, rootOption } from './command';
import { printJson } from './io';
import { lessonRows } from './lessonRows';
import { listRemarks } from './listRemarks';
import { listed } from './phrases';
import { openLibrary } from './project';
import { codePathsInside } from './projectFiles';

/** Lists lessons. Exit code 0 also where none fits. */
export const list = command({
  operands: '',
  meaning: 'the lessons that there are, or those that fit',
  options: {
    status: {
      ...{ type: 'string', multiple: true, value: 'STATUS', among: statuses },
      meaning: listed(statuses, 'or'),
    },
    severity: {
      ...{ type: 'string', multiple: true, value: 'SEVERITY', among: severities },
      meaning: listed(severities, 'or'),
    },
    tag: { type: 'string', multiple: true, value: 'TAG', meaning: 'lessons with this tag' },
    path: {
      ...{ type: 'string', multiple: true, value: 'FILE' },
      meaning: 'lessons whose paths and languages let this file in; it need not exist yet',
    },
    root: rootOption,
    format: formatOption,
  },
  note: 'Of several values for one option any is enough; different options must all hold.',
  async run({ values }, io) {
    const { root, library } = await openLibrary(io, values.root);
    const { status, severity, tag } = values;
    const paths = await codePathsInside(root, values.path, io.cwd);
    const lessons = lessonsFor({ statuses: status, severities: severity, tags: tag, paths }, library);
    if (values.format === 'json') {
      printJson(io, { version: 1, lessons: lessons.map((lesson) => lessonRecord(lesson, library)) });
    } else {
      io.stdout(lessonRows(lessons));
    }
    const ignored = paths
      .filter((path) => library.ignores(path))
      .map((path) => `The team's config.yaml keeps all lessons away from ${path}.`);
    for (const remark of [...ignored, ...listRemarks(library, lessons.length)]) {
      io.stderr(`${remark}\n`);
    }
    return 0;
  },
});
