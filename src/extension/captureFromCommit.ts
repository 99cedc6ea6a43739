import * as vscode from 'vscode';
import { readFixMessage } from '../core/learn/fix/fixMessage';
import { draftFromFix, learnFromFix } from '../core/learn/fromFix';
import { dayOf } from '../core/lesson/calendar';
import { fixNotes } from '../core/present/fixNoteWording';
import { shortCommit } from '../core/present/suggestionWording';
import { drawId } from './captureDraft';
import type { CapturedDrafts } from './capturedDrafts';
import { chooseCommit } from './chooseCommit';
import { chooseFolder } from './chooseFolder';
import { commands } from './contributions';
import type { LessonFolder } from './lessonFolder';
import type { Services } from './services';
import { registerWritingCommand } from './writingCommand';

type CaptureServices = Pick<Services, 'folders' | 'histories' | 'tools'>;

/** *Capture From Commit*: a draft of what a fix teaches, from the palette or from a commit in the timeline of a file. */
export function registerCaptureFromCommit(
  services: CaptureServices,
  captured: CapturedDrafts,
): vscode.Disposable {
  return registerWritingCommand(commands.captureFromCommit, async (item, uri) => {
    const folder = rowFolder(item, services) ?? (await folderOf(uri, services));
    if (folder === undefined) {
      return;
    }
    const history = services.histories.historyOf(folder);
    if (history === undefined) {
      await vscode.window.showErrorMessage(
        vscode.l10n.t('Git has opened no repository for {0}, so its commits are not known.', folder.name),
      );
      return;
    }
    const revision = revisionOf(item) ?? (await chooseCommit(history));
    if (revision === undefined) {
      return;
    }
    const title = vscode.l10n.t('Reading what {0} changed', shortCommit(revision));
    const found = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title },
      () => learnFromFix(history, revision, services.tools.of(folder)),
    );
    if (found.kind === 'unknown-commit') {
      await vscode.window.showErrorMessage(
        vscode.l10n.t('There is no commit {0} in {1}.', shortCommit(revision), folder.name),
      );
      return;
    }
    const draft = draftFromFix(found, drawId(), dayOf(new Date()));
    const hasTitle = readFixMessage(found.commit.message).title !== undefined;
    await captured.open(folder, draft, { hasTitle, isSaid: true });
    const notes = fixNotes(found);
    if (notes.length > 0) {
      void vscode.window.showInformationMessage(notes.join(' '));
    }
  });
}

/** The folder of a file in the timeline or in the editor, or one that is chosen. */
async function folderOf(uri: unknown, { folders }: CaptureServices): Promise<LessonFolder | undefined> {
  const file = uri instanceof vscode.Uri ? uri : vscode.window.activeTextEditor?.document.uri;
  return (file && folders.folderOf(file)) ?? chooseFolder(folders);
}

/** The rows of the view name their folder by its URI. */
function rowFolder(item: unknown, { folders }: CaptureServices): LessonFolder | undefined {
  const { folder } = (item ?? {}) as { readonly folder?: unknown };
  return folders.all.find(({ uri }) => uri.toString() === folder);
}

/** The Git extension's entries in the timeline hold the commit's id. */
function revisionOf(item: unknown): string | undefined {
  const ref = typeof item === 'string' ? item : (item as { readonly ref?: unknown } | undefined)?.ref;
  return typeof ref === 'string' && ref !== '' ? ref : undefined;
}
