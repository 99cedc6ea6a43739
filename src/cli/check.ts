import { isFailure } from '../core/lesson/problem';
import { type Level, levels } from '../core/lesson/vocabulary';
import { allFindings, type Finding } from '../core/present/findings';
import { matchRecord, problemRecord } from '../core/present/records';
import type { CheckOptions, PathOptions } from './arguments';
import { type Io, UsageError } from './io';
import { matchFile, openProject, type Project } from './project';
import { projectFiles } from './projectFiles';
import { TextReport } from './textReport';

/** Matches the project's files. Exit code 1 on a finding at or above `failOn`, or on a problem in a lesson file. */
export async function check(options: CheckOptions, io: Io): Promise<number> {
  const started = performance.now();
  const project = await openProject(io, options.root);
  const files = await projectFiles(project.root, project.git, options.paths, io.cwd);
  const { findings: found, skipped } = await findingsIn(project, files);
  const findings = found.filter(
    ({ match, level }) => level !== 'silent' && (options.all || match.class !== 'broad'),
  );
  const { problems, lessons } = project.library;
  if (skipped > 0) {
    io.stderr(`${skipped} files were skipped: too large, or not text.\n`);
  }
  if (options.format === 'json') {
    const stats = {
      files: files.length,
      lessons: lessons.length,
      ms: Math.round(performance.now() - started),
    };
    const report = {
      version: 1,
      matches: findings.map(matchRecord),
      problems: problems.map(problemRecord),
      stats,
    };
    io.stdout(`${JSON.stringify(report, undefined, 2)}\n`);
  } else {
    const report = new TextReport(project.root);
    io.stdout(await report.findings(findings));
    io.stdout(await report.problems(problems));
    io.stdout(report.summary(findings, problems, files.length, lessons.length));
  }
  return problems.some(isFailure) || findings.some(({ level }) => atLeast(level, options.failOn)) ? 1 : 0;
}

/** `lessons for`: every lesson that applies to the files, broad ones too. */
export async function listFor(options: PathOptions, io: Io): Promise<number> {
  if (options.paths.length === 0) {
    throw new UsageError('Name the files to look at: lessons for PATH...');
  }
  const project = await openProject(io, options.root);
  const files = await projectFiles(project.root, project.git, options.paths, io.cwd);
  const { findings } = await findingsIn(project, files);
  if (options.format === 'json') {
    io.stdout(`${JSON.stringify({ version: 1, matches: findings.map(matchRecord) }, undefined, 2)}\n`);
  } else {
    io.stdout(await new TextReport(project.root).findings(findings));
  }
  return 0;
}

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
