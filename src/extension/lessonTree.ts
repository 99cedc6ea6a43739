import * as vscode from 'vscode';
import { dayOf } from '../core/lesson/calendar';
import type { Library } from '../core/library/library';
import { lessonMarkdown } from '../core/present/lessonMarkdown';
import { contextKeys, views } from './contributions';
import type { DocumentMatches } from './documentMatches';
import type { LessonFolder } from './lessonFolder';
import type { LessonFolders } from './lessonFolders';
import { brokenItem, lessonItem, pageItem, sectionItem } from './treeItem';
import { allRows, brokenRows, fileRows, lessonRows, type Row, rowsBelow, type SectionRow } from './treeRow';

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
  readonly #rowsOf = new WeakMap<Library, Row[]>();
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
      return rowsBelow(row);
    }
    const sections: SectionRow[] = [
      { kind: 'section', section: { kind: 'file' }, rows: this.#ofFile },
      { kind: 'section', section: { kind: 'broken' }, rows: this.#folders.all.flatMap(brokenRows) },
      ...allRows(this.#folders.all, (folder) => this.#sortedRows(folder)),
    ];
    return sections.filter(({ rows }) => rows.length > 0);
  }

  /** Sorted once for each library, as the rows are asked for with each change of the active editor. */
  #sortedRows(folder: LessonFolder): Row[] {
    const rows = this.#rowsOf.get(folder.library) ?? lessonRows(folder);
    this.#rowsOf.set(folder.library, rows);
    return rows;
  }

  getTreeItem(row: Row): vscode.TreeItem {
    switch (row.kind) {
      case 'section':
        return sectionItem(row.section, row.rows.length);
      case 'page':
        return pageItem(row);
      case 'lesson':
        return lessonItem(row.found, row.match);
      case 'broken':
        return brokenItem(row.folder, row.path, row.problems);
    }
  }

  resolveTreeItem(item: vscode.TreeItem, row: Row): vscode.TreeItem {
    if (row.kind === 'lesson') {
      item.tooltip = new vscode.MarkdownString(
        lessonMarkdown(row.found.lesson, { withAdvice: true, today: dayOf(new Date()) }),
      );
    }
    return item;
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
