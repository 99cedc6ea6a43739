import { severities, statuses } from '../core/lesson/vocabulary';
import type { Library } from '../core/library/library';
import { lessonsFor } from '../core/match/lessonQuery';
import { harmlessLine } from '../core/present/harmlessText';
import { lessonRecord } from '../core/present/lessonRecord';
import { command, formatOption, rootOption } from './command';
import { printJson } from './io';
import { aligned, count, listed } from './phrases';
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
      io.stdout(
        aligned(
          lessons.map(({ id, status, severity, title, frontMatter: { withdrawn } }) => [
            ...[id, withdrawn === undefined ? status : `${status}, withdrawn`, severity],
            harmlessLine(title),
          ]),
        ),
      );
    }
    for (const remark of remarksOn(library, lessons.length, paths)) {
      io.stderr(`${remark}\n`);
    }
    return 0;
  },
});

/** What a list does not show by itself: why it is empty, or not whole. */
function remarksOn(library: Library, shown: number, paths: readonly string[]): string[] {
  const { length: known } = library.lessons;
  const unusable = library.paths.length - known;
  const remarks = paths
    .filter((path) => library.ignores(path))
    .map((path) => `The team's config.yaml keeps all lessons away from ${path}.`);
  if (library.paths.length === 0) {
    remarks.push('There are no lessons yet. lessons new "TITLE" writes the first one.');
  } else if (shown === 0 && known > 0) {
    remarks.push(`None of ${count(known, 'lesson')} fits.`);
  }
  if (unusable > 0) {
    remarks.push(`${count(unusable, 'lesson file')} cannot be used, and lessons lint tells why.`);
  }
  return remarks;
}
