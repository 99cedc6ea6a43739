import * as vscode from 'vscode';
import { capturedDraft } from '../core/learn/capturedDraft';
import { dayOf } from '../core/lesson/calendar';
import { LessonSearch } from '../core/search/lessonSearch';
import { addDraftTo } from './addToLesson';
import { drawId, showDraft } from './captureDraft';
import { askWhatHappened } from './captureQuestions';
import { requestOf } from './captureRequest';
import { type SiteServices, startOf } from './captureSite';
import { chooseFolder } from './chooseFolder';
import { commands } from './contributions';
import type { OpenDrafts } from './openDrafts';
import { askSimilar } from './similarQuestion';
import { SupersededOnSave } from './supersededOnSave';
import { revealSweep } from './sweepView';
import { registerWritingCommand } from './writingCommand';

/** *Capture Lesson*: at most three questions, each of which may be skipped, and a draft opened where it will lie. */
export function registerCapture(services: SiteServices, drafts: OpenDrafts): vscode.Disposable {
  const search = new LessonSearch();
  const superseded = new SupersededOnSave(services.folders);
  const command = registerWritingCommand(commands.capture, async (...args) => {
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
    const wanted = await askSimilar(
      folder,
      hasTitle ? draft : { ...draft, title: '' },
      search,
      services.turns,
    );
    if (wanted.kind === 'add' && (await addDraftTo(folder, wanted.lesson, draft, hasTitle))) {
      return;
    }
    const replaced = wanted.kind === 'supersede' ? wanted.lesson : undefined;
    const own = replaced === undefined ? draft : { ...draft, supersedes: [replaced.id] };
    const document = await showDraft(folder, own, hasTitle);
    if (Object.values(said).some((text) => text.trim() !== '')) {
      drafts.mind(document);
    }
    if (replaced !== undefined) {
      superseded.wait(folder, replaced, own.id);
    }
    await revealSweep();
  });
  return vscode.Disposable.from(command, superseded);
}
