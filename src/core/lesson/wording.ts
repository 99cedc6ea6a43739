import { errorPhrases, faultPhrases, personPhrases, traitPhrases } from './blame';
import { counterfactualPhrases } from './counterfactual';
import type { Span } from './markdownBlocks';
import { emailPhrases, handlePhrases } from './personalData';
import { hitsOf, mayOccur, type Phrase } from './phrase';
import { proseOfBody, proseOfSentence } from './prose';

/** Rules of blameless wording; the names are stable. */
export const wordingRules = [
  'blame-error',
  'blame-person',
  'blame-trait',
  'blame-fault',
  'counterfactual',
  'personal-email',
  'personal-handle',
] as const;
export type WordingRule = (typeof wordingRules)[number];

/** Words that a rule is about, with their place as UTF-16 offsets into the text that was given. */
export interface WordingFault {
  readonly rule: WordingRule;
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

const phrases: Readonly<Record<WordingRule, readonly Phrase[]>> = {
  'blame-error': errorPhrases,
  'blame-person': personPhrases,
  'blame-trait': traitPhrases,
  'blame-fault': faultPhrases,
  counterfactual: counterfactualPhrases,
  'personal-email': emailPhrases,
  'personal-handle': handlePhrases,
};

const neededWords = Object.values(phrases).flatMap((all) =>
  all.flatMap(({ needs, needsToo }) => (needsToo === undefined ? needs : [...needs, needsToo])),
);

/** All words that some rule needs. None can hide another, as each stands at the beginning of a word. */
const anyNeededWord = new RegExp([...new Set(neededWords)].join('|'), 'gi');

/**
 * What in a title or an advice (`sentence`) or in a Markdown body blames or names a person, in the order of the text.
 * Code, addresses of the web and comments are not read. Never throws, in time linear in the text.
 */
export function wordingFaults(
  prose: string,
  kind: 'sentence' | 'body',
  isOn: (rule: WordingRule) => boolean,
): readonly WordingFault[] {
  // Veiling what is no prose only takes words away.
  const due = rulesThatMayHit(prose, isOn);
  if (due.length === 0) {
    return [];
  }
  const read = kind === 'body' ? proseOfBody(prose) : proseOfSentence(prose);
  return due
    .flatMap((rule) =>
      hitsIn(read, rule, kind).map((hit) => ({ rule, words: prose.slice(hit.start, hit.end), ...hit })),
    )
    .sort((a, b) => a.start - b.start);
}

/** Most texts have none of the words that a rule needs. */
function rulesThatMayHit(prose: string, isOn: (rule: WordingRule) => boolean): readonly WordingRule[] {
  const found = new Set(prose.match(anyNeededWord)?.map((word) => word.toLowerCase()));
  const has = (word: string) => found.has(word);
  return found.size === 0
    ? []
    : wordingRules.filter((rule) => isOn(rule) && phrases[rule].some((phrase) => mayOccur(phrase, has)));
}

function hitsIn(read: string, rule: WordingRule, kind: 'sentence' | 'body'): Span[] {
  if (rule !== 'counterfactual') {
    return hitsOf(phrases[rule], read);
  }
  // What could have been is a fair thought everywhere but in the account of the facts.
  return (kind === 'body' ? accountsOf(read) : []).flatMap(({ start, end }) =>
    hitsOf(phrases[rule], read.slice(start, end)).map((hit) => ({
      start: start + hit.start,
      end: start + hit.end,
    })),
  );
}

/** The sections "What happened". */
function accountsOf(body: string): Span[] {
  const accounts: Span[] = [];
  let open: { readonly level: number; readonly start: number } | undefined;
  for (const { 0: heading, 1: marks = '', 2: title = '', index } of body.matchAll(
    /^ {0,3}(#{1,6})[ \t]+([^\n]*)/gm,
  )) {
    if (open !== undefined && marks.length <= open.level) {
      accounts.push({ start: open.start, end: index });
      open = undefined;
    }
    if (open === undefined && /^what happened\b/i.test(title)) {
      open = { level: marks.length, start: index + heading.length };
    }
  }
  return open === undefined ? accounts : [...accounts, { start: open.start, end: body.length }];
}
