import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ordinaryStanding, type Standing } from '../core/display/standing';
import { pathOfRef, strongControls } from '../core/lesson/control';
import type { Match } from '../core/match/match';

/** What is known of a folder's lessons besides their files: which strong control is in place. */
export function standingsIn(root: string): (match: Match) => Standing {
  const known = new Map<string, Standing>();
  return ({ lesson }) => {
    const standing = known.get(lesson.id) ?? standingOf(lesson, root);
    known.set(lesson.id, standing);
    return standing;
  };
}

function standingOf(lesson: Match['lesson'], root: string): Standing {
  const codifiedBy = strongControls(lesson).find((control) => {
    const path = pathOfRef(control);
    return path !== undefined && existsSync(join(root, path));
  });
  return { ...ordinaryStanding, ...(codifiedBy && { codifiedBy }) };
}
