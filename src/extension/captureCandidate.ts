import { bestCandidate } from '../core/learn/bestCandidate';
import type { Candidate } from '../core/learn/candidate';
import { countCandidates } from '../core/learn/candidateCount';
import { candidatesFor } from '../core/learn/candidates';
import { languageOf } from '../core/learn/captureSite';
import type { Selection } from '../core/learn/draft';
import { isInLessonFolder } from '../core/library/files';
import type { Source } from '../core/match/source';
import type { LessonFolder } from './lessonFolder';
import type { Services } from './services';

/** Counting goes on while a person answers; whoever answers faster gets the plainest. In milliseconds. */
const patience = 3000;

/** What stands for the selected code; `undefined` where nothing does but its own letters. */
export async function chosenCandidate(
  folder: LessonFolder,
  source: Source,
  selection: Selection,
  { tools, reaches, turns, log }: Pick<Services, 'tools' | 'reaches' | 'turns' | 'log'>,
): Promise<Candidate | undefined> {
  if (isInLessonFolder(source.path)) {
    return undefined;
  }
  let isWanted = true;
  try {
    const candidates = await candidatesFor(source, selection, tools.of(folder));
    const where = reaches.surroundings(folder);
    const counting = countCandidates(
      candidates,
      languageOf(source),
      where,
      turns.of(() => isWanted),
    );
    const counted = candidates.length < 2 ? [] : await Promise.race([counting, enough()]);
    return bestCandidate(counted ?? [], where.policy.budget.hitsPerLesson) ?? candidates[0];
  } catch (error) {
    log.error('No pattern could be proposed; the lesson gets the code as it is', error);
    return undefined;
  } finally {
    isWanted = false;
  }
}

function enough(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, patience, undefined));
}
