import type { Completion, CompletionKind } from './completion';
import type { ValuePlace } from './place';
import { yamlText } from './yamlText';

/** A text that can be the value at a place. */
export function valueEntry(place: ValuePlace, kind: CompletionKind, value: string): Completion {
  const { range, quote, lead } = place;
  const insert = { kind: 'plain', text: lead + yamlText(value, place) } as const;
  return { kind, label: value, range, filter: quote + value, insert };
}
