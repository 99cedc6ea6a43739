import { isFailure } from '../core/lesson/problem';
import { problemRecord } from '../core/present/records';
import type { PathOptions } from './arguments';
import type { Io } from './io';
import { openProject } from './project';
import { isWithin, pathsInside } from './projectFiles';
import { TextReport } from './textReport';

/** Lists what is wrong with the lesson files. Exit code 1 where anything is. */
export async function lint(options: PathOptions, io: Io): Promise<number> {
  const { library, root } = await openProject(io, options.root);
  const wanted = await pathsInside(root, options.paths, io.cwd);
  const problems = library.problems.filter(
    ({ path }) => wanted.length === 0 || wanted.some((folder) => isWithin(path, folder)),
  );
  if (options.format === 'json') {
    io.stdout(`${JSON.stringify({ version: 1, problems: problems.map(problemRecord) }, undefined, 2)}\n`);
  } else {
    const report = new TextReport(root);
    io.stdout(await report.problems(problems));
    io.stdout(report.lintSummary(problems, library.paths.length));
  }
  return problems.some(isFailure) ? 1 : 0;
}
