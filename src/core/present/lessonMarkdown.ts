import * as l10n from '@vscode/l10n';
import { incidentOf, type Lesson } from '../lesson/lesson';
import { harmlessMarkdown } from './harmlessMarkdown';

const longestExcerpt = 240;
const longestCode = { lines: 8, letters: 800 };

/**
 * A lesson as Markdown for a hover. The author's words are not trusted: they are to be shown by something that runs no
 * commands and no HTML; what else could fetch or lead astray is taken out of them here.
 * @param withAdvice false where the advice already stands right above
 */
export function lessonMarkdown(lesson: Lesson, withAdvice: boolean): string {
  const paragraphs = [`**${escapeMarkdown(lesson.title)}**`, origin(lesson)];
  if (withAdvice && lesson.advice !== lesson.title) {
    paragraphs.push(escapeMarkdown(lesson.advice));
  }
  const body = lesson.body.value;
  const happened = excerpt(body, 'What happened') ?? excerpt(body);
  if (happened !== undefined) {
    paragraphs.push(harmlessMarkdown(happened));
  }
  const instead = excerpt(body, 'What to do instead');
  if (instead !== undefined) {
    paragraphs.push(`**${l10n.t('Instead:')}**`, harmlessMarkdown(instead));
  }
  return paragraphs.join('\n\n');
}

/** What kind of lesson this is, in a few words: "high severity, high confidence, 2019-07-02". */
export function lessonFacts(lesson: Lesson): string {
  const facts = [
    l10n.t('{0} severity', lesson.severity),
    l10n.t('{0} confidence', lesson.confidence),
    lesson.frontMatter.occurred,
    lesson.status === 'accepted' ? undefined : lesson.status,
  ];
  return facts.filter((fact) => fact !== undefined).join(', ');
}

export function escapeMarkdown(text: string): string {
  const escaped = text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()#+\-.!|<>~&$]/g, '\\$&');
  // Addresses become links without any of these signs.
  return harmlessMarkdown(escaped);
}

/** Where the lesson comes from, in one line that stays in sight however long the story is. */
function origin(lesson: Lesson): string {
  const incident = incidentOf(lesson);
  const facts = `*${escapeMarkdown(lessonFacts(lesson))}*`;
  if (incident === undefined) {
    return facts;
  }
  const host = /^https:\/\/([^/:?#]+)/.exec(incident.url)?.[1] ?? '';
  return `[${escapeMarkdown(l10n.t('Incident at {0}', host))}](<${incident.url}>) · ${facts}`;
}

/** The first paragraph or block of code below a heading, or of the whole body; a long text is cut at a word. */
function excerpt(body: string, heading?: string): string | undefined {
  const text = heading === undefined ? body.trim() : sectionOf(body, heading);
  const code = /^(`{3,}|~{3,})[^\n]*\n[\s\S]*?\n\1[ \t]*(?:\n|$)/.exec(text)?.[0];
  if (code !== undefined) {
    const isShort = code.split('\n').length <= longestCode.lines && code.length <= longestCode.letters;
    return isShort ? code.trimEnd() : undefined;
  }
  const [paragraph = ''] = text.split(/\n\s*\n/);
  if (paragraph === '' || /^(?:#|`{3}|~{3})/.test(paragraph)) {
    return undefined;
  }
  return shortened(paragraph);
}

/** Cut after a sentence, or at least after a word. */
function shortened(paragraph: string): string {
  if (paragraph.length <= longestExcerpt) {
    return paragraph;
  }
  const head = paragraph.slice(0, longestExcerpt);
  const sentence = /^[\s\S]*[.!?](?=\s)/.exec(head)?.[0] ?? '';
  return `${sentence.length > longestExcerpt / 2 ? sentence : head.replace(/\s+\S*$/, '')} …`;
}

function sectionOf(body: string, heading: string): string {
  const sections = body.split(/^#+[ \t]+/m);
  const section = sections.find((text) => text.toLowerCase().startsWith(heading.toLowerCase()));
  return section === undefined ? '' : section.slice(section.indexOf('\n') + 1).trim();
}
