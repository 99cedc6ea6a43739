import { stringify } from 'yaml';
import type { Data } from '../edit/data';
import { configVocabulary } from '../lesson/config';
import type { KeyPath } from '../lesson/keyPath';
import { defaultPolicy } from '../lesson/policy';
import { keyMeaning } from '../present/keyWording';

type ConfigKey = keyof typeof configVocabulary;

/** What holds where the file is silent, by the file's own names; an empty list says less than an example does. */
const defaults: Readonly<Record<ConfigKey, Data | undefined>> = {
  factors: undefined,
  origins: undefined,
  review_months: { ...defaultPolicy.reviewMonths },
  budget: {
    lessons_per_file: defaultPolicy.budget.lessonsPerFile,
    findings_per_symbol: defaultPolicy.budget.findingsPerSymbol,
    hits_per_lesson: defaultPolicy.budget.hitsPerLesson,
  },
  wording_off: undefined,
  ignore: undefined,
  suggest_words: undefined,
};

/**
 * A first `config.yaml`, which changes nothing: every key with its default, or an example where nothing is the default,
 * behind a `#`. Behind the `#` of a sentence there is a blank, behind that of a key there is none.
 */
export function starterConfig(): string {
  const keys = (Object.keys(configVocabulary) as ConfigKey[]).map(keyLines);
  return `# What your team decides for all of its lessons. Nothing here is in force yet:
# take the "#" away from a key, and from the lines that belong to it, to set it.

${keys.join('\n')}`;
}

function keyLines(key: ConfigKey): string {
  const { meaning = '', example = '', fallback } = keyMeaning('config', [key]) ?? {};
  const value = defaults[key];
  const yaml = value === undefined ? example : stringify({ [key]: value });
  const said = fallback === undefined ? meaning : `${meaning} Default: ${fallback}.`;
  const lines = yaml.trimEnd().split('\n');
  return [`# ${said}`, ...lines.map((line) => `#${withMeaning(line, [key])}`)].join('\n').concat('\n');
}

/** A key below another one has its meaning behind it. */
function withMeaning(line: string, above: KeyPath): string {
  const key = /^ +(\w+):/.exec(line)?.[1];
  const meaning = key && keyMeaning('config', [...above, key])?.meaning;
  return meaning ? `${line} # ${meaning}` : line;
}
