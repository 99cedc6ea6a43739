import * as vscode from 'vscode';
import { incidentOf, isRetired } from '../core/lesson/lesson';
import type { Problem } from '../core/lesson/problem';
import type { Match } from '../core/match/match';
import { lessonFacts } from '../core/present/lessonMarkdown';
import { whyMessage } from '../core/present/matchWording';
import { problemMessage } from '../core/present/problemWording';
import { commands } from './contributions';
import { toRange } from './convert';
import type { LessonFolder } from './lessonFolder';
import { type FoundLesson, refTo } from './lessonRef';
import { type PageRow, type Section, sectionId } from './treeRow';

export function sectionItem(section: Section, count: number): vscode.TreeItem {
  const item = new vscode.TreeItem(labelOf(section), vscode.TreeItemCollapsibleState.Expanded);
  item.id = sectionId(section);
  item.description = String(count);
  return item;
}

export function pageItem({ id, label, rows }: PageRow): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = id;
  item.description = String(rows.length);
  return item;
}

function labelOf(section: Section): string {
  switch (section.kind) {
    case 'file':
      return vscode.l10n.t('This File');
    case 'broken':
      return vscode.l10n.t('Needs Repair');
    case 'all':
      return vscode.l10n.t('All Lessons');
    case 'folder':
      return vscode.l10n.t('All Lessons in {0}', section.folder.name);
  }
}

export function lessonItem({ folder, lesson }: FoundLesson, match: Match | undefined): vscode.TreeItem {
  const item = new vscode.TreeItem(lesson.title);
  item.id = `${match === undefined ? 'all' : 'file'}:${folder.uri.toString()}:${lesson.id}`;
  item.description = match === undefined ? lesson.status : whyMessage(match);
  item.iconPath = new vscode.ThemeIcon(iconOf(lesson));
  const words = ['lesson', isRetired(lesson) ? 'retired' : lesson.status];
  item.contextValue = [...words, ...(incidentOf(lesson) === undefined ? [] : ['incident'])].join(' ');
  item.accessibilityInformation = { label: `${lesson.title}, ${lessonFacts(lesson)}` };
  item.command =
    match?.range === undefined
      ? {
          command: commands.openLesson,
          title: vscode.l10n.t('Open Lesson'),
          arguments: [refTo({ folder, lesson })],
        }
      : revealCommand(folder, match);
  return item;
}

/** In the section of the active file a row leads to the place; the lesson is one button or link further. */
function revealCommand(folder: LessonFolder, { path, range }: Match): vscode.Command {
  const options: vscode.TextDocumentShowOptions = { selection: range && toRange(range) };
  return {
    command: 'vscode.open',
    title: vscode.l10n.t('Go to Code'),
    arguments: [folder.uriOf(path), options],
  };
}

function iconOf(lesson: FoundLesson['lesson']): string {
  if (isRetired(lesson)) {
    return 'archive';
  }
  return lesson.status === 'proposed' ? 'lightbulb' : 'mortar-board';
}

export function brokenItem(
  folder: LessonFolder,
  path: string,
  problems: readonly Problem[],
): vscode.TreeItem {
  const item = new vscode.TreeItem(path.slice(path.lastIndexOf('/') + 1));
  item.id = `broken:${folder.uriOf(path).toString()}`;
  item.description =
    problems.length === 1 ? vscode.l10n.t('1 problem') : vscode.l10n.t('{0} problems', problems.length);
  item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  item.tooltip = problems.map(problemMessage).join('\n');
  item.accessibilityInformation = { label: `${item.label}, ${item.description}` };
  const selection = problems[0] && toRange(problems[0].range);
  const title = vscode.l10n.t('Open Lesson');
  item.command = { command: 'vscode.open', title, arguments: [folder.uriOf(path), { selection }] };
  return item;
}
