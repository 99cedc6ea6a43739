import { plainLetters } from './json';

/**
 * What a document is known by: its path and its title, so that either may change. No digest: the document that was
 * mended since is the same one.
 */
export function documentAlias(kind: 'postmortem' | 'codetour', path: string, title: string): string {
  const words = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return `${kind}:${plainLetters(path).replace(/\s+/g, ' ').replaceAll('#', '%23')}#${[...words].slice(0, 80).join('')}`;
}

/** The keys by which two aliases are of one document: the whole path, unless it is a name alone; name and title. */
export function documentKeys(alias: string): readonly string[] {
  const [, kind, path = '', title] = /^(postmortem|codetour):([^#]*)#(.*)$/u.exec(alias) ?? [];
  if (kind === undefined) {
    return [];
  }
  const name = path.slice(path.lastIndexOf('/') + 1);
  return [...(path === name ? [] : [`${kind}:${path}`]), `${kind}:${name}#${title}`];
}
