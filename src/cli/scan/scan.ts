import { display, type Finding } from '../../core/display/display';
import { ordinaryFacts } from '../../core/display/ordinaryFacts';
import { isSilencedBy, silenceIn } from '../../core/display/silence';
import { dayOf } from '../../core/lesson/calendar';
import type { Match } from '../../core/match/match';
import type { Suppression } from '../../core/match/suppressions/suppression';
import { GitBlobs } from '../gitBlobs';
import type { Project } from '../project';
import type { FileList } from '../projectFiles';
import { standingsIn } from '../standings';
import { broadFindings } from './broadFindings';
import { FileChecker } from './fileChecker';
import { restoredMatch } from './keptMatch';
import type { Machine } from './machine';
import { Progress } from './progress';
import { editionOf, ResultCache } from './resultCache';
import { RunResults } from './runResults';
import { runTasks, sizeOf } from './runTasks';
import { ScanFiles } from './scanFiles';
import { workerDataOf } from './scanWorker';
import type { FileShortfall, Skipped } from './skipped';

/** A file with comments that keep lessons quiet, and all that lessons have in it. */
export interface SuppressedFile {
  readonly path: string;
  readonly suppressions: readonly Suppression[];
  readonly matches: readonly Match[];
}

/** What the lessons have in a project's files, in the order of the files. */
export interface Scan {
  /** But for those that a comment in the code keeps quiet. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFile[];
  readonly skipped: readonly Skipped[];
  readonly shortfalls: readonly FileShortfall[];
  /** Why results could not be kept for the next run. */
  readonly unkept?: Error;
}

export interface ScanOptions {
  /** Whether matches count that mean a whole file. */
  readonly all: boolean;
  /** Whether results of earlier runs are used and kept. */
  readonly useCache: boolean;
  /** Whether these are all files of the project. */
  readonly isWhole: boolean;
}

/** Matches the project's files. The same files and lessons give the same, on one thread or several, cached or not. */
export async function scan(
  project: Project,
  { paths, skipped }: FileList,
  { all, useCache, isWhole }: ScanOptions,
  machine?: Machine,
): Promise<Scan> {
  const { root, library, tools, manifests } = project;
  const files = new ScanFiles(project, all);
  const cache =
    machine !== undefined && useCache
      ? new ResultCache(machine.cacheFolder, root, editionOf(machine.program))
      : undefined;
  const results = new RunResults(manifests, cache);
  const tasks = files.plan(paths, results);
  const blobs = new GitBlobs(root);
  const progress = new Progress(tasks.length, machine?.progress);
  const hands = {
    checker: new FileChecker(root, library, tools, blobs),
    machine,
    workerData: (program: string) => workerDataOf(root, program, library),
  };
  try {
    await runTasks(tasks, hands, (outcomes, readings) => {
      results.addManifests(readings);
      outcomes.forEach((outcome) => void files.take(outcome, results));
      progress.add(outcomes.length);
    });
  } finally {
    progress.end();
    blobs.dispose();
  }
  results.addManifests(manifests.takeRecent());
  const listed = new Set(paths);
  const isWorthwhile = cache?.isFound === true || sizeOf(tasks) >= (machine?.worthwhile ?? 0);
  const unkept = isWorthwhile ? results.save((path) => !isWhole || listed.has(path)) : undefined;
  return {
    findings: await findingsOf(project, paths, files, all),
    suppressed: paths.flatMap((path) => suppressedIn(project, path, files)),
    skipped: [...skipped, ...files.skipped].sort((a, b) => (a.path < b.path ? -1 : 1)),
    shortfalls: [...files.shortfalls].sort((a, b) => (a.path < b.path ? -1 : 1)),
    ...(unkept && { unkept }),
  };
}

async function findingsOf(
  project: Project,
  paths: readonly string[],
  files: ScanFiles,
  all: boolean,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const standingOf = standingsIn(project);
  for (const path of paths) {
    const found = files.found.get(path);
    if (found !== undefined) {
      const wanted = all ? found.matches : found.matches.filter((match) => match.class !== 'broad');
      const matches = wanted.flatMap((match) => restoredMatch(match, path, project.library.byId));
      const silenceOf = silenceIn(found.suppressions, dayOf(new Date()));
      const shown = display(matches, { ...ordinaryFacts(found.changed), silenceOf, standingOf });
      findings.push(...shown.filter((finding) => !isSilencedBy(finding, 'suppressed')));
    } else if (files.byPathOnly.has(path)) {
      findings.push(...(await broadFindings(project, path)));
    }
  }
  return findings;
}

function suppressedIn({ library }: Project, path: string, files: ScanFiles): SuppressedFile[] {
  const found = files.found.get(path);
  if (found === undefined || found.suppressions.length === 0) {
    return [];
  }
  const { suppressions } = found;
  const matches = found.matches.flatMap((match) => restoredMatch(match, path, library.byId));
  return [{ path, suppressions, matches }];
}
