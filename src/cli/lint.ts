import { isFailure, type Problem } from '../core/lesson/problem';
import { isLessonPath } from '../core/library/files';
import { byPlace } from '../core/library/library';
import { folderProblems } from '../core/match/folderProblems';
import { structureProblems } from '../core/match/structure/structureProblems';
import { fixTitle } from '../core/present/fixWording';
import { problemRecord } from '../core/present/records';
import { command, formatOption, rootOption } from './command';
import { type Io, printJson } from './io';
import { type FixedFile, fixFiles } from './lintFix';
import { codeOf, openProject, type Project } from './project';
import { isWithin, pathsInside } from './projectFiles';
import { TextReport } from './textReport';

/** Lists what is wrong with the lesson files. Exit code 1 where anything is left. */
export const lint = command({
  operands: '[PATH...]',
  meaning: 'what is wrong with the lesson files, and where they name what is not there',
  options: {
    root: rootOption,
    fix: { type: 'boolean', meaning: 'mend what can only mean one thing; the rest is listed' },
    format: formatOption,
  },
  async run({ values, operands }, io) {
    const found = await openProject(io, values.root);
    const { root } = found;
    const wanted = await pathsInside(root, operands, io.cwd);
    const isWanted = (path: string) => wanted.length === 0 || wanted.some((folder) => isWithin(path, folder));
    const broken = [...found.library.problemsByPath.keys()].filter(
      (path) => isLessonPath(path) && isWanted(path),
    );
    const fixed = values.fix ? await fixFiles(root, found.library, broken) : [];
    const project = fixed.length > 0 ? await openProject(io, values.root) : found;
    const { library } = project;
    const problems = [
      ...library.problems.filter(({ path }) => isWanted(path)),
      ...(await hangingIn(project, isWanted, io)),
    ].sort(byPlace);
    if (values.format === 'json') {
      const records = fixed.flatMap(({ path, fixes }) =>
        fixes.map(({ problem, fix }) => ({ path, code: problem.code, fix: fixTitle(fix) })),
      );
      printJson(io, {
        version: 1,
        problems: problems.map(problemRecord),
        ...(values.fix && { fixed: records }),
      });
    } else {
      io.stdout(fixedText(fixed));
      io.stdout(await reportOf(root, problems, library.paths.length));
    }
    return problems.some(isFailure) ? 1 : 0;
  },
});

/** What the lessons say of code that is not there. */
async function hangingIn(
  project: Project,
  isWanted: (path: string) => boolean,
  io: Io,
): Promise<readonly Problem[]> {
  const { library, tools } = project;
  const compiled = library.compiled.filter(({ lesson }) => isWanted(lesson.path));
  const code = await codeOf(project, io.cwd);
  const asked = { ...library, compiled };
  return [
    ...(await folderProblems(asked, code, tools.symbols)),
    ...(await structureProblems(asked, await code.paths(), tools.structures)),
  ];
}

function fixedText(fixed: readonly FixedFile[]): string {
  return fixed
    .flatMap(({ path, fixes }) =>
      fixes.map(({ problem, fix }) => `${path}: fixed ${problem.code}: ${fixTitle(fix)}\n`),
    )
    .join('');
}

async function reportOf(root: string, problems: readonly Problem[], files: number): Promise<string> {
  const report = new TextReport(root);
  return (await report.problems(problems.map(problemRecord))) + report.lintSummary(problems, files);
}
