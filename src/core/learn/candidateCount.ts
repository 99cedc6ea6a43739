import type { Lesson, Scope } from '../lesson/lesson';
import { parseLessonText } from '../lesson/parse';
import { reachOf, type Surroundings } from '../match/reach';
import type { Turns } from '../match/turns';
import { SourceText } from '../text';
import type { Candidate } from './candidate';
import { formatDraft } from './draft';

/** A candidate, and what it has in a project. */
export interface CountedCandidate extends Candidate {
  readonly hits: number;
  /** Those with hits. */
  readonly files: number;
  /** Whether there may be more. */
  readonly isCut: boolean;
}

/**
 * What each of the candidates would have in a project, in their order.
 * @param base what else the scope asks for; nothing of it is the whole project
 * @returns `undefined` where nobody wants the answer any more
 */
export async function countCandidates(
  candidates: readonly Candidate[],
  base: Scope,
  where: Surroundings,
  turns: Turns,
): Promise<readonly CountedCandidate[] | undefined> {
  const counted: CountedCandidate[] = [];
  for (const candidate of candidates) {
    const scope = withCandidate(base, candidate);
    const lesson = lessonWith(scope);
    const [indexed] = lesson?.scopes ?? [];
    const reach =
      lesson === undefined || indexed === undefined
        ? { files: [], hits: [], isCut: false }
        : await reachOf(lesson, indexed, where, turns);
    if (reach === undefined) {
      return undefined;
    }
    const { hits = [], isCut } = reach;
    counted.push({
      ...candidate,
      ...{ hits: hits.length, files: new Set(hits.map(({ path }) => path)).size, isCut },
    });
  }
  return counted;
}

/** The scope with the candidate's way to find code in place of its own. */
export function withCandidate(
  { pattern, not_pattern, flags, structure, fix, ...base }: Scope,
  { scope }: Pick<Candidate, 'scope'>,
): Scope {
  return { ...base, ...scope };
}

/** A lesson with nothing but a scope, read as its file would be. */
function lessonWith(scope: Scope): Lesson | undefined {
  const text = formatDraft({
    id: 'LSN-00000000',
    title: 'A scope that is tried',
    created: '2000-01-01',
    scopes: [scope],
  });
  return parseLessonText('', new SourceText(text)).lesson;
}
