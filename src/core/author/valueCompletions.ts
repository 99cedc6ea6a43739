import * as l10n from '@vscode/l10n';
import type { Rule } from '../lesson/vocabulary';
import { keyMeaning, valueMeaning } from '../present/keyWording';
import type { AuthorContext, Completion } from './completion';
import { dateCompletions } from './dateCompletions';
import { addedMeaning } from './keyMarkdown';
import { freshId, lessonIds } from './lessonCompletions';
import { pathCompletions } from './pathCompletions';
import type { ValuePlace } from './place';
import { symbolCompletions } from './symbolCompletions';
import { valueEntry } from './valueEntry';
import { usesOf } from './wordsInUse';

/** What the value of a key can be, as far as the format, the library or the workspace knows. */
export async function valueCompletions(
  place: ValuePlace,
  context: AuthorContext,
): Promise<readonly Completion[]> {
  switch (place.rule.kind) {
    case 'choice':
      return choices(place, place.rule, context);
    case 'count':
      return counts(place);
    case 'text':
      return texts(place, context);
    default:
      return [];
  }
}

async function texts(place: ValuePlace, context: AuthorContext): Promise<readonly Completion[]> {
  const format = place.rule.kind === 'text' ? place.rule.format : undefined;
  switch (format) {
    case 'id':
      return place.path[0] === 'id' ? freshId(place, context) : lessonIds(place, context);
    case 'date':
      return dateCompletions(place, context);
    case 'flags':
      return flags(place);
    case 'language':
      return languages(place, context);
    case 'glob':
    case 'path':
      return pathCompletions(place, context);
    case 'symbol':
      return symbolCompletions(place, context);
    default:
      return words(place, context);
  }
}

function choices(place: ValuePlace, rule: Rule & { kind: 'choice' }, context: AuthorContext): Completion[] {
  const { library, path } = context;
  const added = rule.extendedBy === undefined ? [] : library.policy.added[rule.extendedBy];
  const uses = usesOf(library, place, path);
  return [...new Set([...rule.values, ...added])]
    .filter((value) => !place.others.includes(value))
    .sort((a, b) => (uses.get(b) ?? 0) - (uses.get(a) ?? 0))
    .map((value) => {
      const documentation = valueMeaning(place.sheet, place.path, value) ?? addedMeaning();
      const description = [useWords(uses.get(value)), documentation].filter((words) => words !== undefined);
      return { ...valueEntry(place, 'choice', value), description: description.join(': '), documentation };
    });
}

/** The number that holds anyway, to start from. */
function counts(place: ValuePlace): Completion[] {
  const fallback = keyMeaning(place.sheet, place.path)?.fallback ?? '';
  const insert = { kind: 'plain', text: place.lead + fallback } as const;
  const description = l10n.t('the default');
  return /^\d+$/.test(fallback) ? [{ ...valueEntry(place, 'count', fallback), description, insert }] : [];
}

function flags(place: ValuePlace): Completion[] {
  const meanings = {
    i: l10n.t('upper and lower case alike'),
    s: l10n.t('a dot matches line breaks too'),
    is: l10n.t('both'),
  };
  return Object.entries(meanings).map(([value, description]) => ({
    ...valueEntry(place, 'choice', value),
    description,
  }));
}

async function languages(place: ValuePlace, { workspace }: AuthorContext): Promise<Completion[]> {
  const ids = await workspace.languages();
  return ids.filter((id) => !place.others.includes(id)).map((id) => valueEntry(place, 'language', id));
}

/** What other lessons say at the same key. */
function words(place: ValuePlace, { library, path }: AuthorContext): Completion[] {
  return [...usesOf(library, place, path)]
    .filter(([word]) => !place.others.includes(word))
    .map(([word, uses]) => ({ ...valueEntry(place, 'word', word), description: useWords(uses) }));
}

function useWords(uses: number | undefined): string | undefined {
  return uses === undefined ? undefined : uses === 1 ? l10n.t('in 1 lesson') : l10n.t('in {0} lessons', uses);
}
