import * as l10n from '@vscode/l10n';
import type { vocabulary } from '../lesson/vocabulary';
import type { Meanings } from './meaning';

type Vocabulary = typeof vocabulary;

/** The keys of `tests`: code beside which a pattern is judged. */
export function testMeanings(): Meanings<Vocabulary['tests']['keys']> {
  return {
    match: {
      meaning: l10n.t(
        'Code that a pattern of this lesson must hit. An accepted lesson with a pattern needs one.',
      ),
      example: "match:\n  - 'await fetch(url)'",
    },
    no_match: {
      meaning: l10n.t(
        'Code that no pattern of this lesson may hit: what is right, and what only looks similar.',
      ),
      example: "no_match:\n  - 'await fetch(url, { signal: AbortSignal.timeout(2000) })'",
    },
  };
}

/** The keys of one entry of `evidence`. */
export function evidenceMeanings(): Meanings<Vocabulary['evidence']['of']['keys']> {
  return {
    commit: {
      meaning: l10n.t('The commit in which the code looked like that. Quote it: some read as numbers.'),
      example: "commit: '12e4567'",
    },
    path: {
      meaning: l10n.t('The file, as it was called in that commit.'),
      example: 'path: src/http/client.ts',
    },
    symbol: {
      meaning: l10n.t('The function, method or class in that file.'),
      example: 'symbol: Client.get',
    },
    lines: { meaning: l10n.t('The lines in that commit, first and last.'), example: 'lines: 12-30' },
    hash: {
      meaning: l10n.t('A hash of those lines, by which it can be told later whether they have changed.'),
      example: 'hash: sha256:9f86d081884c7d65',
    },
  };
}
