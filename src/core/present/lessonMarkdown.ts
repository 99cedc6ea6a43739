import * as l10n from '@vscode/l10n';
import type { Control } from '../lesson/control';
import { incidentOf, type Lesson } from '../lesson/lesson';
import { ageMessage } from './ageWording';
import { controlMessage } from './controlWording';
import { harmlessMarkdown } from './harmlessMarkdown';

/** Between facts that stand in one paragraph, as a hover has little height. */
export const between = ' · ';

const longestExcerpt = 240;
const longestCode = { lines: 8, letters: 800 };

/** What is told of a lesson besides its file. */
export interface LessonSurroundings {
  /** False where the advice already stands right above. */
  readonly withAdvice: boolean;
  /** YYYY-MM-DD */
  readonly today: string;
  /** The strong control that is in place. */
  readonly control?: Control;
  /** Where the lesson comes from, where that is not plain: a pack, or a folder among several. */
  readonly source?: string;
  /** How many found it useful, and how many did not. */
  readonly votes?: { readonly useful: number; readonly notUseful: number };
}

/**
 * A lesson as Markdown for a hover: the advice, what happened, then where that is known from. The author's words are not
 * trusted: they are to be shown by something that runs no commands and no HTML; what else could fetch or lead astray is
 * taken out of them here.
 */
export function lessonMarkdown(lesson: Lesson, around: LessonSurroundings): string {
  const { title, advice } = lesson;
  const paragraphs = around.withAdvice && advice !== title ? [`**${escapeMarkdown(advice)}**`] : [];
  paragraphs.push(paragraphs.length === 0 ? `**${escapeMarkdown(title)}**` : escapeMarkdown(title));
  const body = lesson.body.value;
  const happened = excerpt(body, 'What happened') ?? excerpt(body);
  if (happened !== undefined) {
    paragraphs.push(harmlessMarkdown(happened));
  }
  const instead = excerpt(body, 'What to do instead');
  if (instead !== undefined) {
    // Code stands below what leads to it, prose beside.
    const space = instead.startsWith('`') || instead.startsWith('~') ? '\n\n' : ' ';
    const story = happened === undefined ? '' : `${paragraphs.pop()} `;
    paragraphs.push(`${story}**${l10n.t('Instead:')}**${space}${harmlessMarkdown(instead)}`);
  }
  paragraphs.push([originLine(lesson, around), keeperLine(lesson, around)].join(between));
  return paragraphs.join('\n\n');
}

/** What kind of lesson this is, in a few words: "high severity, high confidence, 2019-07-02". */
export function lessonFacts(lesson: Lesson): string {
  return lessonFactList(lesson).join(', ');
}

/** The same, fact by fact. */
export function lessonFactList(lesson: Lesson): readonly string[] {
  return factsOf(lesson, lesson.frontMatter.occurred);
}

function factsOf(lesson: Lesson, when: string | undefined): string[] {
  const facts = [
    l10n.t('{0} severity', lesson.severity),
    l10n.t('{0} confidence', lesson.confidence),
    when,
    lesson.status === 'accepted' ? undefined : lesson.status,
  ];
  return facts.filter((fact) => fact !== undefined);
}

/** Where the lesson comes from, how old it is, and how sure. */
function originLine(lesson: Lesson, { today, votes }: LessonSurroundings): string {
  const { occurred = lesson.frontMatter.created } = lesson.frontMatter;
  const facts = factsOf(lesson, occurred && ageMessage(occurred, today));
  if (votes !== undefined) {
    facts.push(l10n.t('useful to {0} of {1}', votes.useful, votes.useful + votes.notUseful));
  }
  const told = `*${escapeMarkdown(facts.join(', '))}*`;
  const incident = incidentOf(lesson);
  if (incident === undefined) {
    return told;
  }
  const host = /^https:\/\/([^/:?#]+)/.exec(incident.url)?.[1] ?? '';
  return `[${escapeMarkdown(l10n.t('Incident at {0}', host))}](<${incident.url}>)${between}${told}`;
}

/** What keeps it from happening again, and whose lesson it is. */
function keeperLine(lesson: Lesson, { control, source }: LessonSurroundings): string {
  const keeper = `*${escapeMarkdown(controlMessage(lesson, control))}*`;
  return source === undefined ? keeper : `${keeper}${between}*${escapeMarkdown(l10n.t('From {0}', source))}*`;
}

export function escapeMarkdown(text: string): string {
  const escaped = text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()#+\-.!|<>~&$]/g, '\\$&');
  // Addresses become links without any of these signs.
  return harmlessMarkdown(escaped);
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
