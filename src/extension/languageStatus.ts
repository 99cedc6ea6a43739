import * as vscode from 'vscode';
import { isFailure } from '../core/lesson/problem';
import { commands, views } from './contributions';
import type { DocumentMatches } from './documentMatches';
import type { LessonFolder } from './lessonFolder';
import type { LessonFolders } from './lessonFolders';
import { areLessonsOn } from './lessonsOn';

/** What the status of the active document says, in words that are also read aloud. */
interface Status {
  readonly text: string;
  readonly command: vscode.Command;
  readonly isBusy?: boolean;
  /** How many lesson files need repair; nobody is told where lessons are off. */
  readonly broken: number;
}

/** In the editor's status of the language: whether lessons are read, and how many there are for the active document. */
export function registerLanguageStatus(
  folders: LessonFolders,
  documents: DocumentMatches,
): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('lessons.status', []);
  item.name = vscode.l10n.t('Team Lessons');
  const update = async () => {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined || folders.folderOf(document.uri) === undefined) {
      item.selector = [];
      return;
    }
    const status = await statusOf(document, folders, documents);
    if (status !== undefined && document === vscode.window.activeTextEditor?.document) {
      show(item, status);
      item.selector = { pattern: '**' };
    }
  };
  void update();
  return vscode.Disposable.from(
    item,
    folders.onDidChange(() => void update()),
    documents.onDidChange((document) => {
      if (document === vscode.window.activeTextEditor?.document) {
        void update();
      }
    }),
    vscode.window.onDidChangeActiveTextEditor(() => void update()),
    vscode.workspace.onDidGrantWorkspaceTrust(() => void update()),
  );
}

/** `undefined` where another answer is on its way. */
async function statusOf(
  document: vscode.TextDocument,
  folders: LessonFolders,
  documents: DocumentMatches,
): Promise<Status | undefined> {
  const open = { command: `${views.tree}.focus`, title: vscode.l10n.t('Show') };
  if (!areLessonsOn(document.uri)) {
    const command = { command: commands.turnOn, title: vscode.l10n.t('Turn On') };
    return { text: vscode.l10n.t('Lessons are off'), command, broken: 0 };
  }
  if (!folders.isRead) {
    return { text: vscode.l10n.t('Reading lessons…'), command: open, isBusy: true, broken: 0 };
  }
  const answer = await documents.ask(document);
  if (answer.kind === 'stale') {
    return undefined;
  }
  const findings = answer.kind === 'analysis' ? answer.findings : [];
  const count = new Set(findings.map(({ match }) => match.lesson.id)).size;
  const broken = folders.foldersOf(document.uri).reduce((sum, folder) => sum + brokenIn(folder), 0);
  return { text: countText(count), command: open, broken };
}

function countText(count: number): string {
  switch (count) {
    case 0:
      return vscode.l10n.t('No lesson here');
    case 1:
      return vscode.l10n.t('1 lesson here');
    default:
      return vscode.l10n.t('{0} lessons here', count);
  }
}

function show(item: vscode.LanguageStatusItem, { text, command, isBusy = false, broken }: Status): void {
  item.text = text;
  item.command = command;
  item.busy = isBusy;
  item.detail = detailOf(broken);
  item.severity =
    broken === 0 ? vscode.LanguageStatusSeverity.Information : vscode.LanguageStatusSeverity.Error;
  item.accessibilityInformation = { label: [text, item.detail].filter(Boolean).join(', ') };
}

function detailOf(broken: number): string | undefined {
  const restricted = vscode.workspace.isTrusted
    ? undefined
    : vscode.l10n.t('Restricted Mode: nothing is written');
  const files =
    broken === 0
      ? undefined
      : broken === 1
        ? vscode.l10n.t('1 lesson file needs repair')
        : vscode.l10n.t('{0} lesson files need repair', broken);
  return [files, restricted].filter(Boolean).join(', ') || undefined;
}

function brokenIn({ library }: LessonFolder): number {
  return [...library.problemsByPath.values()].filter((problems) => problems.some(isFailure)).length;
}
