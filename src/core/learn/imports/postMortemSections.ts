import { plainLetters } from './json';
import { isPeople, withoutPeople } from './people';
import { linesOf } from './plainMarkdown';

/**
 * What a section of a post-mortem is for: what came before the first heading, the account of the facts, why it came to
 * that, what is done about it, who was there, or anything else.
 */
export type SectionKind = 'start' | 'account' | 'cause' | 'remedy' | 'people' | 'own';

export interface DocumentSection {
  readonly kind: SectionKind;
  /** Empty for what stands before the first heading. */
  readonly heading: string;
  readonly text: string;
}

export interface PostMortemDocument {
  readonly title?: string;
  /** What front matter, tables and lines like `Date: …` say, by their names in small letters. */
  readonly facts: ReadonlyMap<string, string>;
  readonly sections: readonly DocumentSection[];
}

/** The headings of the templates of Google, PagerDuty, Etsy, Atlassian, Howie, Elastic and etcd, and their kin. */
const headings: readonly (readonly [Exclude<SectionKind, 'start' | 'own'>, RegExp])[] = [
  [
    'account',
    /^(?:(?:executive|incident|issue) )?(?:summary(?: of (?:the )?\S+)?|overview|timeline|impact|what happened|tl;?dr|description)$|^(?:customer |user |business |summary of )?impact$|^detection$|^(?:lead-?up|fault|response|recovery|resolution(?: and recovery)?|mitigation|escalation|background|scope|event timeline|investigation)$/,
  ],
  [
    'cause',
    /^(?:root )?causes?(?: analysis| and mitigation)?$|^root cause identification$|^contributing (?:factors?|conditions?|causes?)(?: analysis)?$|^(?:the )?triggers?$|^(?:five|5) whys?$|^why (?:did it happen|it (?:happened|failed|made sense)|(?:it|this) wasn't caught|we were surprised)$|^what (?:caused|surprised|contributed).*$|^(?:contributors|enablers|mitigators|difficulties in handling)$|^how (?:it happened|did it happen)$/,
  ],
  [
    'remedy',
    /^(?:(?:immediate|corrective|preventive|preventative|corrective and prevent(?:at)?ive|follow-?up|long-?term|medium-?term|short-?term|next|future|planned) )*(?:action items?|actions?|measures|remediations?|follow-?ups?|next steps?|steps)(?: (?:&|and) follow-?ups?)?(?: \(.*\))?$|^lessons? learn(?:ed|t)$|^learnings?$|^(?:key )?take-?aways$|^recommendations?$|^prevention$|^moving forward$|^(?:process|technical|documentation|(?:short|medium|long)-?term) improvements?.*$|^improvements?$|^what (?:should|will|can) (?:you|we) do.*$|^how (?:do|will|can|are) we prevent.*$/,
  ],
];

const kindOfHeading = (heading: string): Exclude<SectionKind, 'start'> => {
  const name = heading
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/\(s\)|[:.?!]+$/g, '')
    .trim();
  return isPeople(name) ? 'people' : (headings.find(([, pattern]) => pattern.test(name))?.[0] ?? 'own');
};

/** Takes a document apart; who wrote it and who was there is left out. */
export function sectionsOf(document: string): PostMortemDocument {
  const [front, markdown] = splitFront(document);
  const facts = new Map(front);
  const sections: { kind: SectionKind; heading: string; level: number; lines: string[] }[] = [
    { kind: 'start', heading: '', level: 7, lines: [] },
  ];
  let title = facts.get('title');
  let isFirst = true;
  for (const { text, isCode } of withoutPeople(linesOf(markdown))) {
    const [, marks = '', said = ''] = (isCode ? null : /^ {0,3}(#{1,6})[ \t]+(.*?)[ \t#]*$/.exec(text)) ?? [];
    const current = sections.at(-1);
    if (marks === '' || said === '') {
      current?.lines.push(text);
      factOf(text, facts);
      continue;
    }
    const heading = headingText(said);
    const kind = kindOfHeading(heading);
    if (isFirst && kind === 'own') {
      title ??= heading;
    } else if (kind !== 'own' || current === undefined || marks.length <= current.level) {
      sections.push({ kind, heading, level: marks.length, lines: [] });
    } else {
      current.lines.push(text);
    }
    isFirst = false;
  }
  return {
    title,
    facts: withSections(facts, sections),
    sections: sections.map(({ kind, heading, lines }) => ({ kind, heading, text: lines.join('\n').trim() })),
  };
}

/** Some templates have a heading for the day alone. */
function withSections(
  facts: ReadonlyMap<string, string>,
  sections: readonly { readonly heading: string; readonly lines: readonly string[] }[],
): ReadonlyMap<string, string> {
  const said = sections.flatMap(({ heading, lines }) =>
    /^(?:incident )?date$|^severity$/i.test(heading)
      ? [[heading.toLowerCase(), lines.join(' ').trim()] as const]
      : [],
  );
  return new Map([...facts, ...said]);
}

/** YAML before the text, as far as it is a name and a value on one line; whatever else is in it is not for lessons. */
function splitFront(document: string): readonly [readonly (readonly [string, string])[], string] {
  const text = plainLetters(document);
  const [whole, yaml = ''] = /^---[ \t]*\n([\s\S]{0,20000}?)\n---[ \t]*(?:\n|$)/.exec(text) ?? [];
  const facts = yaml.split('\n').flatMap((line) => {
    const [, key = '', value = ''] = /^([A-Za-z][\w -]{0,40}):[ \t]+(\S.*)$/.exec(line) ?? [];
    const plain = value.replace(/^(["'])(.*)\1$/, '$2').trim();
    return plain === '' || /^[|>&*[{]/.test(plain) ? [] : [[key.toLowerCase(), plain] as const];
  });
  const known = facts.find(([key]) => key === 'summary')?.[1];
  const body = whole === undefined ? text : text.slice(whole.length);
  return [facts, known === undefined ? body : `${known}\n\n${body}`];
}

/** `**Date:** 2026-11-22`, `- Severity: SEV1`, `| Date | 2026-11-22 |` */
function factOf(line: string, facts: Map<string, string>): void {
  const [, name = '', value = ''] =
    /^[\s>|*_-]{0,12}(date|incident date|start date\/time|severity|priority|occurred|link|url)\b[\s*_]*[:|][\s*_|]*(\S.{0,200}?)[\s|*_]*$/i.exec(
      line,
    ) ?? [];
  if (name !== '' && !facts.has(name.toLowerCase())) {
    facts.set(name.toLowerCase(), value);
  }
}

/** A heading's words, without marks that Markdown has for them. */
function headingText(said: string): string {
  const words = said
    .replace(/\[([^[\]]{1,200})\]\([^()]{0,500}\)/g, '$1')
    .replace(/[*_`<>[\]]+/g, '')
    .trim();
  return [...words.replace(/:$/, '')].slice(0, 120).join('').trim() || 'Section';
}
