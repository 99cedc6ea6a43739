import { errorPhrases, faultPhrases, personPhrases, traitPhrases } from './blame';
import { sectionsCalled } from './bodySections';
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
  'what-to-do-missing',
] as const;
export type WordingRule = (typeof wordingRules)[number];

/** Those that look for words; `what-to-do-missing` misses some. */
type PhraseRule = Exclude<WordingRule, 'what-to-do-missing'>;

/** Words that a rule is about, with their place as UTF-16 offsets into the text that was given. */
export interface WordingFault {
  readonly rule: WordingRule;
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

const phrases: Readonly<Record<PhraseRule, readonly Phrase[]>> = {
  'blame-error': errorPhrases,
  'blame-person': personPhrases,
  'blame-trait': traitPhrases,
  'blame-fault': faultPhrases,
  counterfactual: counterfactualPhrases,
  'personal-email': emailPhrases,
  'personal-handle': handlePhrases,
};

const phraseRules = wordingRules.filter((rule) => rule !== 'what-to-do-missing');

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
function rulesThatMayHit(prose: string, isOn: (rule: WordingRule) => boolean): readonly PhraseRule[] {
  const found = new Set(prose.match(anyNeededWord)?.map((word) => word.toLowerCase()));
  const has = (word: string) => found.has(word);
  return found.size === 0
    ? []
    : phraseRules.filter((rule) => isOn(rule) && phrases[rule].some((phrase) => mayOccur(phrase, has)));
}

function hitsIn(read: string, rule: PhraseRule, kind: 'sentence' | 'body'): Span[] {
  if (rule !== 'counterfactual') {
    return hitsOf(phrases[rule], read);
  }
  // What could have been is a fair thought everywhere but in the account of the facts.
  return (kind === 'body' ? sectionsCalled(account, read) : []).flatMap(({ start, end }) =>
    hitsOf(phrases[rule], read.slice(start, end)).map((hit) => ({
      start: start + hit.start,
      end: start + hit.end,
    })),
  );
}

const account = 'what happened';
export const wayOut = 'What to do instead';

/**
 * Where a body tells what happened and nothing of what to do instead: the heading that nothing stands below, or, without
 * one, that of the account. A body that tells nothing yet is only begun.
 */
export function missingWayOut(body: string): Span | undefined {
  const prose = proseOfBody(body);
  const isEmpty = ({ start, end }: Span) => prose.slice(start, end).trim() === '';
  const told = sectionsCalled(account, prose).find((section) => !isEmpty(section));
  const ways = sectionsCalled(wayOut, prose);
  return told === undefined || ways.some((section) => !isEmpty(section))
    ? undefined
    : (ways[0] ?? told).heading;
}
