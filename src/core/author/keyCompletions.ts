import * as l10n from '@vscode/l10n';
import { acceptanceKeys } from '../lesson/acceptance';
import { elementOf, type KeyPath } from '../lesson/keyPath';
import { type Rule, requiredKeys } from '../lesson/vocabulary';
import { keyMeaning } from '../present/keyWording';
import type { AuthorContext, Completion, Insert } from './completion';
import { keyMarkdown } from './keyMarkdown';
import type { KeyPlace } from './place';
import { usesOf } from './wordsInUse';
import { yamlText } from './yamlText';

/** The keys that the record does not have yet: first those without which it cannot be, or cannot be accepted. */
export function keyCompletions(place: KeyPlace, context: AuthorContext): readonly Completion[] {
  const names = Object.keys(place.keys).filter((name) => !place.given.has(name));
  const rank = (name: string) => rankOf(place, name);
  return names
    .sort((a, b) => rank(a) - rank(b))
    .map((name) => {
      const path = [...place.path, name];
      const rule = place.keys[name] as Rule;
      return {
        ...{ kind: 'key', label: name, range: place.range, filter: place.quote + name },
        description: descriptionOf(place, path),
        documentation: keyMarkdown(place.sheet, path),
        insert: insertOf(place, name, rule),
        goesOn: place.tail === 'nothing' && hasOffers(rule, { ...place, path }, context),
      };
    });
}

function rankOf({ sheet, path }: KeyPlace, name: string): number {
  const isAmong = (names: readonly string[]) => names.includes(name);
  if (sheet === 'lesson' && path.length === 0) {
    return isAmong(requiredKeys) ? 0 : isAmong(acceptanceKeys) ? 1 : 2;
  }
  return 2;
}

function descriptionOf(place: KeyPlace, path: KeyPath): string | undefined {
  switch (rankOf(place, path.at(-1) ?? '')) {
    case 0:
      return l10n.t('required');
    case 1:
      return l10n.t('needed to accept');
    default: {
      const fallback = keyMeaning(place.sheet, path)?.fallback;
      return fallback === undefined ? undefined : l10n.t('default: {0}', fallback);
    }
  }
}

function insertOf(place: KeyPlace, name: string, rule: Rule): Insert {
  const { lead, isFlow, indent, tail } = place;
  const key = lead + yamlText(name, place);
  if (tail !== 'nothing') {
    return { kind: 'plain', text: tail === 'colon' ? key : `${key}:` };
  }
  return isFlow ? inFlow(key, rule) : inBlock(key, rule, ' '.repeat(indent + 2));
}

function inFlow(key: string, rule: Rule): Insert {
  switch (rule.kind) {
    case 'list':
      return { kind: 'snippet', text: `${key}: [$0]` };
    case 'record':
      return { kind: 'snippet', text: `${key}: {$0}` };
    default:
      return beginning(`${key}: `, rule);
  }
}

function inBlock(key: string, rule: Rule, indent: string): Insert {
  switch (rule.kind) {
    case 'list':
      return beginning(`${key}:\n${indent}- `, rule.of);
    case 'record':
      return { kind: 'plain', text: `${key}:\n${indent}` };
    default:
      return beginning(`${key}: `, rule);
  }
}

/** The backslashes and brackets of patterns and code are safe in single quotes alone. */
function beginning(text: string, rule: Rule): Insert {
  const format = rule.kind === 'text' ? rule.format : undefined;
  switch (format) {
    case 'pattern':
    case 'replacement':
      return { kind: 'snippet', text: `${text}'$0'` };
    case 'https':
      return { kind: 'plain', text: `${text}https://` };
    default:
      return { kind: 'plain', text };
  }
}

/** Whether something can be offered for the key's value, so that asking for it shows more than an empty box. */
function hasOffers(rule: Rule, { sheet, path, given }: KeyPlace, { library }: AuthorContext): boolean {
  const element = elementOf(rule);
  if (element.kind !== 'text') {
    return element.kind !== 'anything';
  }
  switch (element.format) {
    case 'id':
      return path[0] === 'id' || library.lessons.length > 0;
    case 'symbol':
      return given.has('paths') || given.has('path');
    case 'date':
    case 'glob':
    case 'path':
    case 'language':
    case 'flags':
      return true;
    default:
      return usesOf(library, { sheet, path }).size > 0;
  }
}
