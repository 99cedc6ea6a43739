/** What one key of the front matter may hold. */
export type Rule =
  | { readonly kind: 'text'; readonly min?: number; readonly max?: number; readonly format?: TextFormat }
  | { readonly kind: 'choice'; readonly values: readonly string[]; readonly extendedBy?: Extensible }
  | { readonly kind: 'count'; readonly min: number; readonly max: number }
  | { readonly kind: 'list'; readonly of: Rule }
  | RecordRule
  | { readonly kind: 'anything' };

/** `shorthand` names the key that a lone text stands for. */
export interface RecordRule {
  readonly kind: 'record';
  readonly keys: Readonly<Record<string, Rule>>;
  readonly shorthand?: string;
}

/**
 * What a text means. `id`, `date` and `https` are checked while reading, globs, patterns, flags and replacements with their
 * scope; the others tell an editor what to offer.
 */
export type TextFormat =
  | 'id'
  | 'date'
  | 'https'
  | 'glob'
  | 'path'
  | 'symbol'
  | 'language'
  | 'pattern'
  | 'flags'
  | 'replacement'
  | 'commit'
  | 'tag'
  | 'team';

/** The closed lists to which a team's `config.yaml` may add words of its own. */
export type Extensible = 'factors' | 'origins';

/** The plain value that a rule describes. A record's keys may all be absent. */
export type ValueOf<R> = R extends { kind: 'choice'; extendedBy: Extensible }
  ? string
  : R extends { kind: 'choice'; values: readonly (infer V)[] }
    ? V
    : R extends { kind: 'list'; of: infer O }
      ? readonly ValueOf<O>[]
      : R extends { kind: 'record'; keys: infer K }
        ? { readonly [P in keyof K]?: ValueOf<K[P]> }
        : R extends { kind: 'text' }
          ? string
          : R extends { kind: 'count' }
            ? number
            : unknown;

export const statuses = ['proposed', 'accepted', 'rejected', 'deprecated', 'superseded'] as const;
export const severities = ['critical', 'high', 'medium', 'low'] as const;
export const confidences = ['high', 'medium', 'low'] as const;
export const levels = ['error', 'warning', 'info', 'hint', 'silent'] as const;

const text = { kind: 'text' } as const;
const texts = { kind: 'list', of: text } as const;
const date = { kind: 'text', format: 'date' } as const;
const globs = { kind: 'list', of: { kind: 'text', format: 'glob' } } as const;
const pattern = { kind: 'text', format: 'pattern' } as const;
const lessonIds = { kind: 'list', of: { kind: 'text', format: 'id' } } as const;

/** The keys of one entry of `applies_to`. All keys that are given must hold. */
export const scopeKeys = {
  paths: globs,
  exclude: globs,
  languages: { kind: 'list', of: { kind: 'text', format: 'language' } },
  symbols: { kind: 'list', of: { kind: 'text', format: 'symbol' } },
  pattern,
  not_pattern: pattern,
  flags: { kind: 'text', format: 'flags' },
  structure: text,
  fix: { kind: 'text', format: 'replacement' },
  packages: {
    kind: 'list',
    of: { kind: 'record', shorthand: 'name', keys: { ecosystem: text, name: text, range: text } },
  },
  when: { kind: 'choice', values: ['edit', 'add', 'delete', 'any'] },
} as const satisfies Record<string, Rule>;

/** The keys that say where a scope applies; the others only take away from that. */
export const boundingKeys = [
  ...['paths', 'languages', 'symbols', 'pattern', 'structure', 'packages'],
] as const satisfies readonly (keyof typeof scopeKeys)[];

const referenceTypes = [
  ...['ADVISORY', 'ARTICLE', 'DETECTION', 'DISCUSSION', 'EVIDENCE', 'FIX', 'GIT', 'INCIDENT', 'INTRODUCED'],
  ...['PACKAGE', 'REPORT', 'WEB'],
] as const;

export const factors = [
  ...['default-unsafe', 'duplicate-paths', 'implicit-state', 'interface-unclear', 'spec-pressure'],
  ...[
    'library-semantics',
    'platform-difference',
    'missing-test',
    'missing-control',
    'tooling',
    'documentation',
  ],
  ...['review-load', 'time-pressure', 'ownership-gap', 'incentive'],
] as const;

const controlKinds = [
  ...['design', 'type', 'lint', 'test', 'ci', 'guard', 'monitor', 'checklist', 'doc', 'training'],
] as const;

const anything = { kind: 'anything' } as const;

/** What was affected, in the shape of the Open Source Vulnerability format: https://ossf.github.io/osv-schema/ */
const affected = {
  kind: 'record',
  keys: {
    package: { kind: 'record', keys: { ecosystem: text, name: text, purl: text } },
    severity: { kind: 'list', of: { kind: 'record', keys: { type: text, score: text } } },
    ranges: {
      kind: 'list',
      of: {
        kind: 'record',
        keys: {
          type: { kind: 'choice', values: ['GIT', 'SEMVER', 'ECOSYSTEM'] },
          repo: text,
          events: {
            kind: 'list',
            of: {
              kind: 'record',
              keys: { introduced: text, fixed: text, last_affected: text, limit: text },
            },
          },
          database_specific: anything,
        },
      },
    },
    versions: texts,
    ecosystem_specific: anything,
    database_specific: anything,
  },
} as const;

/** The front matter of format lessons/1: every key, and what it may hold. Keys that start with `x-` are free. */
export const vocabulary = {
  id: { kind: 'text', format: 'id' },
  title: { kind: 'text', min: 8, max: 100 },
  advice: { kind: 'text', min: 10, max: 240 },
  status: { kind: 'choice', values: statuses },
  severity: { kind: 'choice', values: severities },
  confidence: { kind: 'choice', values: confidences },
  level: { kind: 'choice', values: levels },
  applies_to: { kind: 'list', of: { kind: 'record', keys: scopeKeys } },
  tests: { kind: 'record', keys: { match: texts, no_match: texts } },
  references: {
    kind: 'list',
    of: {
      kind: 'record',
      shorthand: 'url',
      keys: {
        type: { kind: 'choice', values: referenceTypes },
        url: { kind: 'text', format: 'https' },
        access: { kind: 'choice', values: ['public', 'internal'] },
      },
    },
  },
  created: date,
  occurred: date,
  review_by: date,
  withdrawn: date,
  kind: { kind: 'choice', values: ['pitfall', 'practice'] },
  origin: {
    kind: 'choice',
    values: ['incident', 'near-miss', 'advisory', 'review', 'test', 'audit', 'external'],
    extendedBy: 'origins',
  },
  factors: { kind: 'list', of: { kind: 'choice', values: factors, extendedBy: 'factors' } },
  controls: {
    kind: 'list',
    of: {
      kind: 'record',
      keys: {
        kind: { kind: 'choice', values: controlKinds },
        effect: { kind: 'choice', values: ['prevent', 'detect', 'mitigate'] },
        status: { kind: 'choice', values: ['planned', 'done', 'dropped'] },
        ref: text,
        due: date,
      },
    },
  },
  evidence: {
    kind: 'list',
    of: {
      kind: 'record',
      keys: {
        commit: { kind: 'text', format: 'commit' },
        ...{
          path: { kind: 'text', format: 'path' },
          symbol: { kind: 'text', format: 'symbol' },
          lines: text,
          hash: text,
        },
      },
    },
  },
  affected: { kind: 'list', of: affected },
  aliases: texts,
  related: lessonIds,
  generalizes: lessonIds,
  supersedes: lessonIds,
  superseded_by: lessonIds,
  cwe: texts,
  tags: { kind: 'list', of: { kind: 'text', format: 'tag' } },
  owners: { kind: 'list', of: { kind: 'text', format: 'team' } },
} as const satisfies Record<string, Rule>;

/** Without these a file is no lesson. */
export const requiredKeys = ['id', 'title'] as const satisfies readonly (keyof FrontMatter)[];

/** What holds where a lesson does not say it. */
export const lessonDefaults = {
  status: 'proposed',
  severity: 'medium',
  confidence: 'medium',
  kind: 'pitfall',
  origin: 'incident',
} as const satisfies FrontMatter;

export type Status = (typeof statuses)[number];
export type Severity = (typeof severities)[number];
export type Confidence = (typeof confidences)[number];
export type Level = (typeof levels)[number];
export type FrontMatter = ValueOf<{ kind: 'record'; keys: typeof vocabulary }>;
