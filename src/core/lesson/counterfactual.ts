import { people } from './blame';
import { type Phrase, wholeWords } from './phrase';

const irregular = [
  'been|begun|bought|broken|brought|built|caught|chosen|come|cut|done|drawn|driven|fallen|felt|found|given|gone|had',
  'held|hit|kept|known|laid|led|left|let|lost|made|meant|met|put|read|rebuilt|run|said|seen|sent|set|shown|shut',
  'spent|split|spoken|started|stuck|taken|taught|thought|thrown|told|understood|undone|withdrawn|woken|written',
].join('|');
const participle = `(?:[a-z]{2,20}ed|${irregular})`;
const adverb = '(?: (?:also|already|just|[a-z]{2,12}ly))?';

/** Hindsight about what people do: what a program should have done tells how it was meant, and is no fault. */
export const counterfactualPhrases: readonly Phrase[] = [
  {
    needs: ['should', 'could'],
    needsToo: 'have',
    pattern: wholeWords(
      `(?:we|s?he|(?:(?:the|an?|our) )?(?:${people})|@[\\w-]{1,39}|someone)${adverb} (?:should(?:n't)?(?: not)?|could)${adverb} have${adverb} ${participle}`,
    ),
  },
  {
    needs: ['should', 'could'],
    needsToo: 'have',
    pattern: wholeWords(
      `(?:should(?:n't)?(?: not)?|could)${adverb} have been${adverb} (?:avoided|prevented|caught|noticed|spotted|foreseen|anticipated|averted|questioned|communicated|escalated|alerted|rushed|better|faster|quicker|earlier|sooner)`,
    ),
  },
  {
    needs: ['could'],
    needsToo: 'have',
    pattern: wholeWords(`could have${adverb} (?:avoided|prevented|caught|noticed|spotted|averted|helped)`),
  },
];
