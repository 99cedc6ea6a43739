import * as vscode from 'vscode';
import { type Draft, pathsFor } from '../core/learn/draft';
import { type DraftText, draftWithGaps } from '../core/learn/draftGaps';
import { newLessonId } from '../core/lesson/identity';
import type { LessonFolder } from './lessonFolder';
import { isInTab } from './tabs';

/** Two ids never meet by chance; whoever meets some all the same is not to wait for ever. */
const mostIds = 3;

/**
 * Opens a draft where it will lie, not saved yet: saving makes the file and the folders around it. The cursor stands on
 * what is still to be written, from where Tab leads on.
 */
export async function openDraft(folder: LessonFolder, draft: Draft): Promise<void> {
  await showDraft(folder, draft);
}

/**
 * As `openDraft`, with the document.
 * @param hasTitle false where the title only stands in for one
 */
export async function showDraft(
  folder: LessonFolder,
  draft: Draft,
  hasTitle = true,
): Promise<vscode.TextDocument> {
  for (let tries = 0; tries < mostIds; tries++) {
    const own = tries === 0 && !folder.library.byId.has(draft.id) ? draft : { ...draft, id: drawId() };
    const text = draftWithGaps(own, hasTitle);
    for (const path of pathsFor(own)) {
      const document = await documentAt(folder, path, text);
      if (document !== undefined) {
        return document;
      }
    }
  }
  return showHomeless(folder, draftWithGaps(draft, hasTitle));
}

export function drawId(): string {
  return newLessonId((bytes) => crypto.getRandomValues(bytes));
}

/** Opens a text at a path that nothing has yet, neither on disk nor in a tab; `undefined` where something has. */
export async function untitledAt(
  folder: LessonFolder,
  path: string,
): Promise<vscode.TextDocument | undefined> {
  const uri = folder.uriOf(path);
  const untitled = uri.with({ scheme: 'untitled', authority: '' });
  if (isInTab(untitled) || (await isThere(uri))) {
    return undefined;
  }
  try {
    return await vscode.workspace.openTextDocument(untitled);
  } catch (error) {
    if (await isThere(uri)) {
      // Somebody was faster.
      return undefined;
    }
    throw error;
  }
}

async function documentAt(
  folder: LessonFolder,
  path: string,
  text: DraftText,
): Promise<vscode.TextDocument | undefined> {
  if (!savesUntitled(folder)) {
    return createdAt(folder, path, text);
  }
  const document = await untitledAt(folder, path);
  if (document !== undefined) {
    await fill(document, text);
  }
  return document;
}

/** The editor saves an untitled document to the file system of its first folder, or of the machine that it works on. */
function savesUntitled({ uri }: LessonFolder): boolean {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  return vscode.env.remoteName === undefined
    ? uri.scheme === first?.uri.scheme
    : uri.scheme === 'file' || uri.scheme === 'vscode-remote';
}

async function fill(document: vscode.TextDocument, text: DraftText): Promise<void> {
  // Before anybody looks at it, as an empty lesson has problems.
  await insertText(document, text.text);
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const asIs = { undoStopBefore: false, undoStopAfter: true, keepWhitespace: true };
  await editor.insertSnippet(new vscode.SnippetString(snippetOf(text)), whole, asIs);
}

/** Writes into a new document, seen or not. */
export async function insertText({ uri }: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, new vscode.Position(0, 0), text);
  await vscode.workspace.applyEdit(edit);
}

/** The text with a tab stop for each gap, the last one last. */
function snippetOf({ text, gaps }: DraftText): string {
  const inOrder = gaps.map((gap, at) => ({ ...gap, stop: at === gaps.length - 1 ? 0 : at + 1 }));
  let [snippet, from] = ['', 0];
  for (const { start, end, stop } of inOrder.sort((a, b) => a.start - b.start)) {
    const stands = text.slice(start, end);
    snippet += escaped(text.slice(from, start));
    snippet += stands === '' ? `$${stop}` : `\${${stop}:${escaped(stands)}}`;
    from = end;
  }
  return snippet + escaped(text.slice(from));
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** Never over a file that is there already. */
async function createdAt(
  folder: LessonFolder,
  path: string,
  { text, gaps }: DraftText,
): Promise<vscode.TextDocument | undefined> {
  const uri = folder.uriOf(path);
  if (!(await createFile(uri, text))) {
    return undefined;
  }
  await folder.refresh([path]);
  const editor = await vscode.window.showTextDocument(uri, { preview: false });
  const at = editor.document.positionAt(gaps[0]?.start ?? 0);
  editor.selection = new vscode.Selection(at, at);
  editor.revealRange(editor.selection);
  return editor.document;
}

/** False where there is a file already, or none can be made. */
export async function createFile(uri: vscode.Uri, text: string): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(text) });
  return vscode.workspace.applyEdit(edit);
}

/** What was said stays in front of its author, who can save it elsewhere. */
async function showHomeless(folder: LessonFolder, { text }: DraftText): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: text });
  await vscode.window.showTextDocument(document);
  const message = vscode.l10n.t(
    'The lesson could not be written to {0}. It is open unsaved: save it where you may write.',
    folder.name,
  );
  void vscode.window.showErrorMessage(message);
  return document;
}

/** What cannot be looked at is not there for us; the editor asks again before it writes. */
async function isThere(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
