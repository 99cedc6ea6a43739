import { after, before, type Phrase, wholeWords } from './phrase';

/** Words for people by the part they had; no program is called so. */
export const people = [
  'developers?',
  'engineers?',
  'programmers?',
  'authors?',
  'committers?',
  'maintainers?',
  'contributors?',
  'technicians?',
  'sysadmins?',
  'colleagues?',
  'employees?',
  'contractors?',
  'interns?',
  'on-?call',
].join('|');

/** Programs and agents are called so too. Those fail to do things, but do not forget, and have no faults of their own. */
const peopleOrPrograms =
  'reviewers?|coders?|testers?|operators?|admins?|administrators?|managers?|devs?|SREs?|DBAs?';

const article = '(?:(?:the|an?|our|this|that) )?';
const handle = String.raw`@[\w-]{1,39}`;
const person = `(?:s?he|${article}(?:${people}))(?: on(?: |-)(?:call|duty|shift))?`;
const personOrProgram = `(?:they|${article}(?:${peopleOrPrograms}))`;
const adverbs = '(?: (?:had|has|have|who|also|then|just|[a-z]{2,12}ly)){0,2}';
const owner = `(?:his|her|(?:someone|somebody|${handle}|${article}(?:${people}|${peopleOrPrograms}))'s?)`;

/** What is only imagined blames nobody. */
const imagined = before('(?:if|unless|until|whether|whenever|in case|no|any|every)(?: [a-z-]{1,20}){0,2}');
const denied = before(
  "(?:[a-z]{2,6}n't|not|never|neither|nor|no longer|without|stop|avoid|rather than|instead of)(?: [a-z-]{1,20}){0,2}",
);

/** What programs show, log and handle. */
const ofPrograms = after(
  [
    'messages?|pages?|handl(?:ers?|ing)|codes?|types?|class(?:es)?|objects?|events?|callbacks?|boundar(?:y|ies)',
    'responses?|reports?|reporting|logs?|logging|rates?|counts?|metrics?|budgets?|feedback|text|strings?',
    'dialogs?|toasts?|screens?|notifications?|output|status|state|paths?|outs?',
  ].join('|'),
);

export const errorPhrases: readonly Phrase[] = [
  {
    needs: ['error'],
    pattern: wholeWords('human(?: |-)errors?'),
    // Books and talks about it.
    unlessAfter: before('understanding|behind|perspectives on|complexity of|views? o[fn]'),
    unlessBefore: ofPrograms,
  },
  {
    needs: ['error'],
    pattern: wholeWords('operator(?: |-)errors?'),
    unlessAfter: before(
      'spread|ternary|unary|binary|logical|comparison|assignment|arithmetic|pipeline|coalescing|kubernetes|k8s',
    ),
    unlessBefore: ofPrograms,
  },
  {
    // "User errors" are what users see.
    needs: ['error'],
    pattern: wholeWords('user error'),
    unlessAfter: before(
      [
        '(?:on|get|add|create|load|fetch|save|update|delete|throws?|rais(?:es?|ed)|returns?|returned|catch|shows?)(?: an?| the)?',
        'current|the',
      ].join('|'),
    ),
    unlessBefore: ofPrograms,
  },
];

/** Nobody is blamed for a lost password. */
const ofAccess = after(
  '(?:(?:his|her|their|the|an?) )?(?:passwords?|passphrase|passcode|pin|credentials?|access)',
);

/** What failed for people, not by them. */
const asSymptom = after('(?:log|sign|login|connect|authenticate|access|reach|receive|load|start)');

export const personPhrases: readonly Phrase[] = [
  {
    needs: ['forgot', 'neglected'],
    pattern: wholeWords(
      `(?:${person}|${personOrProgram}|${handle})${adverbs} (?:forgot|forgotten|neglected to)`,
    ),
    unlessAfter: imagined,
    unlessBefore: ofAccess,
  },
  {
    needs: ['failed'],
    pattern: wholeWords(`${person}${adverbs} failed to`),
    unlessAfter: imagined,
    unlessBefore: asSymptom,
  },
  {
    // With a capital it is an annotation in code.
    needs: ['failed'],
    pattern: wholeWords(String.raw`@[a-z\d][a-z\d-]{0,38}${adverbs} failed to`, 'g'),
    unlessAfter: imagined,
    unlessBefore: asSymptom,
  },
];

/** They are said of code as well, so they count before a person only. */
const insults = [
  'lazy',
  'sloppy',
  'stupid',
  'dumb',
  'clueless',
  'ignorant',
  'irresponsible',
  'unprofessional',
];

export const traitPhrases: readonly Phrase[] = [
  {
    needs: ['careless', 'negligen', 'incompeten'],
    pattern: wholeWords('careless(?:ly|ness)?|negligent(?:ly)?|negligence|incompetent(?:ly)?|incompetence'),
    // The wording of licences.
    unlessAfter: before('including(?:, without limitation,)?'),
  },
  {
    needs: insults,
    pattern: wholeWords(`(?:${insults.join('|')}) (?:${people})`),
  },
];

export const faultPhrases: readonly Phrase[] = [
  {
    needs: ['fault'],
    pattern: wholeWords(`${owner} (?:own )?fault`),
    unlessAfter: denied,
    unlessBefore: after('toleran(?:t|ce)|injections?|detection|isolation|handling|models?|domains?'),
  },
  {
    needs: ['fault'],
    pattern: wholeWords(`the fault of ${article}(?:${people}|${peopleOrPrograms})`),
    unlessAfter: denied,
  },
  {
    needs: ['fault', 'blame'],
    pattern: wholeWords(
      `(?:${person}|${handle}|${article}(?:${peopleOrPrograms})) (?:is|are|was|were|being)(?: [a-z]{2,12}ly)? (?:at fault|to blame)`,
    ),
    unlessAfter: imagined,
  },
];
