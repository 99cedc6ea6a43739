import * as l10n from '@vscode/l10n';
import type { Place, ScopeReach } from '../match/reach';

/**
 * What a scope has now: "3 files, 7 hits, 2 in changed code". The files are those that hold what is counted after them;
 * where there is none of that, those that were looked through.
 */
export function reachMessage(reach: ScopeReach): string {
  const { files, symbols, hits, isCut } = reach;
  if (files.length === 0) {
    return l10n.t('No file fits');
  }
  const places = placesOf(reach);
  const holding = places.length === 0 ? files.length : new Set(places.map(({ path }) => path)).size;
  const parts = [filesText(holding, isCut)];
  if (symbols !== undefined) {
    parts.push(symbolsText(symbols.length, isCut));
  }
  if (hits !== undefined && symbols?.length !== 0) {
    parts.push(hitsText(hits.length, isCut));
  }
  const changed = places.filter(({ isChanged }) => isChanged).length;
  if (changed > 0) {
    parts.push(l10n.t('{0} in changed code', count(changed, isCut)));
  }
  return parts.join(', ');
}

/** How many files a scope lets in, for who wonders what was looked through. */
export function letInMessage({ files, isCut }: ScopeReach): string {
  return files.length === 1 && !isCut
    ? l10n.t('The scope lets 1 file in.')
    : l10n.t('The scope lets {0} files in.', count(files.length, isCut));
}

/** The places that a scope comes to: its hits, or the symbols where none is hit; none where it means whole files. */
export function placesOf({ symbols = [], hits = [] }: ScopeReach): readonly Place[] {
  return hits.length > 0 ? hits : symbols;
}

function filesText(number: number, isCut: boolean): string {
  return number === 1 && !isCut ? l10n.t('1 file') : l10n.t('{0} files', count(number, isCut));
}

function symbolsText(number: number, isCut: boolean): string {
  if (number === 0) {
    return l10n.t('no symbol');
  }
  return number === 1 && !isCut ? l10n.t('1 symbol') : l10n.t('{0} symbols', count(number, isCut));
}

function hitsText(number: number, isCut: boolean): string {
  if (number === 0) {
    return l10n.t('no hit');
  }
  return number === 1 && !isCut ? l10n.t('1 hit') : l10n.t('{0} hits', count(number, isCut));
}

function count(number: number, isCut: boolean): string {
  return `${number.toLocaleString()}${isCut ? '+' : ''}`;
}
