import * as vscode from 'vscode';
import { type Draft, formatDraft, type Place, pathsFor, placeOf } from '../core/learn/draft';
import { dayOf } from '../core/lesson/calendar';
import { newLessonId } from '../core/lesson/identity';
import { isInLessonFolder } from '../core/library/files';
import type { SymbolFinder } from '../core/match/symbolFinder';
import { askIncident, askTitle } from './captureQuestions';
import { commands } from './contributions';
import type { DocumentMatches } from './documentMatches';
import type { LessonFolder } from './lessonFolder';
import type { LessonFolders } from './lessonFolders';
import { registerWritingCommand } from './writingCommand';

/** *Capture Lesson*: two questions, and a file that matches at once, opened for the rest of the story. */
export function registerCapture(
  folders: LessonFolders,
  documents: DocumentMatches,
  symbols: SymbolFinder,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  return registerWritingCommand(commands.capture, async () => {
    const editor = vscode.window.activeTextEditor;
    const folder = (editor && folders.folderOf(editor.document.uri)) ?? (await chooseFolder(folders));
    if (folder === undefined) {
      return;
    }
    // Told before the questions are asked, as the cursor may wander meanwhile.
    const place = editor && (await placeIn(editor, documents, symbols, log));
    const title = await askTitle();
    if (title === undefined) {
      return;
    }
    const incident = await askIncident(log);
    const draft: Draft = {
      id: newLessonId((bytes) => crypto.getRandomValues(bytes)),
      title: title.trim(),
      references: incident === undefined ? [] : [{ type: 'INCIDENT', url: incident }],
      created: dayOf(new Date()),
      scopes: place === undefined ? [] : [place.scope],
      examples: place?.example === undefined ? [] : [place.example],
    };
    const uri = await write(folder, draft);
    if (uri === undefined) {
      await keepUnwritten(folder, draft);
      return;
    }
    await folder.refresh([folder.pathOf(uri)]);
    await showBody(uri);
  });
}

async function chooseFolder(folders: LessonFolders): Promise<LessonFolder | undefined> {
  const [only, ...others] = folders.all;
  if (others.length === 0) {
    return only;
  }
  const items = folders.all.map((folder) => ({ label: folder.name, folder }));
  const title = vscode.l10n.t('Capture a lesson');
  const placeHolder = vscode.l10n.t('The folder that the lesson is about');
  return (await vscode.window.showQuickPick(items, { title, placeHolder }))?.folder;
}

async function placeIn(
  editor: vscode.TextEditor,
  documents: DocumentMatches,
  symbols: SymbolFinder,
  log: vscode.LogOutputChannel,
): Promise<Place | undefined> {
  const source = documents.sourceOf(editor.document);
  if (source === undefined || isInLessonFolder(source.path)) {
    return undefined;
  }
  const { start, end } = editor.selection;
  const selection = { start: source.text.offsetAt(start), end: source.text.offsetAt(end) };
  try {
    return placeOf(source, selection, await symbols.symbolsOf(source));
  } catch (error) {
    log.error('Finding the symbol at the cursor failed; the lesson gets the path alone', error);
    return placeOf(source, selection, []);
  }
}

/** Never over a file that is there already; `undefined` where the folder cannot be written to. */
async function write(folder: LessonFolder, draft: Draft): Promise<vscode.Uri | undefined> {
  const contents = new TextEncoder().encode(formatDraft(draft));
  for (const path of pathsFor(draft)) {
    const uri = folder.uriOf(path);
    const edit = new vscode.WorkspaceEdit();
    edit.createFile(uri, { overwrite: false, contents });
    if (await vscode.workspace.applyEdit(edit)) {
      return uri;
    }
  }
  return undefined;
}

/** What was typed stays in front of its author, who can save it elsewhere. */
async function keepUnwritten(folder: LessonFolder, draft: Draft): Promise<void> {
  const document = await vscode.workspace.openTextDocument({
    language: 'markdown',
    content: formatDraft(draft),
  });
  await vscode.window.showTextDocument(document);
  const message = vscode.l10n.t(
    'The lesson could not be written to {0}. It is open unsaved: save it where you may write.',
    folder.name,
  );
  await vscode.window.showErrorMessage(message);
}

async function showBody(uri: vscode.Uri): Promise<void> {
  const editor = await vscode.window.showTextDocument(uri, { preview: false });
  const heading = editor.document.getText().indexOf('## What happened');
  const line = editor.document.positionAt(Math.max(heading, 0)).line + 1;
  editor.selection = new vscode.Selection(line, 0, line, 0);
  editor.revealRange(editor.selection);
}
