import type { Severity } from '../../lesson/vocabulary';
import type { Section } from '../draft';
import { severityIn } from '../severity';
import { dayIn } from './days';
import { documentAlias } from './documentAlias';
import { type ImportFile, type ImportReading, nothingBut } from './imported';
import { digestOf } from './json';
import { distinctLinks, type ReferenceValue, referenceTo } from './links';
import { plainMarkdown, withoutAccounts } from './plainMarkdown';
import { type DocumentSection, sectionsOf } from './postMortemSections';
import { titleFrom } from './title';

/** A list of references that somebody reads; the text keeps all links. */
const mostLinks = 20;

/** A document about an incident, in Markdown, whatever its headings are. */
export function readPostMortem({ path, text }: ImportFile): ImportReading {
  const document = sectionsOf(text);
  const body = bodyOf(document.sections);
  if (body.every((section) => section.text === '')) {
    return nothingBut({ code: 'nothing-said' });
  }
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/(?:\.html)?\.m(?:d|arkdown)(?:\.erb)?$/i, '');
  const said = document.title ?? name.replace(/[-_]+/g, ' ');
  const { title, whole } = titleFrom(said, `Incident ${name}`);
  const { facts } = document;
  const written = document.sections.map((section) => section.text).join('\n');
  return {
    imported: [
      {
        source: path,
        revision: digestOf(text),
        draft: {
          title,
          severity: severityOf(facts),
          origin: 'incident',
          references: distinctLinks([
            referenceTo(facts.get('url') ?? facts.get('link') ?? facts.get('source') ?? '', 'INCIDENT'),
            ...linksIn(written),
          ]).slice(0, mostLinks),
          occurred: occurredOn(facts, said, name, written),
          aliases: [documentAlias('postmortem', path, said)],
          body: whole === undefined ? body : [{ heading: 'What happened', text: whole }, ...body],
        },
      },
    ],
    faults: [],
  };
}

/** Headings by which post-mortems are told from other documents; a page may have one of them by chance. */
export function isPostMortem(text: string): boolean {
  const { sections, title = '' } = sectionsOf(text);
  const known = new Set(sections.flatMap(({ kind }) => (kind === 'own' ? [] : [kind])));
  const isNamed = /post-?mortem|incident|outage|retrospective|rca\b/i.test(title);
  const isOfOne = isNamed && dayIn(title) !== undefined;
  known.delete('start');
  return isOfOne || known.size >= (isNamed ? 1 : 2);
}

const ours = {
  start: 'What happened',
  account: 'What happened',
  cause: 'Why it made sense',
  remedy: 'What to do instead',
} as const;

/** What belongs to one of our sections stands in it below its own heading; the rest keeps sections of its own. */
function bodyOf(sections: readonly DocumentSection[]): readonly Section[] {
  return sections.flatMap((section) => {
    const { kind, heading } = section;
    const text = withoutAccounts(plainMarkdown(section.text));
    if (kind === 'people' || text === '') {
      return [];
    }
    if (kind === 'own') {
      return [{ heading, text }];
    }
    const isSaid = heading === '' || heading.toLowerCase() === ours[kind].toLowerCase();
    return [{ heading: ours[kind], text: isSaid ? text : `### ${heading}\n\n${text}` }];
  });
}

function occurredOn(
  facts: ReadonlyMap<string, string>,
  title: string,
  name: string,
  text: string,
): string | undefined {
  const told = [...['date', 'incident date', 'start_time', 'occurred', 'start date/time', 'published']].map(
    (key) => facts.get(key) ?? '',
  );
  return [...told, title, name, text.slice(0, 1500)].map(dayIn).find((day) => day !== undefined);
}

function severityOf(facts: ReadonlyMap<string, string>): Severity | undefined {
  const said = facts.get('severity') ?? facts.get('priority') ?? '';
  return said === '' ? undefined : severityIn(/^\d$/.test(said) ? `SEV${said}` : `severity: ${said}`);
}

function linksIn(text: string): readonly (ReferenceValue | undefined)[] {
  // A bracket or a sign of the sentence around an address is not part of it.
  const urls = text.match(/https:\/\/[^\s<>"\\()[\]`|*]+/g) ?? [];
  return urls.slice(0, 500).map((url) => referenceTo(url.replace(/[.,;:!?'_]+$/, ''), typeOf(url)));
}

function typeOf(url: string): string {
  if (/\/commits?\/[\da-f]{7,40}\b/i.test(url)) {
    return 'GIT';
  }
  const isTalk =
    /\/(?:issues|pulls?|merge_requests|discussions)\/\d|\/browse\/[A-Z]+-\d|\bslack\.com|\bgroups\.google\.com|\bdiscord\b|gitter\.im|zoom\.us/i;
  return isTalk.test(url) ? 'DISCUSSION' : 'ARTICLE';
}
