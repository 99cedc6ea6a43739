import * as l10n from '@vscode/l10n';
import type { Explanation, KeyVerdict, ScopeVerdict } from '../match/explain';
import type { NearMiss } from '../match/nearMiss';

/**
 * The one change after which a lesson that does not apply to a file would, as far as the rules that were asked can tell:
 * of several scopes that of which most holds. `undefined` where nothing of the lesson should be changed for it.
 * @param path of the file
 */
export function applyingRemedy(explanation: Explanation, path: string): string | undefined {
  const { lesson, isRetired, isLessonFile, isIgnored, scopes, faultyScopes } = explanation;
  if (isLessonFile) {
    return undefined;
  }
  if (isRetired) {
    return lesson.frontMatter.withdrawn === undefined
      ? l10n.t('Set its status to accepted or proposed again.')
      : l10n.t('Remove the date from withdrawn.');
  }
  if (isIgnored) {
    return l10n.t('Take the file out of ignore in .lessons/config.yaml.');
  }
  const nearest = [...scopes].sort((a, b) => heldKeys(b) - heldKeys(a))[0];
  const failed = nearest?.keys.find(({ holds }) => !holds);
  if (failed !== undefined) {
    return keyRemedy(failed, path);
  }
  return faultyScopes.length > 0
    ? l10n.t('Mend what the problems of its file say.')
    : l10n.t('Give it a scope in applies_to.');
}

function heldKeys({ keys }: ScopeVerdict): number {
  return keys.filter(({ holds }) => holds).length;
}

function keyRemedy({ key, near, shortfalls }: KeyVerdict, path: string): string | undefined {
  if (shortfalls.length > 0) {
    return undefined;
  }
  if (near !== undefined) {
    return nearRemedy(near, path);
  }
  switch (key) {
    case 'languages':
      return l10n.t('Add the language of the file to languages, or remove the key.');
    case 'paths':
      return l10n.t('Add {0}, or a glob that means it, to paths.', path);
    case 'exclude':
      return l10n.t('Narrow exclude, so that it leaves {0} in.', path);
    case 'packages':
      return l10n.t('Name a package that the file uses.');
    case 'symbols':
      return l10n.t('Name a symbol that the file has.');
    case 'pattern':
    case 'structure':
      return l10n.t('Change {0} so that it hits the code that is meant.', key);
    case 'not_pattern':
      return l10n.t('Narrow not_pattern, so that it leaves the line in.');
    case 'when':
      return l10n.t('Change when to any, or remove the key.');
  }
}

function nearRemedy(near: NearMiss, path: string): string | undefined {
  switch (near.kind) {
    case 'symbol':
      return l10n.t('Write {0} instead of {1}.', near.name, near.wanted);
    case 'no-grammar':
      return l10n.t('Use a pattern instead of a symbol, which works in every language.');
    case 'glob-above':
    case 'glob-below':
    case 'glob-case':
      return l10n.t('Write {0}, or a glob that means it, instead of {1}.', path, near.glob);
    case 'pattern-outside':
      return l10n.t('Name the symbol that line {0} lies in, or remove symbols.', near.line + 1);
    case 'pattern-case':
      return l10n.t('Add the flag i.');
  }
}
