import type { Scope } from '../lesson/lesson';
import { isHttpsLink } from '../lesson/link';
import { hasLength } from '../lesson/textLength';
import { vocabulary } from '../lesson/vocabulary';
import type { CaptureSite } from './captureSite';
import type { Draft, Section } from './draft';
import { titleFor } from './draftTitle';
import { severityIn } from './severity';

/** What a person said of a fault, as they typed it; each may be empty. */
export interface Said {
  readonly title: string;
  readonly advice: string;
  readonly link: string;
}

/**
 * A draft of what was said about a place. What is too long, too short or no link for the key that it was asked for goes
 * into the body, so that nothing of it is lost and the draft is valid.
 */
export function capturedDraft(
  said: Said,
  { explainedAt, ...site }: CaptureSite,
  { id, created }: Pick<Draft, 'id' | 'created'>,
): Draft {
  const [evidence] = site.evidence ?? [];
  const path = evidence?.path ?? pathOf(site.scopes?.[0]);
  const place = path === undefined ? undefined : { path, symbol: evidence?.symbol };
  const { title, rest } = titleFor(said.title, place);
  const advice = said.advice.trim();
  const link = said.link.trim();
  const isAdvice = hasLength(advice, vocabulary.advice);
  const isLink = isHttpsLink(link);
  const severity = severityIn(`${said.title}\n${advice}`);
  return {
    ...{ id, title, created, ...site },
    ...(isAdvice && { advice }),
    ...(severity !== undefined && { severity }),
    references: [
      ...(isLink ? [{ type: 'INCIDENT', url: link } as const] : []),
      ...(explainedAt === undefined ? [] : [{ type: 'WEB', url: explainedAt } as const]),
    ],
    body: [
      ...sections('What happened', rest, isLink ? undefined : link),
      ...sections('What to do instead', isAdvice ? undefined : advice),
    ],
  };
}

function sections(heading: string, ...texts: readonly (string | undefined)[]): Section[] {
  return texts.flatMap((text) => (text === undefined || text === '' ? [] : [{ heading, text }]));
}

/** The file or folder that a scope names, without what makes it a glob. */
function pathOf(scope: Scope | undefined): string | undefined {
  return scope?.paths?.[0]?.replace(/(?:^|\/)\*\*$/, '') || undefined;
}
