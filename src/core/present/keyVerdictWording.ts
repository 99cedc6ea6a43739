import * as l10n from '@vscode/l10n';
import type { KeyVerdict } from '../match/explain';
import type { Match } from '../match/match';
import type { NearMiss } from '../match/nearMiss';
import { captureText } from './matchWording';

/** More names or places than these are not listed. */
const mostListed = 5;

/** What a key of a scope came to in a file: what it found, or what comes nearest to it. */
export function keyDetail(verdict: KeyVerdict): string {
  if (verdict.holds) {
    return heldDetail(verdict);
  }
  const near = verdict.near && nearDetail(verdict.near);
  return [failedDetail(verdict), ...(near === undefined ? [] : [near])].join(' ');
}

function heldDetail({ key, matches }: KeyVerdict): string {
  const [first] = matches;
  switch (key) {
    case 'languages':
      return l10n.t('The file is of such a language.');
    case 'paths':
      return l10n.t('{0} lets the file in.', first?.why.path ?? '');
    case 'exclude':
      return l10n.t('The file is not taken out.');
    case 'packages':
      return l10n.t('The file has {0}.', first?.why.package?.name ?? '');
    case 'symbols':
      return symbolsDetail(matches);
    case 'pattern':
    case 'structure':
      return l10n.t('Found: {0}.', listed(matches.map(hitText)));
    case 'not_pattern':
      return l10n.t('Left of the hits: line {0}.', listed(matches.map(lineText)));
    case 'when':
      return l10n.t('That is what was done since the last commit.');
  }
}

function symbolsDetail(matches: readonly Match[]): string {
  const names = listed(matches.flatMap(({ why }) => why.symbol ?? []));
  return matches.some(({ why }) => why.symbolFrom === 'editor')
    ? l10n.t('Found by the editor, as there is no grammar for the language: {0}.', names)
    : l10n.t('Found: {0}.', names);
}

function failedDetail({ key, shortfalls }: KeyVerdict): string {
  if (shortfalls.some(({ what }) => what === 'patterns')) {
    return l10n.t('The pattern is too large to be looked for in so long a text, or in so long a line.');
  }
  if (shortfalls.length > 0) {
    return l10n.t('The file could not be parsed, so nobody can tell.');
  }
  switch (key) {
    case 'languages':
      return l10n.t('The file is of another language.');
    case 'paths':
      return l10n.t('No glob lets the file in.');
    case 'exclude':
      return l10n.t('The file is taken out.');
    case 'packages':
      return l10n.t('The file neither imports such a package nor depends on one.');
    case 'symbols':
      return l10n.t('No symbol of the file has such a name.');
    case 'pattern':
      return l10n.t('The pattern hits nothing here.');
    case 'structure':
      return l10n.t('No code of the file is built like that.');
    case 'not_pattern':
      return l10n.t('Every hit stands in a line that is taken out.');
    case 'when':
      return l10n.t('Something else was done since the last commit, or nothing.');
  }
}

function nearDetail(near: NearMiss): string {
  switch (near.kind) {
    case 'symbol':
      return l10n.t('Instead of {0} there is {1}.', near.wanted, near.name);
    case 'no-grammar':
      return l10n.t(
        'There is no grammar for {0} here, so nobody but its extension in the editor knows any.',
        near.language,
      );
    case 'glob-above':
      return l10n.t('{0} would mean {1}; ** reaches further down.', near.glob, near.path);
    case 'glob-below':
      return l10n.t(
        '{0} would fit below {1}; globs begin at the folder that holds .lessons.',
        near.glob,
        near.folder,
      );
    case 'glob-case':
      return l10n.t('{0} would fit but for upper and lower case.', near.glob);
    case 'pattern-outside':
      return l10n.t('It hits line {0}, which lies in none of the symbols.', near.line + 1);
    case 'pattern-case':
      return l10n.t('It would hit with the flag i.');
  }
}

function hitText({ range, why: { text = '', captures = [] } }: Match): string {
  const line = (range?.start.line ?? 0) + 1;
  const code = text.replace(/\s+/g, ' ').trim();
  const holes = captures.map(captureText);
  return holes.length === 0
    ? l10n.t('line {0}, {1}', line, code)
    : l10n.t('line {0}, {1} with {2}', line, code, holes.join(', '));
}

function lineText({ range }: Match): string {
  return `${(range?.start.line ?? 0) + 1}`;
}

function listed(parts: readonly string[]): string {
  const some = [...new Set(parts)].slice(0, mostListed);
  return parts.length > mostListed ? `${some.join('; ')}; ...` : some.join('; ');
}
