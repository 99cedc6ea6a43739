import * as vscode from 'vscode';
import { registerCapture } from './capture';
import { registerCaptureActions } from './captureActions';
import { CapturedDrafts } from './capturedDrafts';
import { registerCaptureFromCommit } from './captureFromCommit';
import { registerChoosePattern } from './choosePattern';
import { registerDraftKeeping } from './draftKeeping';
import { registerDraftMoves } from './draftMoves';
import { registerImportLessons } from './importLessons';
import { registerKeyHovers } from './keyHovers';
import { registerLessonCompletions } from './lessonCompletions';
import { registerLessonFixes } from './lessonFixes';
import { registerLessonLinks } from './lessonLinks';
import { registerLessonNavigation } from './lessonNavigation';
import { registerLessonOutline } from './lessonOutline';
import { registerLessonProblems } from './lessonProblems';
import { registerLessonRename } from './lessonRename';
import { registerNarrowingFixes } from './narrowingFixes';
import { OpenDrafts } from './openDrafts';
import { registerScopeLenses } from './scopeLenses';
import type { Services } from './services';
import { registerShowReach } from './showReach';
import { registerStatusActions } from './statusActions';
import { registerStatusCommands } from './statusCommands';
import { Sweeps } from './sweeps';
import { registerSweepView } from './sweepView';

/** What somebody sees who writes or keeps lessons. */
export function registerAuthorSurfaces(services: Services): vscode.Disposable {
  const { folders, symbols, code, reaches, turns, reachProblems, sweepAnswers, memory, log } = services;
  const drafts = new OpenDrafts(folders);
  const captured = new CapturedDrafts(services, drafts);
  const sweeps = new Sweeps(folders, reaches, sweepAnswers, log);
  return vscode.Disposable.from(
    drafts,
    captured,
    sweeps,
    registerLessonProblems(folders, reachProblems),
    registerLessonFixes(folders, reachProblems),
    registerNarrowingFixes(folders, sweepAnswers),
    registerLessonCompletions(folders, symbols, log),
    registerKeyHovers(folders),
    registerLessonLinks(folders),
    registerLessonNavigation(folders, log),
    registerLessonRename(folders, log),
    registerLessonOutline(),
    registerScopeLenses(folders, reaches),
    registerShowReach(folders, reaches),
    registerStatusCommands(folders),
    registerStatusActions(folders),
    registerCapture(services, captured),
    registerCaptureFromCommit(services, captured),
    registerCaptureActions(folders),
    registerImportLessons(folders, log),
    registerDraftKeeping(folders, drafts, memory),
    registerDraftMoves(folders, drafts),
    registerSweepView(sweeps, code),
    registerChoosePattern(folders, reaches, turns, sweeps),
  );
}
