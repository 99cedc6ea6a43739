import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ordinaryStanding, type Standing, votedStanding } from '../core/display/standing';
import type { Votes } from '../core/feedback/votes';
import { pathOfRef, strongControls } from '../core/lesson/control';
import type { Match } from '../core/match/match';
import type { Project } from './project';

/** What is known of a folder's lessons besides their files: votes, and which strong control is in place. */
export function standingsIn({
  root,
  library,
}: Pick<Project, 'root' | 'library'>): (match: Match) => Standing {
  const known = new Map<string, Standing>();
  return ({ lesson }) => {
    const standing = known.get(lesson.id) ?? standingOf(lesson, root, library.feedback.get(lesson.id));
    known.set(lesson.id, standing);
    return standing;
  };
}

function standingOf(lesson: Match['lesson'], root: string, votes: Votes | undefined): Standing {
  const codifiedBy = strongControls(lesson).find((control) => {
    const path = pathOfRef(control);
    return path !== undefined && existsSync(join(root, path));
  });
  return { ...ordinaryStanding, ...votedStanding(votes), ...(codifiedBy && { codifiedBy }) };
}
