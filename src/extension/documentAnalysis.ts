import { display, type Finding } from '../core/display/display';
import type { Show } from '../core/display/facts';
import { silenceIn } from '../core/display/silence';
import type { Standing } from '../core/display/standing';
import type { LineStretch } from '../core/match/alignedLines';
import type { ChangedLines } from '../core/match/changedLines';
import type { Match } from '../core/match/match';
import type { Suppression } from '../core/match/suppressions/suppression';
import { comparePositions } from '../core/text';
import type { LessonFolder } from './lessonFolder';

/** A finding with the folder that its lesson lies in. */
export interface FoundFinding extends Finding {
  readonly folder: LessonFolder;
}

/** What is known of one document's live text; every surface shows what stands here, and nothing else. */
export interface Analysis {
  /** Those whose lessons may apply, the nearest first. */
  readonly folders: readonly LessonFolder[];
  /** In the order of the text; what means the whole file comes first. */
  readonly findings: readonly FoundFinding[];
  readonly changed: ChangedLines;
  readonly suppressions: readonly Suppression[];
  /** Whether all that lessons look for was looked for, and nothing was guessed from the text before. */
  readonly isComplete: boolean;
}

/** What the lessons of the folders around a document have in its text. */
export interface MatchedDocument {
  readonly folders: readonly LessonFolder[];
  readonly found: readonly FoundMatch[];
  readonly changed: ChangedLines;
  /** The comments in the text that keep lessons quiet. */
  readonly suppressions: readonly Suppression[];
  /** The regions that a merge has left to be decided. */
  readonly conflicts: readonly LineStretch[];
  readonly isComplete: boolean;
}

export interface FoundMatch {
  readonly folder: LessonFolder;
  readonly match: Match;
}

/** What the display of a document depends on besides its matches. */
export interface Surroundings {
  readonly show: Show;
  /** YYYY-MM-DD */
  readonly today: string;
  standingOf(folder: LessonFolder, match: Match): Standing;
}

/** Applies the policy of display to all matches of a document together, under the policy of the nearest folder. */
export function analysisOf(
  { folders, found, changed, suppressions, conflicts, isComplete }: MatchedDocument,
  around: Surroundings,
): Analysis {
  const [nearest] = folders;
  const folderOf = new Map(found.map(({ folder, match }) => [match, folder]));
  if (nearest === undefined) {
    return { folders, findings: [], changed, suppressions, isComplete };
  }
  const findings = display([...folderOf.keys()], {
    ...{ changed, conflicts, show: around.show },
    budget: nearest.library.policy.budget,
    standingOf: (match) => around.standingOf(folderOf.get(match) ?? nearest, match),
    silenceOf: silenceIn(suppressions, around.today),
  });
  const withFolders = findings.map((finding) => ({
    ...finding,
    folder: folderOf.get(finding.match) ?? nearest,
  }));
  return { folders, findings: withFolders, changed, suppressions, isComplete };
}

/** The matches of several folders as one list; a lesson that a nearer folder has under the same id stands aside. */
export function mergedMatches(
  all: readonly (readonly FoundMatch[])[],
  folders: readonly LessonFolder[],
): FoundMatch[] {
  const isLocal = ({ folder, match }: FoundMatch) =>
    folders.find(({ library }) => library.byId.has(match.lesson.id)) === folder;
  return all
    .flat()
    .filter(isLocal)
    .sort((a, b) => byPlace(a.match, b.match));
}

function byPlace(a: Match, b: Match): number {
  if (a.range === undefined || b.range === undefined) {
    return Number(a.range !== undefined) - Number(b.range !== undefined);
  }
  return comparePositions(a.range.start, b.range.start);
}
