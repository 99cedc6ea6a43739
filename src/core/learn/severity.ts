import type { Severity } from '../lesson/vocabulary';

/** How advisories rank: https://docs.github.com/en/code-security/security-advisories and https://osv.dev */
const ranks: Readonly<Record<string, Severity>> = {
  critical: 'critical',
  high: 'high',
  important: 'high',
  major: 'high',
  medium: 'medium',
  moderate: 'medium',
  low: 'low',
  minor: 'low',
};

const rank = Object.keys(ranks).join('|');
const ranked = [
  new RegExp(
    `\\bseverity\\b["'*_]{0,2}\\s{0,3}(?:is|of|[:=|])["'*_]{0,2}\\s{0,3}["'*_]{0,2}(${rank})\\b`,
    'i',
  ),
  new RegExp(`\\b(${rank})[- ](?:severity|impact|risk)\\b`, 'i'),
];

const scored =
  /\bCVSS(?:\s?v?[234](?:\.\d)?)?(?: base)?(?: score)?\s{0,3}(?:of|is|[:=])?\s{0,3}(10(?:\.0)?|\d\.\d)(?![\d.])/i;

/** As teams number incidents: https://response.pagerduty.com/before/severity_levels/ */
const numbered = /\b(?:[Ss][Ee][Vv](?:erity)?[- ]?|P)([0-5])\b/;
const numbers: readonly Severity[] = ['critical', 'critical', 'high', 'medium', 'low', 'low'];

/** What harm the words speak of, the worst first. */
const harms: readonly (readonly [Severity, RegExp])[] = [
  [
    'critical',
    /\bremote code execution\b|\bRCE\b|\barbitrary code\b|\bdata loss\b|\blo(?:st|ses?|sing) (?:of )?(?:all |user |customer )?data\b/i,
  ],
  [
    'high',
    /\bsecurity\b|\bvulnerab|\b(?:sql|command|code|nosql|header) injection\b|\bxss\b|\bcsrf\b|\bssrf\b|\b(?:auth\w*|authori[sz]ation) bypass|\boutage\b|\bdowntime\b|\bprivilege escalation\b|\bprototype pollution\b|\bpath traversal\b|\bdata corruption\b|\bcorrupt(?:s|ed)\b/i,
  ],
  [
    'medium',
    /\bcrash(?:e[sd]|ing)?\b|\bdeadlock|\bmemory leak|\brace condition\b|\binfinite loop\b|\bdenial of service\b|\bredos\b|\bregression\b|\bpanic(?:s|ked)?\b/i,
  ],
  ['low', /\btypos?\b|\bspelling\b|\bcosmetic\b|\bmisspel/i],
];

/** Longer texts are logs; what they say of their severity stands first. */
const longestText = 50_000;

/**
 * How bad it was, by what a commit message, an advisory or a title says: its own rank or score, else the harm it speaks of.
 * `undefined` where nothing tells.
 */
export function severityIn(text: string): Severity | undefined {
  const read = text.slice(0, longestText);
  for (const pattern of ranked) {
    const said = pattern.exec(read)?.[1]?.toLowerCase();
    if (said !== undefined) {
      return ranks[said];
    }
  }
  const score = scored.exec(read)?.[1];
  if (score !== undefined) {
    return severityOfScore(Number(score));
  }
  const number = numbered.exec(read)?.[1];
  return number === undefined ? harms.find(([, words]) => words.test(read))?.[0] : numbers[Number(number)];
}

/** The bands of CVSS 3 and 4; nothing for a score of none. */
export function severityOfScore(score: number): Severity | undefined {
  if (!(score > 0)) {
    return undefined;
  }
  return score >= 9 ? 'critical' : score >= 7 ? 'high' : score >= 4 ? 'medium' : 'low';
}
