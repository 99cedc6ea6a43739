import { candidateKinds } from '../core/learn/candidate';
import { severities } from '../core/lesson/vocabulary';
import { formatOption, type Options, rootOption, type Values } from './command';
import { listed } from './phrases';

/** What can be said of a lesson that is to be written. */
export const draftOptions = {
  advice: { type: 'string', value: 'TEXT', meaning: 'what to do instead, in one sentence' },
  reference: { type: 'string', multiple: true, value: 'URL', meaning: 'where it is told, by https' },
  path: {
    ...{ type: 'string', multiple: true, value: 'GLOB' },
    meaning: 'files that it applies to, relative to the folder that holds .lessons',
  },
  symbol: {
    ...{ type: 'string', multiple: true, value: 'NAME' },
    meaning: 'functions, methods or classes that it applies to: charge, Invoice.charge, Invoice.*',
  },
  pattern: { type: 'string', value: 'RE', meaning: 'what a regular expression hits there (RE2 syntax)' },
  example: {
    ...{ type: 'string', value: 'CODE' },
    meaning: 'code that the pattern must hit; without a pattern, the code to look for',
  },
  severity: {
    ...{ type: 'string', value: 'SEVERITY', among: severities },
    meaning: `the harm if it happens again: ${listed(severities, 'or')}`,
  },
  tag: { type: 'string', multiple: true, value: 'TAG', meaning: 'a word to find it by' },
  print: { type: 'boolean', meaning: 'print the draft and write nothing' },
  root: rootOption,
  format: formatOption,
} as const satisfies Options;

/** What can be said of a lesson that comes from somewhere. */
export const captureOptions = {
  title: { type: 'string', value: 'TEXT', meaning: 'what went wrong, in one line' },
  incident: { type: 'string', value: 'URL', meaning: 'the incident, review or ticket, by https' },
  fix: { type: 'string', value: 'COMMIT', meaning: 'learn from the commit that mended it' },
  find: {
    ...{ type: 'string', value: 'KIND', among: candidateKinds },
    meaning: `how to look for the code at PLACE: ${listed(candidateKinds, 'or')} (default: what fits)`,
  },
  'add-to': { type: 'string', value: 'ID', meaning: 'add what is known to a lesson that is there' },
  supersedes: { type: 'string', multiple: true, value: 'ID', meaning: 'a lesson that this one replaces' },
  yes: { type: 'boolean', meaning: 'ask nothing' },
  ...draftOptions,
} as const satisfies Options;

/** What was said of a lesson on the command line. */
export type Given = Values<typeof captureOptions>;
