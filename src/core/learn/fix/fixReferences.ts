import { commitPage } from '../../history/webAddress';
import type { FrontMatter } from '../../lesson/vocabulary';
import type { FixMessage } from './fixMessage';
import type { FoundFix } from './foundFix';

type Reference = NonNullable<FrontMatter['references']>[number];

/** Where the fix and what it mended can be read about, each address once. */
export function referencesTo(
  { web, commit, introduced: [first] }: FoundFix,
  { links, number }: FixMessage,
): readonly Reference[] {
  const isOnGitHub = web?.project.startsWith('https://github.com/') === true;
  const all: Reference[] = [
    ...(web === undefined ? [] : [{ type: 'FIX' as const, url: commitPage(web.project, commit.id) }]),
    ...(web === undefined || first === undefined
      ? []
      : [{ type: 'INTRODUCED' as const, url: commitPage(web.project, first.commit) }]),
    // GitHub leads from an issue's number to the pull request that has it.
    ...(isOnGitHub && number !== undefined
      ? [{ type: 'DISCUSSION' as const, url: `${web.project}/issues/${number}` }]
      : []),
    ...links.map((url) => ({ type: typeOf(url), url })),
  ];
  return all.filter(({ url }, index) => all.findIndex((other) => other.url === url) === index);
}

function typeOf(url: string): Reference['type'] {
  if (/\/advisories\/|\/CVE-\d/i.test(url)) {
    return 'ADVISORY';
  }
  return /\/(?:pull|issues|merge_requests|discussions)\/\d+/.test(url) ? 'DISCUSSION' : 'WEB';
}
