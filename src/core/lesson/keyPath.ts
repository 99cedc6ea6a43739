import { configVocabulary } from './config';
import { type Rule, vocabulary } from './vocabulary';

/** The way to a key of the front matter or of a config, without list positions: `['applies_to', 'paths']`. */
export type KeyPath = readonly string[];

export type SheetKind = 'lesson' | 'config';

/** The keys at the top of a lesson file or of a team's config, and what each may hold. */
export function rootRule(kind: SheetKind): Rule & { kind: 'record' } {
  return { kind: 'record', keys: kind === 'lesson' ? vocabulary : configVocabulary };
}

/** What stands at a path; lists are looked through. `undefined` where the format has no such key. */
export function ruleAt(kind: SheetKind, path: KeyPath): Rule | undefined {
  return path.reduce<Rule | undefined>((rule, key) => {
    const record = rule && elementOf(rule);
    return record?.kind === 'record' && Object.hasOwn(record.keys, key) ? record.keys[key] : undefined;
  }, rootRule(kind));
}

/** What a list is made of; anything else is itself. */
export function elementOf(rule: Rule): Rule {
  return rule.kind === 'list' ? rule.of : rule;
}
