import * as vscode from 'vscode';
import { incidentOf, isRetired } from '../core/lesson/lesson';
import type { Problem } from '../core/lesson/problem';
import type { Match } from '../core/match/match';
import { lessonFacts, lessonMarkdown } from '../core/present/lessonMarkdown';
import { whyMessage } from '../core/present/matchWording';
import { problemMessage } from '../core/present/problemWording';
import { commands, contextKeys, views } from './contributions';
import { toRange } from './convert';
import type { Analysis, DocumentMatches } from './documentMatches';
import type { LessonFolder, LessonFolders } from './lessonFolders';
import { type FoundLesson, refTo } from './lessonRef';

type Section = 'file' | 'broken' | 'all';

/** A row of the tree. `folder` and `id` on a lesson's row make it an argument of the commands that open lessons. */
type Row =
  | { readonly kind: 'section'; readonly section: Section; readonly rows: Row[] }
  | {
      readonly kind: 'lesson';
      readonly folder: string;
      readonly id: string;
      readonly found: FoundLesson;
      readonly match?: Match;
    }
  | {
      readonly kind: 'broken';
      readonly folder: LessonFolder;
      readonly path: string;
      readonly problems: readonly Problem[];
    };

/** The view *Team Lessons*: what applies to the active file, what is wrong, and everything. */
export function registerLessonTree(folders: LessonFolders, documents: DocumentMatches): vscode.Disposable {
  const tree = new LessonTree(folders, documents);
  const view = vscode.window.createTreeView(views.tree, { treeDataProvider: tree });
  const update = async () => {
    await tree.update(vscode.window.activeTextEditor?.document);
    view.badge = tree.badge();
    const hasFiles = folders.all.some(({ library }) => library.paths.length > 0);
    await vscode.commands.executeCommand('setContext', contextKeys.hasFiles, hasFiles);
  };
  return vscode.Disposable.from(
    tree,
    view,
    folders.onDidChange(() => void update()),
    documents.onDidChange((document) => {
      if (document === vscode.window.activeTextEditor?.document) {
        void update();
      }
    }),
    vscode.window.onDidChangeActiveTextEditor(() => void update()),
  );
}

class LessonTree implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  readonly #folders: LessonFolders;
  readonly #documents: DocumentMatches;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  #ofFile: Row[] = [];
  #asked: vscode.TextDocument | undefined;

  constructor(folders: LessonFolders, documents: DocumentMatches) {
    this.#folders = folders;
    this.#documents = documents;
  }

  /** Follows the active document; a slow answer for a document that was left meanwhile is dropped. */
  async update(document: vscode.TextDocument | undefined): Promise<void> {
    this.#asked = document;
    const answer = document && (await this.#documents.ask(document));
    if (this.#asked !== document || answer?.kind === 'stale') {
      return;
    }
    this.#ofFile = answer?.kind === 'analysis' ? fileRows(answer) : [];
    this.#changed.fire();
  }

  badge(): vscode.ViewBadge | undefined {
    const value = this.#ofFile.length;
    const tooltip =
      value === 1
        ? vscode.l10n.t('1 lesson applies to this file')
        : vscode.l10n.t('{0} lessons apply to this file', value);
    return value === 0 ? undefined : { value, tooltip };
  }

  getChildren(row?: Row): Row[] {
    if (row !== undefined) {
      return row.kind === 'section' ? row.rows : [];
    }
    const sections: (Row & { kind: 'section' })[] = [
      { kind: 'section', section: 'file', rows: this.#ofFile },
      { kind: 'section', section: 'broken', rows: this.#folders.all.flatMap(brokenRows) },
      { kind: 'section', section: 'all', rows: this.#folders.all.flatMap(lessonRows) },
    ];
    return sections.filter(({ rows }) => rows.length > 0);
  }

  getTreeItem(row: Row): vscode.TreeItem {
    switch (row.kind) {
      case 'section':
        return sectionItem(row.section, row.rows.length);
      case 'lesson':
        return lessonItem(row.found, row.match);
      case 'broken':
        return brokenItem(row.folder, row.path, row.problems);
    }
  }

  resolveTreeItem(item: vscode.TreeItem, row: Row): vscode.TreeItem {
    if (row.kind === 'lesson') {
      item.tooltip = new vscode.MarkdownString(lessonMarkdown(row.found.lesson, true));
    }
    return item;
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

function firstOfEach(matches: readonly Match[]): Match[] {
  const first = new Map<string, Match>();
  for (const match of matches) {
    first.set(match.lesson.id, first.get(match.lesson.id) ?? match);
  }
  return [...first.values()];
}

function fileRows({ folder, matches }: Analysis): Row[] {
  return firstOfEach(matches).map((match) => rowOf(folder, match.lesson, match));
}

function lessonRows(folder: LessonFolder): Row[] {
  return [...folder.library.lessons]
    .sort((a, b) => Number(isRetired(a)) - Number(isRetired(b)) || a.title.localeCompare(b.title))
    .map((lesson) => rowOf(folder, lesson));
}

function rowOf(folder: LessonFolder, lesson: FoundLesson['lesson'], match?: Match): Row {
  const found = { folder, lesson };
  return { kind: 'lesson', ...refTo(found), found, match };
}

function brokenRows(folder: LessonFolder): Row[] {
  const { problems } = folder.library;
  return [...new Set(problems.map(({ path }) => path))].map((path) => ({
    kind: 'broken',
    folder,
    path,
    problems: problems.filter((problem) => problem.path === path),
  }));
}

function sectionItem(section: Section, count: number): vscode.TreeItem {
  const labels: Readonly<Record<Section, string>> = {
    file: vscode.l10n.t('This File'),
    broken: vscode.l10n.t('Needs Repair'),
    all: vscode.l10n.t('All Lessons'),
  };
  const item = new vscode.TreeItem(labels[section], vscode.TreeItemCollapsibleState.Expanded);
  item.id = section;
  item.description = String(count);
  return item;
}

function lessonItem({ folder, lesson }: FoundLesson, match: Match | undefined): vscode.TreeItem {
  const item = new vscode.TreeItem(lesson.title);
  item.id = `${match === undefined ? 'all' : 'file'}:${folder.uri.toString()}:${lesson.id}`;
  item.description = match === undefined ? lesson.status : whyMessage(match);
  item.iconPath = new vscode.ThemeIcon(iconOf(lesson));
  item.contextValue = incidentOf(lesson) === undefined ? 'lesson' : 'lesson incident';
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

function brokenItem(folder: LessonFolder, path: string, problems: readonly Problem[]): vscode.TreeItem {
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
