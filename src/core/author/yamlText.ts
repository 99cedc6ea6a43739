import { stringify } from 'yaml';
import type { Insert } from './completion';
import type { ValuePlace } from './place';

type Style = Pick<ValuePlace, 'quote' | 'isFlow'>;

/** A text as YAML for a place: in the quotes that stand there, else in quotes only where it needs them. */
export function yamlText(value: string, { quote, isFlow }: Style): string {
  if (quote === '"') {
    return JSON.stringify(value);
  }
  if (quote === "'") {
    return `'${value.replaceAll("'", "''")}'`;
  }
  const options = { lineWidth: 0, singleQuote: true };
  return isFlow
    ? stringify([value], { ...options, collectionStyle: 'flow', flowCollectionPadding: false })
        .trimEnd()
        .slice(1, -1)
    : stringify(value, options).trimEnd();
}

/** A text that its author will go on with: behind it, but before the quote that ends it. */
export function yamlStart(value: string, place: Style & { readonly lead: string }): Insert {
  const written = yamlText(value, place);
  return written === value
    ? { kind: 'plain', text: place.lead + written }
    : { kind: 'snippet', text: `${literal(place.lead + written.slice(0, -1))}$0${written.slice(-1)}` };
}

/** A text as a snippet that says just this. */
export function literal(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
