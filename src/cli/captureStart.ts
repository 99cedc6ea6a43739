import { bestCandidate } from '../core/learn/bestCandidate';
import type { Candidate } from '../core/learn/candidate';
import { countCandidates } from '../core/learn/candidateCount';
import { candidatesFor } from '../core/learn/candidates';
import { type CaptureSite, siteOf } from '../core/learn/captureSite';
import type { Selection } from '../core/learn/draft';
import type { FoundFix } from '../core/learn/fix/foundFix';
import { learnFromFix } from '../core/learn/fromFix';
import { globOfPath } from '../core/lesson/glob';
import { isInLessonFolder } from '../core/library/files';
import type { Surroundings } from '../core/match/reach';
import { type Source, sourceOf } from '../core/match/source';
import { withoutPause } from '../core/match/turns';
import { holdersAround } from './around';
import { gitHistoryOf } from './gitHistory';
import { type Io, UsageError } from './io';
import { codeOf, needLessons, openFolder, openProject, type Project, rootOf } from './project';
import { codePathsInside, readText } from './projectFiles';
import { type WrittenPlace, writtenPlace } from './writtenPlace';

/** What is known of a lesson before anybody is asked. */
export interface CaptureStart {
  readonly project: Project;
  /** The project as it is searched. */
  readonly where: Surroundings;
  readonly site: CaptureSite;
  readonly fix?: FoundFix;
}

/** A lesson from nowhere, as far as the command line tells. */
export async function startNowhere(io: Io, root: string | undefined): Promise<CaptureStart> {
  return opened(io, await openProject(io, root));
}

/** @throws UsageError where there is no such commit */
export async function startAtFix(io: Io, root: string | undefined, revision: string): Promise<CaptureStart> {
  const project = await openProject(io, root);
  const history = await gitHistoryOf(project.root);
  if (history === undefined) {
    throw new UsageError(`${project.root} lies in no git repository, so there is no commit to learn from.`);
  }
  const fix = await learnFromFix(history, revision, project.tools);
  if (fix.kind === 'unknown-commit') {
    throw new UsageError(`There is no commit "${revision}" here. git log tells the commits.`);
  }
  return { ...(await opened(io, project)), fix };
}

/**
 * A lesson from a place in code goes to the nearest folder around it that has lessons.
 * @param kind how its code is looked for; without one, by what fits
 * @throws UsageError where there is no such place
 */
export async function startAtPlace(
  io: Io,
  rootOption: string | undefined,
  written: string,
  kind: Candidate['kind'] | undefined,
): Promise<CaptureStart> {
  const root = rootOf(io, rootOption);
  const place = writtenPlace(written);
  const [path = ''] = await codePathsInside(root, [place.file], io.cwd);
  if (isInLessonFolder(path)) {
    throw new UsageError(`${place.file} is a file of lessons. Name the code that the lesson is about.`);
  }
  const text = await readText(root, path);
  if (text === undefined) {
    throw new UsageError(`${place.file} cannot be read: it is not there, too large, or not text.`);
  }
  const [holder] = holdersAround(root, path);
  if (holder === undefined) {
    await needLessons(root);
  }
  const project = await openFolder(io, holder === undefined ? root : `${root}/${holder}`);
  const source = sourceOf(holder ? path.slice(holder.length + 1) : path, text);
  const start = await opened(io, project);
  return { ...start, site: await siteAt(source, place, kind, start) };
}

async function opened(io: Io, project: Project): Promise<CaptureStart> {
  const { git, tools, library } = project;
  const where: Surroundings = {
    ...{ project: await codeOf(project, io.cwd), tools, policy: library.policy },
    ...(git && { changedLinesOf: ({ path, text }) => git.changedLines(path, text) }),
  };
  return { project, where, site: {} };
}

async function siteAt(
  source: Source,
  { file, lines }: WrittenPlace,
  kind: Candidate['kind'] | undefined,
  { project, where }: CaptureStart,
): Promise<CaptureSite> {
  const commit = (await (await gitHistoryOf(project.root))?.commit('HEAD'))?.id;
  if (lines === undefined) {
    const evidence = { ...(commit !== undefined && { commit }), path: source.path };
    return { scopes: [{ paths: [globOfPath(source.path)] }], evidence: [evidence] };
  }
  const { text } = source;
  if (lines.last >= text.lineCount) {
    throw new UsageError(`${file} has ${text.lineCount} lines, so there is no line ${lines.last + 1} in it.`);
  }
  const selection = codeIn(source, {
    start: text.offsetAt({ line: lines.first, character: 0 }),
    end: text.offsetAt({ line: lines.last, character: text.line(lines.last).length }),
  });
  const candidate = await candidateFor(source, selection, kind, where);
  return siteOf(source, selection, await project.tools.symbols.symbolsOf(source), { commit, candidate });
}

/** Without the blanks around it; lines of blanks alone stand for what is around them. */
function codeIn({ text }: Source, { start, end }: Selection): Selection {
  const code = text.value.slice(start, end);
  return code.trim() === ''
    ? { start, end: start }
    : { start: start + code.length - code.trimStart().length, end: start + code.trimEnd().length };
}

async function candidateFor(
  source: Source,
  selection: Selection,
  kind: Candidate['kind'] | undefined,
  where: Surroundings,
): Promise<Candidate | undefined> {
  const candidates = await candidatesFor(source, selection, where.tools);
  if (kind !== undefined) {
    const found = candidates.find((one) => one.kind === kind);
    if (found === undefined) {
      const others = candidates.map((one) => one.kind).join(', ') || 'nothing';
      throw new UsageError(`The code there cannot be found by ${kind}. What finds it: ${others}.`);
    }
    return found;
  }
  const base = { languages: [source.language] };
  const counted = candidates.length < 2 ? [] : await countCandidates(candidates, base, where, withoutPause);
  return bestCandidate(counted ?? [], where.policy.budget.hitsPerLesson) ?? candidates[0];
}
