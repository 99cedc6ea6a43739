import { isSilencedBy } from '../core/display/silence';
import { isFailure } from '../core/lesson/problem';
import { type Level, levels } from '../core/lesson/vocabulary';
import { matchRecord, problemRecord } from '../core/present/records';
import { command, formatOption, rootOption } from './command';
import { printJson, UsageError } from './io';
import { scanWhole } from './scan/packages';
import { gapsIn, remarksOn } from './scan/scanReport';
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
    'no-cache': { type: 'boolean', meaning: 'look at every file anew, and keep nothing for the next time' },
    root: rootOption,
    format: formatOption,
  },
  async run({ values, operands }, io) {
    const started = performance.now();
    const options = { all: values.all, useCache: !values['no-cache'] };
    const scanned = await scanWhole(io, values.root, operands, options);
    const { root, files, lessons } = scanned;
    const inLessons = scanned.problems.map(problemRecord);
    const problems = [...inLessons, ...scanned.inCode];
    const findings = scanned.findings.filter(
      (finding) =>
        finding.level !== 'silent' &&
        !isSilencedBy(finding, 'codified') &&
        (values.all || finding.match.class !== 'broad'),
    );
    io.stderr(remarksOn(scanned));
    if (values.format === 'json') {
      const ms = Math.round(performance.now() - started);
      printJson(io, {
        version: 1,
        matches: findings.map(matchRecord),
        problems,
        stats: { files, lessons, ms, ...gapsIn(scanned) },
      });
    } else {
      const report = new TextReport(root);
      io.stdout(await report.findings(findings));
      io.stdout(await report.problems(problems));
      io.stdout(report.summary(findings, inLessons, files, lessons));
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
    const scanned = await scanWhole(io, values.root, operands, { all: true, useCache: true });
    const { root, findings } = scanned;
    io.stderr(remarksOn(scanned));
    if (values.format === 'json') {
      printJson(io, { version: 1, matches: findings.map(matchRecord) });
    } else {
      io.stdout(await new TextReport(root).findings(findings));
    }
    return 0;
  },
});

function atLeast(level: Level, threshold: Level): boolean {
  return levels.indexOf(level) <= levels.indexOf(threshold);
}
