import { isFailure } from '../core/lesson/problem';
import { type Level, levels } from '../core/lesson/vocabulary';
import { allFindings, type Finding } from '../core/present/findings';
import { matchRecord, problemRecord } from '../core/present/records';
import { command, formatOption, rootOption } from './command';
import { printJson, UsageError } from './io';
import { matchFile, openProject, type Project } from './project';
import { projectFiles } from './projectFiles';
import { TextReport } from './textReport';

/** Matches the project's files. Exit code 1 on a finding at or above `--fail-on`, or on a problem in a lesson file. */
export const check = command({
  operands: '[PATH...]',
  meaning: "where the team's lessons apply to the code",
  options: {
    'fail-on': {
      type: 'string',
      value: 'LEVEL',
      among: ['error', 'warning', 'info', 'hint'],
      meaning: 'exit 1 from this level on: error (default), warning, info or hint',
    },
    all: { type: 'boolean', meaning: 'broad matches too, which mean a whole file' },
    root: rootOption,
    format: formatOption,
  },
  async run({ values, operands }, io) {
    const started = performance.now();
    const project = await openProject(io, values.root);
    const files = await projectFiles(project.root, project.git, operands, io.cwd);
    const { findings: found, skipped } = await findingsIn(project, files);
    const findings = found.filter(
      ({ match, level }) => level !== 'silent' && (values.all || match.class !== 'broad'),
    );
    const { problems, lessons } = project.library;
    if (skipped > 0) {
      io.stderr(`${skipped} files were skipped: too large, or not text.\n`);
    }
    if (values.format === 'json') {
      const ms = Math.round(performance.now() - started);
      printJson(io, {
        version: 1,
        matches: findings.map(matchRecord),
        problems: problems.map(problemRecord),
        stats: { files: files.length, lessons: lessons.length, ms },
      });
    } else {
      const report = new TextReport(project.root);
      io.stdout(await report.findings(findings));
      io.stdout(await report.problems(problems));
      io.stdout(report.summary(findings, problems, files.length, lessons.length));
    }
    const threshold = values['fail-on'] ?? 'error';
    return problems.some(isFailure) || findings.some(({ level }) => atLeast(level, threshold)) ? 1 : 0;
  },
});

export const listFor = command({
  operands: 'PATH...',
  meaning: 'every lesson that applies to these files, broad ones too',
  options: { root: rootOption, format: formatOption },
  async run({ values, operands }, io) {
    if (operands.length === 0) {
      throw new UsageError('Name the files to look at: lessons for PATH...');
    }
    const project = await openProject(io, values.root);
    const files = await projectFiles(project.root, project.git, operands, io.cwd);
    const { findings } = await findingsIn(project, files);
    if (values.format === 'json') {
      printJson(io, { version: 1, matches: findings.map(matchRecord) });
    } else {
      io.stdout(await new TextReport(project.root).findings(findings));
    }
    return 0;
  },
});

async function findingsIn(project: Project, files: readonly string[]) {
  const findings: Finding[] = [];
  let skipped = 0;
  for (const path of files) {
    const result = await matchFile(project, path);
    if (result === undefined) {
      skipped++;
      continue;
    }
    findings.push(...allFindings(result.matches, result.changed));
  }
  return { findings, skipped };
}

function atLeast(level: Level, threshold: Level): boolean {
  return levels.indexOf(level) <= levels.indexOf(threshold);
}
