import { join } from 'node:path';
import type { Finding } from '../../core/display/display';
import { grouped } from '../../core/grouped';
import { dayOf } from '../../core/lesson/calendar';
import type { Problem } from '../../core/lesson/problem';
import { type SuppressionFacts, suppressionProblems } from '../../core/match/suppressions/suppressionProblem';
import { type ProblemRecord, suppressionRecord } from '../../core/present/records';
import { comparePositions } from '../../core/text';
import type { Io } from '../io';
import { needLessons, openFolder, type Project, rootOf } from '../project';
import { type FileList, isWithin, listFiles } from '../projectFiles';
import { type Scan, type ScanOptions, scan } from './scan';

/** What the lessons of a folder, and of the packages below it, have in its files. */
export interface WholeScan extends Omit<Scan, 'suppressed'> {
  readonly root: string;
  readonly problems: readonly Problem[];
  /** What is wrong with comments in code that keep lessons quiet. */
  readonly inCode: readonly ProblemRecord[];
  /** How many there are. */
  readonly files: number;
  readonly lessons: number;
}

/** One folder with lessons, and where it lies below the root: empty for the root itself. */
interface Part {
  readonly folder: string;
  readonly project: Project;
  readonly scan: Scan;
}

/**
 * Checks files with the lessons of every folder around them. Paths are relative to the root; of two lessons with one id
 * the one that is nearer to a file counts for it.
 * @param only files and folders, relative to the current one; empty for all
 */
export async function scanWhole(
  io: Io,
  rootOption: string | undefined,
  only: readonly string[],
  options: Omit<ScanOptions, 'isWhole'>,
): Promise<WholeScan> {
  const root = rootOf(io, rootOption);
  const project = await openFolder(io, root);
  const list = await listFiles(root, project.git, only, io.cwd);
  if (list.packages.length === 0) {
    await needLessons(root);
  }
  const parts: Part[] = [];
  for (const folder of ['', ...list.packages]) {
    const own = folder === '' ? project : await openFolder(io, join(root, folder));
    const found = await scan(
      own,
      below(folder, list),
      { ...options, isWhole: only.length === 0 },
      io.machine,
    );
    parts.push({ folder, project: own, scan: found });
  }
  return {
    root,
    ...joined(parts),
    inCode: problemsInCode(parts),
    files: list.paths.length,
    lessons: parts.reduce((sum, part) => sum + part.project.library.lessons.length, 0),
  };
}

/** The files below a folder, relative to it. */
function below(folder: string, list: FileList): FileList {
  if (folder === '') {
    return list;
  }
  const start = folder.length + 1;
  return {
    paths: list.paths.filter((path) => isWithin(path, folder)).map((path) => path.slice(start)),
    // The outermost folder has told of them.
    skipped: [],
    packages: [],
  };
}

function joined(parts: readonly Part[]): Omit<Scan, 'suppressed'> & Pick<WholeScan, 'problems'> {
  const unkept = parts.find((part) => part.scan.unkept !== undefined)?.scan.unkept;
  const findings = parts.flatMap((part) =>
    part.scan.findings
      .map((finding) => raised(finding, part.folder))
      .filter(({ match }) => !isOverridden(match.lesson.id, match.path, part, parts)),
  );
  return {
    findings: parts.length === 1 ? findings : findings.sort(byPlace),
    problems: parts.flatMap(({ folder, project }) =>
      project.library.problems.map((problem) => ({ ...problem, path: inRoot(problem.path, folder) })),
    ),
    skipped: distinct(
      parts.flatMap(({ folder, scan: { skipped } }) =>
        skipped.map((one) => ({ ...one, path: inRoot(one.path, folder) })),
      ),
    ),
    shortfalls: distinct(
      parts.flatMap(({ folder, scan: { shortfalls } }) =>
        shortfalls.map((one) => ({ ...one, path: inRoot(one.path, folder) })),
      ),
    ),
    ...(unkept && { unkept }),
  };
}

/** Whether a folder nearer to the file has a lesson of this id. */
function isOverridden(id: string, path: string, { folder }: Part, parts: readonly Part[]): boolean {
  return parts.some(
    (other) =>
      other.folder.length > folder.length &&
      isWithin(path, other.folder) &&
      other.project.library.byId.has(id),
  );
}

/** A comment may be about a lesson of any folder around it, and is judged by what all of them have in the file. */
function problemsInCode(parts: readonly Part[]): readonly ProblemRecord[] {
  const suppressed = parts.flatMap((part) =>
    part.scan.suppressed.map((file) => ({ ...file, part, inRoot: inRoot(file.path, part.folder) })),
  );
  return [...grouped(suppressed, (file) => file.inRoot)].flatMap(([path, files]) => {
    const around = parts.filter(({ folder }) => folder === '' || isWithin(path, folder));
    const isWhole = around.every(({ folder, scan: { shortfalls } }) =>
      shortfalls.every((one) => inRoot(one.path, folder) !== path),
    );
    const facts: SuppressionFacts = {
      today: dayOf(new Date()),
      known: { has: (id) => around.some(({ project }) => project.library.byId.has(id)) },
      matches: files.flatMap(({ matches, part }) =>
        matches.filter(({ lesson }) => !isOverridden(lesson.id, path, part, parts)),
      ),
      // Where a file could not be looked at as a whole, nobody knows whether a comment is needed.
      isSought: () => isWhole,
    };
    return suppressionProblems(files[0]?.suppressions ?? [], facts).map((one) =>
      suppressionRecord(path, one),
    );
  });
}

/** The same finding with paths relative to the root. */
function raised(finding: Finding, folder: string): Finding {
  if (folder === '') {
    return finding;
  }
  const { match } = finding;
  const lesson = { ...match.lesson, path: inRoot(match.lesson.path, folder) };
  return { ...finding, match: { ...match, lesson, path: inRoot(match.path, folder) } };
}

function inRoot(path: string, folder: string): string {
  return folder === '' ? path : `${folder}/${path}`;
}

function byPlace({ match: a }: Finding, { match: b }: Finding): number {
  const zero = { line: -1, character: 0 };
  return a.path === b.path
    ? comparePositions(a.range?.start ?? zero, b.range?.start ?? zero)
    : a.path < b.path
      ? -1
      : 1;
}

/** Several folders may have met the same obstacle. */
function distinct<T>(all: readonly T[]): T[] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}
