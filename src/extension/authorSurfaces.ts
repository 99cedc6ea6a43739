import * as vscode from 'vscode';
import { registerCapture } from './capture';
import { registerKeyHovers } from './keyHovers';
import { registerLessonCompletions } from './lessonCompletions';
import { registerLessonFixes } from './lessonFixes';
import { registerLessonLinks } from './lessonLinks';
import { registerLessonNavigation } from './lessonNavigation';
import { registerLessonOutline } from './lessonOutline';
import { registerLessonProblems } from './lessonProblems';
import { registerLessonRename } from './lessonRename';
import { registerScopeLenses } from './scopeLenses';
import type { Services } from './services';
import { registerShowReach } from './showReach';
import { registerStatusActions } from './statusActions';
import { registerStatusCommands } from './statusCommands';

/** What somebody sees who writes or keeps lessons. */
export function registerAuthorSurfaces(services: Services): vscode.Disposable {
  const { folders, documents, symbols, reaches, reachProblems, log } = services;
  return vscode.Disposable.from(
    registerLessonProblems(folders, reachProblems),
    registerLessonFixes(folders, reachProblems),
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
    registerCapture(folders, documents, symbols, log),
  );
}
