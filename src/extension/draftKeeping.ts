import * as vscode from 'vscode';
import { idIn, isSameLesson, titleIn } from '../core/learn/draftIdentity';
import { createFile, drawId, insertText, untitledAt } from './captureDraft';
import { commands } from './contributions';
import { type KeptDraft, KeptDrafts } from './keptDrafts';
import type { LessonFolder } from './lessonFolder';
import type { LessonFolders } from './lessonFolders';
import type { LeftDraft, OpenDrafts } from './openDrafts';
import { mayWrite } from './writingCommand';

/**
 * Keeps what was written in drafts that are closed without being saved: asks once what is to become of it, and holds it for
 * *Recover Draft…* where the question is left open.
 */
export function registerDraftKeeping(
  folders: LessonFolders,
  drafts: OpenDrafts,
  memory: vscode.Memento,
): vscode.Disposable {
  const kept = new KeptDrafts(memory);
  void kept.tell();
  return vscode.Disposable.from(
    drafts.onDidLeave((left) => void keep(left, kept)),
    vscode.commands.registerCommand(commands.recoverDraft, () => recover(folders, kept)),
  );
}

async function keep(left: LeftDraft, kept: KeptDrafts): Promise<void> {
  if (await isStored(left)) {
    return;
  }
  const draft: KeptDraft = { folder: left.folder.uri.toString(), path: left.path, text: left.text };
  // First of all, as the window may close before anybody answers.
  await kept.keep(draft);
  const [keepIt, discard] = [vscode.l10n.t('Keep'), vscode.l10n.t('Discard')];
  const question = vscode.l10n.t('Keep the draft of "{0}"?', nameOf(draft));
  const picked = await vscode.window.showInformationMessage(question, keepIt, discard);
  if (picked === discard) {
    await kept.forget(draft);
  } else if (picked === keepIt && (await mayWrite())) {
    await store(left, draft, kept);
  }
}

/** Whether the draft was saved, there or somewhere else: it stands in the editor then, or in the file. */
async function isStored({ folder, path, text }: LeftDraft): Promise<boolean> {
  const isOpen = vscode.workspace.textDocuments.some(
    (document) =>
      !document.isUntitled && document.uri.path.endsWith('.md') && isSameLesson(document.getText(), text),
  );
  return isOpen || isSameLesson(await textAt(folder.uriOf(path)), text);
}

/** Empty for what cannot be read, which holds no draft. */
async function textAt(uri: vscode.Uri): Promise<string> {
  return vscode.workspace.fs.readFile(uri).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => '',
  );
}

/** Writes the text as it was left, byte for byte, where nothing is yet. */
async function store({ folder }: LeftDraft, draft: KeptDraft, kept: KeptDrafts): Promise<void> {
  for (const path of pathsBeside(draft)) {
    const uri = folder.uriOf(path);
    if (await createFile(uri, draft.text)) {
      await kept.forget(draft);
      await folder.refresh([path]);
      await vscode.window.showTextDocument(uri, { preview: false });
      return;
    }
  }
  void vscode.window.showErrorMessage(
    vscode.l10n.t(
      'The draft could not be written to {0}. It is kept: run Recover Draft… to open it again.',
      folder.name,
    ),
  );
}

/** Where the draft was to lie, and where else it can. */
export function pathsBeside({ path, text }: Pick<KeptDraft, 'path' | 'text'>): readonly string[] {
  return [path, ...[idIn(text) ?? drawId(), drawId()].map((id) => path.replace(/\.md$/i, `.${id}.md`))];
}

function nameOf({ path, text }: KeptDraft): string {
  return titleIn(text) ?? path;
}

/** *Recover Draft…*: opens a draft that was kept, as it was left, unsaved. */
async function recover(folders: LessonFolders, kept: KeptDrafts): Promise<void> {
  const items = kept.all.flatMap((draft) => {
    const folder = folders.all.find(({ uri }) => uri.toString() === draft.folder);
    return folder === undefined ? [] : [{ label: nameOf(draft), description: draft.path, draft, folder }];
  });
  if (items.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No draft waits here.'));
    return;
  }
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Recover a draft'),
    placeHolder: vscode.l10n.t('A draft that was closed without being saved'),
  });
  if (picked !== undefined && (await reopen(picked.folder, picked.draft)) !== undefined) {
    await kept.forget(picked.draft);
  }
}

/** Opens a draft's text where nothing is yet. */
export async function reopen(
  folder: LessonFolder,
  draft: Pick<KeptDraft, 'path' | 'text'>,
): Promise<vscode.TextDocument | undefined> {
  for (const path of pathsBeside(draft)) {
    const document = await untitledAt(folder, path);
    if (document !== undefined) {
      await insertText(document, draft.text);
      await vscode.window.showTextDocument(document, { preview: false });
      return document;
    }
  }
  return undefined;
}
