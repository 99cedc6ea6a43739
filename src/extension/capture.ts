import type * as vscode from 'vscode';
import { capturedDraft } from '../core/learn/capturedDraft';
import { dayOf } from '../core/lesson/calendar';
import { drawId } from './captureDraft';
import type { CapturedDrafts } from './capturedDrafts';
import { askWhatHappened } from './captureQuestions';
import { requestOf } from './captureRequest';
import { type SiteServices, startOf } from './captureSite';
import { chooseFolder } from './chooseFolder';
import { commands } from './contributions';
import { registerWritingCommand } from './writingCommand';

/** *Capture Lesson*: at most three questions, each of which may be skipped, and a draft opened where it will lie. */
export function registerCapture(services: SiteServices, captured: CapturedDrafts): vscode.Disposable {
  return registerWritingCommand(commands.capture, async (...args) => {
    // Looked at before the questions are asked, as the cursor may wander meanwhile.
    const start = await startOf(requestOf(args), services);
    const folder = start?.folder ?? (await chooseFolder(services.folders));
    const said = folder && (await askWhatHappened(start?.proposedTitle ?? '', services.log));
    if (folder === undefined || said === undefined) {
      return;
    }
    const draft = capturedDraft(said, (await start?.site) ?? {}, {
      id: drawId(),
      created: dayOf(new Date()),
    });
    const hasTitle = said.title.trim() !== '';
    const isSaid = Object.values(said).some((text) => text.trim() !== '');
    await captured.open(folder, draft, { hasTitle, isSaid });
  });
}
