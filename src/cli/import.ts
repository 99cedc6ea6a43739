import { join } from 'node:path';
import { pathsFor } from '../core/learn/draft';
import type { ImportKind } from '../core/learn/imports/imported';
import { type ImportOutcome, ImportPlan } from '../core/learn/imports/importPlan';
import { readImport } from '../core/learn/imports/reading';
import { dayOf } from '../core/lesson/calendar';
import { newLessonId } from '../core/lesson/identity';
import { importFaultMessage, importOutcomeMessage } from '../core/present/importWording';
import { command, formatOption, rootOption } from './command';
import { type FileToImport, filesToImport } from './importFiles';
import { type Done, type Failed, importRecord, tellImport } from './importReport';
import { printJson, UsageError } from './io';
import { NewFiles } from './newFile';
import { openLibrary } from './project';

/** Makes proposed lessons of what others wrote. Exit code 1 where something could not be read. */
export const importLessons = command({
  operands: 'FILE|FOLDER...',
  meaning: 'propose lessons from OSV records, post-mortems, SARIF, CodeTours',
  options: {
    osv: { type: 'boolean', meaning: 'the files are OSV records (JSON)' },
    'post-mortem': { type: 'boolean', meaning: 'the files are post-mortems (Markdown)' },
    sarif: { type: 'boolean', meaning: 'the files are SARIF 2.1 logs; a lesson for each rule' },
    'code-tour': { type: 'boolean', meaning: 'the files are CodeTours; a lesson for each tour' },
    print: { type: 'boolean', meaning: 'print the lessons and write nothing' },
    root: rootOption,
    format: formatOption,
  },
  note: `What a file is can be told from it; say it where it cannot. Prints the paths of new lessons, and on stderr what was
there already. A lesson that is there is left as it is, so that the same import adds nothing the second time.`,
  async run({ values, operands }, io) {
    const kind = kindIn(values);
    if (operands.length === 0) {
      throw new UsageError('Name a file or a folder: lessons import FILE.');
    }
    if (values.print && values.format === 'json') {
      throw new UsageError('--print prints the lessons as they would be written. Leave out --format json.');
    }
    const { root, library } = await openLibrary(io, values.root);
    const plan = new ImportPlan(library.lessons, {
      policy: library.policy,
      today: dayOf(new Date()),
      newId: () => newLessonId((bytes) => crypto.getRandomValues(bytes)),
    });
    const files = new NewFiles();
    const done: Done[] = [];
    const failed: Failed[] = [];
    for await (const one of filesToImport(operands, { root, cwd: io.cwd, kind })) {
      for (const outcome of outcomesOf(one, kind, plan, failed)) {
        done.push({
          ...outcome,
          file: one.name,
          ...(values.print ? {} : await written(outcome, root, files)),
        });
      }
    }
    if (values.format === 'json') {
      printJson(io, {
        version: 1,
        lessons: done.filter(({ kind }) => kind !== 'unusable').map(importRecord),
        problems: failed,
      });
    } else {
      tellImport(done, failed, { root, isPrint: values.print }, io);
    }
    return failed.length === 0 ? 0 : 1;
  },
});

function kindIn(values: Readonly<Record<ImportKind, boolean>>): ImportKind | undefined {
  const [kind, other] = (['osv', 'post-mortem', 'sarif', 'code-tour'] as const).filter((one) => values[one]);
  if (other !== undefined) {
    throw new UsageError(`A file is of one kind: --${kind} or --${other}.`);
  }
  return kind;
}

function outcomesOf(
  one: FileToImport,
  kind: ImportKind | undefined,
  plan: ImportPlan,
  failed: Failed[],
): readonly ImportOutcome[] {
  const fail = (code: string, message: string) => failed.push({ file: one.name, code, message });
  if (one.kind === 'fault') {
    const { fault } = one;
    fail(
      typeof fault === 'string' ? fault : fault.code,
      typeof fault === 'string' ? plainFaults[fault] : importFaultMessage(fault),
    );
    return [];
  }
  const { imported, faults } = readImport(one.file, kind);
  for (const fault of faults) {
    // A folder holds other files too.
    if (!(one.isFound && fault.code === 'unknown-kind')) {
      fail(fault.code, importFaultMessage(fault));
    }
  }
  const outcomes = imported.map((lesson) => plan.next(lesson));
  for (const outcome of outcomes.filter(({ kind }) => kind === 'unusable')) {
    fail('unusable', importOutcomeMessage(outcome) ?? '');
  }
  return outcomes;
}

const plainFaults = {
  missing: 'There is no such file.',
  unreadable: 'The file cannot be read.',
  'empty-folder': 'The folder holds no file that lessons can be made of.',
} as const;

async function written(
  outcome: ImportOutcome,
  root: string,
  files: NewFiles,
): Promise<Pick<Done, 'written'>> {
  if (outcome.kind !== 'new') {
    return {};
  }
  for (const path of pathsFor(outcome.draft)) {
    if (await files.write(join(root, path), outcome.text)) {
      return { written: path };
    }
  }
  throw new Error(
    `There are files already where ${outcome.source} would be written: ${pathsFor(outcome.draft).join(', ')}.`,
  );
}
