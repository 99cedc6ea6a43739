import { isScalar } from 'yaml';
import { comparePositions, firstLine, SourceText } from '../text';
import { decodeLesson } from './decode';
import { faultOfGlob } from './glob';
import { defaultPolicy, type Policy } from './policy';
import { type Problem, problemAt } from './problem';
import { type Add, nodeAt, openSheet, type Sheet } from './sheet';
import { ValueReader } from './valueReader';
import type { Rule, ValueOf } from './vocabulary';
import { wordingRules } from './wording';

const words = { kind: 'list', of: { kind: 'text', format: 'tag' } } as const;
const months = { kind: 'count', min: 1, max: 120 } as const;

/** The keys of `.lessons/config.yaml`: what a team decides for all of its lessons. */
export const configVocabulary = {
  factors: words,
  origins: words,
  review_months: { kind: 'record', keys: { critical: months, high: months, medium: months, low: months } },
  budget: {
    kind: 'record',
    keys: {
      lessons_per_file: { kind: 'count', min: 0, max: 50 },
      findings_per_symbol: { kind: 'count', min: 1, max: 50 },
      hits_per_lesson: { kind: 'count', min: 1, max: 1000 },
    },
  },
  wording_off: { kind: 'list', of: { kind: 'choice', values: wordingRules } },
  ignore: { kind: 'list', of: { kind: 'text', format: 'glob' } },
  suggest_words: { kind: 'list', of: { kind: 'text', min: 2, max: 60 } },
} as const satisfies Record<string, Rule>;

type Config = ValueOf<{ kind: 'record'; keys: typeof configVocabulary }>;

/** What a `config.yaml` gave: the policy that could be read, and everything that is wrong with the file. */
export interface ParsedConfig {
  readonly policy: Policy;
  readonly problems: readonly Problem[];
}

/** Reads a team's `config.yaml`. Never throws; what cannot be read keeps its default. */
export function parseConfig(path: string, bytes: Uint8Array): ParsedConfig {
  const decoded = decodeLesson(bytes);
  if (decoded.kind === 'text') {
    return parseConfigText(path, decoded.text);
  }
  const isProblem = decoded.fact.code !== 'file-empty';
  return {
    policy: defaultPolicy,
    problems: isProblem ? [problemAt(path, firstLine(new SourceText('')), decoded.fact)] : [],
  };
}

export function parseConfigText(path: string, text: SourceText): ParsedConfig {
  const problems: Problem[] = [];
  const add: Add = (fact, range) => problems.push(problemAt(path, range, fact));
  const policy = readPolicy(text, add);
  problems.sort((a, b) => comparePositions(a.range.start, b.range.start));
  return { policy, problems };
}

function readPolicy(text: SourceText, add: Add): Policy {
  if (isBlank(text)) {
    return defaultPolicy;
  }
  const sheet = openSheet(text, 0, text.value.length, add);
  if (sheet === undefined) {
    return defaultPolicy;
  }
  const reader = new ValueReader(sheet.document, sheet.report, defaultPolicy.added);
  const read = reader.read({ kind: 'record', keys: configVocabulary }, 'config', sheet.root) as Config;
  return policyOf({ ...read, ignore: wholeGlobs(read.ignore, sheet, reader) });
}

/** Nothing but comments, as in a file whose every line is still an example. */
function isBlank(text: SourceText): boolean {
  return text.lines().every((line) => /^\s*(?:#.*)?$/.test(line));
}

function policyOf(config: Config): Policy {
  const { factors, origins, review_months, budget, wording_off, ignore, suggest_words } = config;
  const { reviewMonths, budget: usual } = defaultPolicy;
  return {
    added: { factors: factors ?? [], origins: origins ?? [] },
    reviewMonths: { ...reviewMonths, ...review_months },
    budget: {
      lessonsPerFile: budget?.lessons_per_file ?? usual.lessonsPerFile,
      findingsPerSymbol: budget?.findings_per_symbol ?? usual.findingsPerSymbol,
      hitsPerLesson: budget?.hits_per_lesson ?? usual.hitsPerLesson,
    },
    wordingOff: wording_off ?? [],
    ignore: ignore ?? [],
    suggestWords: suggest_words ?? [],
  };
}

function wholeGlobs(globs: readonly string[] = [], sheet: Sheet, reader: ValueReader): readonly string[] {
  const nodes = reader.entries(nodeAt(sheet.root, 'ignore'));
  return globs.filter((glob) => {
    const fault = faultOfGlob(glob);
    if (fault !== undefined) {
      const node = nodes.find((candidate) => isScalar(candidate) && candidate.value === glob);
      sheet.report({ code: 'glob-invalid', glob, fault }, node);
    }
    return fault === undefined;
  });
}
