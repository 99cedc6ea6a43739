import * as vscode from 'vscode';
import { dayOf } from '../core/lesson/calendar';
import { incidentOf, isRetired } from '../core/lesson/lesson';
import { packOf } from '../core/library/files';
import type { Match } from '../core/match/match';
import { groupLabel } from '../core/present/groupWording';
import { escapeMarkdown, lessonFactList, lessonMarkdown } from '../core/present/lessonMarkdown';
import { matchPlace, whyMarkdown } from '../core/present/matchWording';
import { quietReason } from '../core/present/quietWording';
import { reviewReason } from '../core/present/reviewWording';
import { shortCommit, suggestionReasons, suggestionTitle } from '../core/present/suggestionWording';
import { commands } from './contributions';
import { toRange } from './convert';
import type { LessonFolder } from './lessonFolder';
import { type FoundLesson, refTo } from './lessonRef';
import type {
  BrokenRow,
  GroupRow,
  LessonRow,
  NoteRow,
  PageRow,
  Section,
  SuggestionRow,
  Told,
} from './treeRow';

const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;

/** @param detail what is said beside the label: a number, and how the section is grouped */
export function sectionItem(section: Section, detail: string): vscode.TreeItem {
  // What is not there yet waits until somebody has time for it.
  const item = new vscode.TreeItem(sectionLabel(section), section === 'worth' ? Collapsed : Expanded);
  item.id = section;
  item.description = detail;
  return item;
}

export function groupItem({ id, group }: GroupRow, isOpen: boolean): vscode.TreeItem {
  const item = new vscode.TreeItem(groupLabel(group.name), isOpen ? Expanded : Collapsed);
  item.id = id;
  item.description = String(group.lessons.length);
  return item;
}

export function pageItem({ id, label, count }: PageRow): vscode.TreeItem {
  const item = new vscode.TreeItem(label, Collapsed);
  item.id = id;
  item.description = String(count);
  return item;
}

export function noteItem({ note }: NoteRow): vscode.TreeItem {
  const item = new vscode.TreeItem(
    note === 'no-file' ? vscode.l10n.t('No file is open') : vscode.l10n.t('No lesson applies to this file'),
  );
  item.id = 'note';
  return item;
}

function sectionLabel(section: Section): string {
  switch (section) {
    case 'file':
      return vscode.l10n.t('This File');
    case 'broken':
      return vscode.l10n.t('Needs Repair');
    case 'review':
      return vscode.l10n.t('Needs Review');
    case 'all':
      return vscode.l10n.t('All Lessons');
    case 'worth':
      return vscode.l10n.t('Worth a Lesson');
  }
}

export function lessonItem({ found, told }: LessonRow): vscode.TreeItem {
  const { folder, lesson } = found;
  const words = wordsOf(found, told);
  const item = new vscode.TreeItem(lesson.title);
  item.id = `${told.kind}:${folder.uri.toString()}:${lesson.id}`;
  item.description = words.join(' · ');
  item.iconPath = new vscode.ThemeIcon(iconOf(lesson, told));
  item.contextValue = kindWords(lesson).join(' ');
  item.accessibilityInformation = {
    label: [...new Set([lesson.title, ...words, ...lessonFactList(lesson)])].join(', '),
  };
  item.command =
    told.kind === 'file' && told.finding.match.range !== undefined
      ? goToCode(folder, told.finding.match)
      : {
          command: commands.openLesson,
          title: vscode.l10n.t('Open Lesson'),
          arguments: [refTo(found)],
        };
  return item;
}

/** What a row says beside the title. */
function wordsOf({ lesson }: FoundLesson, told: Told): readonly string[] {
  switch (told.kind) {
    case 'file': {
      const { finding, places } = told;
      const quiet = quietReason(finding);
      return [
        matchPlace(finding.match),
        ...(places === 1 ? [] : [vscode.l10n.t('{0} places', places)]),
        ...(quiet === undefined ? [] : [quiet]),
      ];
    }
    case 'review':
      return told.reasons.map(reviewReason);
    case 'all': {
      const status = isRetired(lesson) || lesson.status === 'proposed' ? [statusOf(lesson)] : [];
      return [...status, ...(told.source === undefined ? [] : [told.source])];
    }
  }
}

function statusOf({ status, frontMatter: { withdrawn } }: FoundLesson['lesson']): string {
  return withdrawn === undefined ? status : 'withdrawn';
}

/** What is worked out only for a row that the pointer rests on. */
export function lessonTooltip({ found: { lesson }, told }: LessonRow): string {
  const story = lessonMarkdown(lesson, { withAdvice: true, today: dayOf(new Date()) });
  if (told.kind !== 'file') {
    return story;
  }
  const quiet = quietReason(told.finding);
  const reason = quiet === undefined ? [] : [`*${escapeMarkdown(vscode.l10n.t('Quiet: {0}', quiet))}*`];
  return [story, whyMarkdown(told.finding.match), ...reason].join('\n\n');
}

/** What menus go by. A lesson of a pack has no status here: it is changed elsewhere. */
function kindWords(lesson: FoundLesson['lesson']): readonly string[] {
  const status = isRetired(lesson) ? 'retired' : lesson.status;
  return [
    'lesson',
    packOf(lesson.path) === undefined ? status : 'pack',
    ...(incidentOf(lesson) === undefined ? [] : ['incident']),
  ];
}

/** In the section of the active file a row leads to the place; the lesson is one button or link further. */
function goToCode(folder: LessonFolder, { path, range }: Match): vscode.Command {
  const options: vscode.TextDocumentShowOptions = { selection: range && toRange(range) };
  return {
    command: 'vscode.open',
    title: vscode.l10n.t('Go to Code'),
    arguments: [folder.uriOf(path), options],
  };
}

function iconOf(lesson: FoundLesson['lesson'], told: Told): string {
  if (isRetired(lesson)) {
    return 'archive';
  }
  if (told.kind === 'file' && told.finding.surface !== 'diagnostic') {
    return 'mute';
  }
  if (packOf(lesson.path) !== undefined) {
    return 'package';
  }
  return lesson.status === 'proposed' ? 'lightbulb' : 'mortar-board';
}

export function brokenItem({ folder, path, problems }: BrokenRow): vscode.TreeItem {
  const item = new vscode.TreeItem(path.slice(path.lastIndexOf('/') + 1));
  item.id = `broken:${folder.uriOf(path).toString()}`;
  item.description =
    problems.length === 1 ? vscode.l10n.t('1 problem') : vscode.l10n.t('{0} problems', problems.length);
  item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  item.accessibilityInformation = { label: `${item.label}, ${item.description}` };
  const selection = problems[0] && toRange(problems[0].range);
  const title = vscode.l10n.t('Open Lesson');
  item.command = { command: 'vscode.open', title, arguments: [folder.uriOf(path), { selection }] };
  return item;
}

export function suggestionItem(row: SuggestionRow): vscode.TreeItem {
  const { folder, ref, suggestion } = row;
  const [title, reasons] = [suggestionTitle(suggestion), suggestionReasons(suggestion)];
  const item = new vscode.TreeItem(title);
  item.id = `worth:${folder}:${ref}`;
  item.description = [suggestion.date, ...reasons].join(' · ');
  item.iconPath = new vscode.ThemeIcon('git-commit');
  item.contextValue = 'suggestion';
  item.tooltip = [
    title,
    `${suggestion.date} · ${shortCommit(ref)}`,
    reasons.join(', '),
    ...suggestion.files.slice(0, 5),
  ].join('\n');
  item.accessibilityInformation = { label: [title, suggestion.date, ...reasons].join(', ') };
  item.command = {
    command: commands.showSuggestion,
    title: vscode.l10n.t('Show What It Changed'),
    arguments: [row],
  };
  return item;
}
