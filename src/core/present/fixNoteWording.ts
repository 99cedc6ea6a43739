import * as l10n from '@vscode/l10n';
import type { FixNote, FoundFix } from '../learn/fix/foundFix';
import { isProven } from '../learn/fix/provenCandidates';
import { harmlessLine } from './harmlessText';
import { shortCommit } from './suggestionWording';

/** What somebody should know who captures from a fix: a sentence each, what to do about it in it. */
export function fixNotes(found: FoundFix): readonly string[] {
  return [...found.notes.map(noteText), ...proofText(found)];
}

function noteText(note: FixNote): string {
  switch (note.kind) {
    case 'merge':
      return l10n.t('It is a merge, and was compared with its first parent.');
    case 'root':
      return l10n.t('It is the first commit, so there is nothing to compare it with.');
    case 'renamed':
      return l10n.t('It renamed {0} to {1}.', harmlessLine(note.before), harmlessLine(note.path));
    case 'adds-only': {
      const [nearest] = note.around;
      return nearest === undefined
        ? l10n.t('It only added lines, so nothing tells which commit brought the fault in.')
        : l10n.t(
            'It only added lines, so which commit brought the fault in is a guess: {0} wrote most of the code around them.',
            shortCommit(nearest.commit),
          );
    }
    case 'shallow':
      return note.at === 'fix'
        ? l10n.t(
            'This clone has no history before it, so what it changed is not known. Fetch more by git fetch --unshallow, and capture it again.',
          )
        : l10n.t(
            'This clone ends before some of the code was written that it took out. To learn which commit did, fetch more by git fetch --unshallow.',
          );
    case 'no-code-change':
      return l10n.t('It changed no code.');
    case 'too-large':
      return l10n.t('It is so large that {0} of its files were not looked into.', note.left);
  }
}

/** Whether a pattern told the fault from what was put in its place, if anything was tried. */
function proofText({ candidates }: FoundFix): readonly string[] {
  const [best] = candidates;
  if (best === undefined) {
    return [];
  }
  return [
    isProven(best)
      ? l10n.t(
          'The pattern was tried: it hits the code before the fix ({0}), and no more after it.',
          best.hitsParent,
        )
      : l10n.t('No pattern hits the code before the fix and not after it. Write one if you can.'),
  ];
}
