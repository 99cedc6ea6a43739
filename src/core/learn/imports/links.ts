import { isHttpsLink } from '../../lesson/link';
import { type FrontMatter, vocabulary } from '../../lesson/vocabulary';

export type ReferenceValue = NonNullable<FrontMatter['references']>[number];

const types: ReadonlySet<string> = new Set(vocabulary.references.of.keys.type.values);
const longestLink = 2000;
/** A list that a person still looks through. */
const mostLinks = 100;

/** An address as a lesson may name it, with its type as far as lessons know it. */
export function referenceTo(url: string, type?: string): ReferenceValue | undefined {
  if (!isHttpsLink(url) || url.length > longestLink || /\p{Cc}/u.test(url)) {
    return undefined;
  }
  return type !== undefined && types.has(type) ? { type: type as ReferenceValue['type'], url } : { url };
}

/** Each address once, as it was named first. */
export function distinctLinks(links: readonly (ReferenceValue | undefined)[]): readonly ReferenceValue[] {
  const byUrl = new Map<string, ReferenceValue>();
  for (const link of links) {
    if (link?.url !== undefined && !byUrl.has(link.url)) {
      byUrl.set(link.url, link);
    }
  }
  return [...byUrl.values()].slice(0, mostLinks);
}
