import * as vscode from 'vscode';
import { registerAddFile } from './addFiles';
import { contextKeys, settings, views } from './contributions';
import { FileDrop } from './fileDrop';
import { registerReveal } from './revealLesson';
import { TreeChoices } from './treeChoices';
import { TreeContents, type TreeSources } from './treeContents';
import type { Row } from './treeRow';
import { TreeRows } from './treeRows';

/** What the view shows, and where it keeps how a person looks at it. */
interface Sources extends Omit<TreeSources, 'choices'> {
  readonly memory: vscode.Memento;
}

/** The view *Team Lessons*: what applies to the active file, what needs repair or review, and everything. */
export function registerLessonTree({ memory, ...sources }: Sources): vscode.Disposable {
  const { folders, documents, orphans, standings, suggestions } = sources;
  const choices = new TreeChoices(memory);
  const contents = new TreeContents({ ...sources, choices });
  const rows = new TreeRows(contents, choices);
  const view = vscode.window.createTreeView<Row>(views.tree, {
    treeDataProvider: rows,
    canSelectMany: true,
    showCollapseAll: true,
    dragAndDropController: new FileDrop(folders),
  });
  const tell = () => {
    view.badge = badgeOf(contents.countOfFile);
    view.message = messageNow(contents.isEmpty ? '' : choices.filter);
  };
  const showFile = async () => {
    if (await contents.readFile(vscode.window.activeTextEditor?.document)) {
      rows.renew('file');
      tell();
    }
  };
  const showLessons = async () => {
    const hasFiles = folders.all.some(({ library }) => library.paths.length > 0);
    await vscode.commands.executeCommand('setContext', contextKeys.hasFiles, hasFiles);
    if (await contents.read()) {
      rows.renew();
      tell();
    }
  };
  tell();
  return vscode.Disposable.from(
    choices,
    rows,
    view,
    folders.onDidChange(() => void showLessons()),
    standings.onDidChange(() => void showLessons()),
    orphans.onDidChange(() => void showLessons()),
    suggestions.onDidChange(() => rows.renew()),
    view.onDidChangeVisibility(({ visible }) => {
      orphans.want(visible);
      suggestions.want(visible);
    }),
    documents.onDidChange((document) => {
      if (document === vscode.window.activeTextEditor?.document) {
        void showFile();
      }
    }),
    vscode.window.onDidChangeActiveTextEditor(() => void showFile()),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(settings.section)) {
        tell();
      }
    }),
    choices.onDidChange((what) => {
      contents.choose();
      rows.renew(what === 'grouping' ? 'all' : undefined);
      tell();
    }),
    registerAddFile(folders),
    registerReveal(folders, view, (found) => rows.rowOf(found)),
  );
}

function badgeOf(value: number): vscode.ViewBadge | undefined {
  const { uri } = vscode.window.activeTextEditor?.document ?? {};
  if (value === 0 || !vscode.workspace.getConfiguration(settings.section, uri).get(settings.badge, true)) {
    return undefined;
  }
  const tooltip =
    value === 1
      ? vscode.l10n.t('1 lesson applies to this file')
      : vscode.l10n.t('{0} lessons apply to this file', value);
  return { value, tooltip };
}

/** What a person has to know who wonders why something is not shown. */
function messageNow(filter: string): string | undefined {
  const { uri } = vscode.window.activeTextEditor?.document ?? {};
  if (!vscode.workspace.getConfiguration(settings.section, uri).get(settings.enabled, true)) {
    return vscode.l10n.t('Lessons are switched off at the code, by the setting lessons.enabled.');
  }
  // The description would stand behind the view's title, where most sidebars have no room for it.
  return filter === '' ? undefined : vscode.l10n.t('Only lessons with: {0}', filter);
}
