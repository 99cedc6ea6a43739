import { isFailure } from '../core/lesson/problem';
import { problemRecord } from '../core/present/records';
import { command, formatOption, rootOption } from './command';
import { printJson } from './io';
import { openProject } from './project';
import { isWithin, pathsInside } from './projectFiles';
import { TextReport } from './textReport';

/** Lists what is wrong with the lesson files. Exit code 1 where anything is. */
export const lint = command({
  operands: '[PATH...]',
  meaning: 'what is wrong with the lesson files',
  options: { root: rootOption, format: formatOption },
  async run({ values, operands }, io) {
    const { library, root } = await openProject(io, values.root);
    const wanted = await pathsInside(root, operands, io.cwd);
    const problems = library.problems.filter(
      ({ path }) => wanted.length === 0 || wanted.some((folder) => isWithin(path, folder)),
    );
    if (values.format === 'json') {
      printJson(io, { version: 1, problems: problems.map(problemRecord) });
    } else {
      const report = new TextReport(root);
      io.stdout(await report.problems(problems));
      io.stdout(report.lintSummary(problems, library.paths.length));
    }
    return problems.some(isFailure) ? 1 : 0;
  },
});
