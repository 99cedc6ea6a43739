import * as l10n from '@vscode/l10n';
import { acceptanceKeys } from '../lesson/acceptance';
import { elementOf, type KeyPath, ruleAt, type SheetKind } from '../lesson/keyPath';
import { type Rule, requiredKeys } from '../lesson/vocabulary';
import { keyMeaning, valueMeaning } from '../present/keyWording';
import { ruleInWords } from '../present/ruleWording';

/** More values than this are named without their meanings; each tells its own when it is chosen. */
const mostMeanings = 8;

/** What a key is for: its meaning, what it may hold, its default and an example. `undefined` for unknown keys. */
export function keyMarkdown(kind: SheetKind, path: KeyPath): string | undefined {
  const known = keyMeaning(kind, path);
  if (known === undefined) {
    return undefined;
  }
  const { meaning, example, fallback } = known;
  const rule = ruleAt(kind, path);
  const paragraphs = [
    `**${path.at(-1)}**: ${meaning}`,
    rule && holdsWords(kind, path, rule),
    needWords(kind, path),
    fallback === undefined ? undefined : l10n.t('Default: {0}', fallback),
    example === undefined ? undefined : `\`\`\`yaml\n${example}\n\`\`\``,
  ];
  return paragraphs.filter((paragraph) => paragraph !== undefined).join('\n\n');
}

/** A short choice tells what each value means; a long one leaves that to each value. */
function holdsWords(kind: SheetKind, path: KeyPath, rule: Rule): string {
  const element = elementOf(rule);
  return element.kind === 'choice' && element.values.length <= mostMeanings
    ? element.values.map((value) => `- ${code(value)}: ${valueMeaning(kind, path, value)}`).join('\n')
    : l10n.t('Holds {0}.', ruleInWords(rule, code));
}

function needWords(kind: SheetKind, path: KeyPath): string | undefined {
  const name = kind === 'lesson' && path.length === 1 ? path[0] : undefined;
  if (requiredKeys.some((key) => key === name)) {
    return l10n.t('Every lesson needs it.');
  }
  return acceptanceKeys.some((key) => key === name) ? l10n.t('A lesson needs it to be accepted.') : undefined;
}

function code(word: string): string {
  return `\`${word}\``;
}

/** What can be said of a word that a team has added to a closed list. */
export function addedMeaning(): string {
  return l10n.t('A word of your team, from config.yaml.');
}
