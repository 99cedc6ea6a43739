import { stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { type StarterFile, starterFiles, starterLesson } from '../core/author/starterFolder';
import { dayOf } from '../core/lesson/calendar';
import { newLessonId } from '../core/lesson/identity';
import { configPath, isLessonPath, lessonFolder } from '../core/library/files';
import { command, formatOption } from './command';
import { ignoringRule } from './git';
import { type Io, printJson, UsageError } from './io';
import { attributesFile, harmfulAttributes } from './lessonAttributes';
import { writeNew } from './newFile';
import { lessonFilesIn, unlessMissing } from './nodeFiles';
import { aligned } from './phrases';

const attributesPath = `${lessonFolder}/.gitattributes`;

interface Outcome {
  readonly path: string;
  readonly state: 'written' | 'kept';
}

/** Makes a folder for lessons. What is there already is kept as it is, so that it can be run again. */
export const init = command({
  operands: '',
  meaning: 'make a .lessons folder, with a config, a README and a first lesson',
  options: {
    root: { type: 'string', value: 'DIR', meaning: 'the folder to make it in (default: the current one)' },
    format: formatOption,
  },
  note: 'Files that are there are kept. Where there are lessons, no first one is written.',
  async run({ values }, io) {
    const root = await folderFor(io, values.root);
    const outcomes: Outcome[] = [];
    const present = await lessonFilesIn(root).list();
    for (const file of await filesFor(root, present)) {
      outcomes.push({
        path: file.path,
        state: (await writeUnlessThere(root, file, present)) ? 'written' : 'kept',
      });
    }
    if (values.format === 'json') {
      printJson(io, { version: 1, files: outcomes });
    } else {
      io.stdout(aligned(outcomes.map(({ path, state }) => [state, relative(io.cwd, join(root, path))])));
      if (outcomes.some(({ state }) => state === 'written')) {
        io.stdout('\nNext: lessons capture PATH:LINE where something went wrong, and commit the folder.\n');
      }
    }
    for (const warning of await warningsOn(root)) {
      io.stderr(`${warning}\n`);
    }
    return 0;
  },
});

async function folderFor(io: Io, rootOption: string | undefined): Promise<string> {
  const root = resolve(io.cwd, rootOption ?? '.');
  const facts = await unlessMissing(() => stat(root));
  if (!facts?.isDirectory()) {
    throw new UsageError(`There is no folder ${root}. Make it first, or choose another with --root.`);
  }
  const folder = await unlessMissing(() => stat(join(root, lessonFolder)));
  if (folder !== undefined && !folder.isDirectory()) {
    throw new UsageError(
      `${lessonFolder} in ${root} is a file, and lessons need a folder of that name. Rename it.`,
    );
  }
  return root;
}

/**
 * What a folder should have, first what every one has. The first lesson and the attributes are for those that need them,
 * and named where they are there.
 * @param present the files below the lesson folder
 */
async function filesFor(root: string, present: readonly string[]): Promise<readonly StarterFile[]> {
  const harm = await harmfulAttributes(root);
  const id = newLessonId((bytes) => crypto.getRandomValues(bytes));
  const first = starterLesson(id, dayOf(new Date()));
  const needsFirst = !present.some(isLessonPath) || present.includes(first.path);
  return [
    ...starterFiles(),
    ...(needsFirst ? [first] : []),
    ...(harm !== undefined || present.includes(attributesPath)
      ? [{ path: attributesPath, text: harm === undefined ? '' : attributesFile(harm) }]
      : []),
  ];
}

/** A name in other capitals is the same file on many disks, so it counts as there. */
async function writeUnlessThere(
  root: string,
  { path, text }: StarterFile,
  present: readonly string[],
): Promise<boolean> {
  const isThere = present.some((known) => known.toLowerCase() === path.toLowerCase());
  return !isThere && (await writeNew(join(root, path), text));
}

/** What would keep the lessons from the team, and is not ours to change. */
async function warningsOn(root: string): Promise<readonly string[]> {
  const [harm, rule] = await Promise.all([harmfulAttributes(root), ignoringRule(root, configPath)]);
  return [
    ...(harm === undefined
      ? []
      : [
          `git still treats lessons as ${harm.found.join(', ')}, by ${attributesPath} or .git/info/attributes. There this line is missing: ${harm.line}`,
        ]),
    ...(rule === undefined
      ? []
      : [
          `git ignores ${lessonFolder} (${rule}), so nobody else gets the lessons. Take it out of what is ignored.`,
        ]),
  ];
}
