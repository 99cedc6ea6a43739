import { type CommitText, saidBelow } from './commitText';

/** From what weighs most to what weighs least. */
export const suggestionReasons = [
  ...['advisory', 'security', 'private-fork', 'revert', 'incident', 'configured', 'harm', 'fix'],
] as const;

/** Why a commit may be worth a lesson, and the words that say so. */
export interface SuggestionReason {
  readonly kind: (typeof suggestionReasons)[number];
  readonly words: string;
}

const advisory = /\b(?:GHSA(?:-[23456789cfghjmpqrvwx]{4}){3}|CVE-\d{4}-\d{4,9})\b/gi;

/** Fixes of security are written by GitHub in a private fork, which it merges under these words. */
const privateFork = /^Merge (?:commit|pull request) from (?:fork\b|GHSA-)/i;

/** Not `security` alone, which is also the name of a page, a header or a team. */
const security = words(
  ...[
    'vulnerab\\w+',
    'exploit\\w*',
    'attack(?:er|ers|s)?',
    'injection',
    'xss',
    'csrf',
    'ssrf',
    'redos',
    'rce',
  ],
  ...[
    '(?:path|directory) traversal',
    'prototype pollution',
    'privilege escalation',
    'open redirects?',
    'dos',
  ],
  ...['denial[ -]of[ -]service', 'bypass(?:e[sd]|ing)?', 'spoof(?:ed|ing)?', 'smuggling', 'cwe-\\d+'],
  ...['timing[ -](?:safe|attacks?)', 'remote code execution', 'brute[ -]forc(?:e|ing)', 'unauthori[sz]ed'],
  ...['security (?:fix(?:es)?|issues?|holes?|bugs?|flaws?|problems?|patch(?:es)?|vulnerabilit(?:y|ies))'],
  ...['untrusted', 'privilege(?:s|d)?', 'impersonat\\w+', 'hijack\\w*', 'insecure', 'cve'],
);

const incident = words(
  ...['(?:inc|incident|pir)[- ]?#?\\d+', 'sev[- ]?[0-5]', 'post-?mortems?', 'outages?'],
  ...['(?:production|prod|major) (?:incident|issue|outage|failure)', 'incident (?:report|review|response)'],
);

const harm = words(
  ...[
    'crash(?:e[sd]|ing)?',
    'data[ -]?loss',
    'los(?:es?|ing|t) (?:of )?data',
    'corrupt\\w*',
    'leak(?:s|ed|ing|age)?',
  ],
  ...['race(?: condition)?s?', 'races', 'deadlocks?', 'dead-?locked', 'livelocks?', 'hang(?:s|ing)?', 'hung'],
  ...[
    'regress(?:ion|ions|ed|es)(?! (?:tests?|cases?|coverage|suite))',
    'infinite (?:loop|recursion)',
    'endless loop',
    'out[ -]of[ -]memory',
    'oom',
  ],
  ...[
    'overflow(?:s|ed)?',
    'panic(?:s|ked)?',
    'segfaults?',
    'use[ -]after[ -]free',
    'null pointer',
    'double[ -]free',
  ],
  ...[
    'stale (?:data|cache|values?|reads?|state|closures?|responses?|entr(?:y|ies)|content|connections?|results?|snapshots?)',
    'timeouts?',
    'unhandled',
    'uncaught',
    'exhaust(?:s|ed|ion)',
    'starv(?:e[sd]?|ation)',
  ],
  ...[
    'duplicated? (?:requests?|writes?|charges?|payments?)',
    'wrong(?:ly)? (?:user|tenant|account)',
    'breaks production',
  ],
  ...['quadratic', 'exponential', 'stack overflow', 'silently', 'data race', 'out[ -]of[ -]bounds'],
);

const fixing =
  /^(?:(?:bug|hot)-?fix(?:e[sd])?|fix(?:e[sd]|ing)?|repair(?:s|ed)?|correct(?:s|ed)|prevent(?:s|ed)?|avoid(?:s|ed)?|don't|do not|stop(?:s|ped)?)\b/i;
const fixTypes = new Set(['fix', 'bugfix', 'hotfix', 'security', 'sec', 'bug', 'revert']);

/** What a commit's words say for a lesson; empty where they say nothing. */
export function signalsOf(text: CommitText, configured: RegExp | undefined): readonly SuggestionReason[] {
  const whole = [text.subject, ...text.lines].join('\n');
  const isMerge = privateFork.test(text.subject);
  // A feature or a page may be about attacks and crashes; a fix is about the one that was there.
  const isAboutFault = isMerge || isFix(text);
  const said = [text.subject, ...saidBelow(text)].join('\n');
  const found: readonly (readonly [SuggestionReason['kind'], string | undefined])[] = [
    ['advisory', idsIn(whole)],
    ['security', isAboutFault ? security.exec(said)?.[0] : undefined],
    ['private-fork', privateFork.exec(text.subject)?.[0]],
    ['revert', revertedSubject(text)],
    ['incident', incident.exec(whole)?.[0]],
    ['configured', configured?.exec(whole)?.[0]],
    ['harm', isAboutFault ? harm.exec(said)?.[0] : undefined],
    ['fix', isMerge ? undefined : fixWords(text)],
  ];
  return found.flatMap(([kind, one]) => (one === undefined ? [] : [{ kind, words: one }]));
}

function fixWords(text: CommitText): string | undefined {
  // What was taken back has a reason of its own.
  return isFix(text) && text.type !== 'revert' ? text.type || fixing.exec(text.subject)?.[0] : undefined;
}

/** Whether a message says of its commit that it fixes something. */
export function isFix({ type, subject }: CommitText): boolean {
  return fixTypes.has(type) || (type === '' && fixing.test(subject));
}

/** All advisories that a text names, each once. */
export function advisoriesIn(text: string): readonly string[] {
  return [...new Set((text.match(advisory) ?? []).map(advisoryId))];
}

/** The id of an advisory as the databases of advisories write it. */
export function advisoryId(id: string): string {
  return /^ghsa/i.test(id) ? `GHSA${id.slice(4).toLowerCase()}` : id.toUpperCase();
}

/** The subject of what a commit takes back. */
export function revertedSubject({ type, subject }: CommitText): string | undefined {
  const quoted = /^Reverts? "\s*(.+)"/i.exec(subject)?.[1];
  // What reverts to something takes nothing back that has a name.
  const named = /^Reverts? (?!(?:back )?to\b)(?:of )?(\S.*)/i.exec(subject)?.[1];
  return quoted ?? (type === 'revert' ? subject : named);
}

/** The words of a team's config, as they stand, whole. */
export function configuredWords(list: readonly string[]): RegExp | undefined {
  const some = list.map((word) => word.trim()).filter((word) => word !== '');
  const sources = some.map((word) => word.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&').replace(/\s+/g, '\\s+'));
  return sources.length === 0 ? undefined : new RegExp(`(?<![\\p{L}\\p{N}_])(?:${sources.join('|')})`, 'iu');
}

function idsIn(text: string): string | undefined {
  const ids = advisoriesIn(text);
  return ids.length === 0 ? undefined : ids.slice(0, 2).join(', ');
}

function words(...sources: readonly string[]): RegExp {
  return new RegExp(`(?<![\\w-])(?:${sources.join('|')})(?![\\w-])`, 'i');
}
