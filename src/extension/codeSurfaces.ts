import * as vscode from 'vscode';
import { registerCodeActions } from './codeActions';
import { registerDiagnostics } from './diagnostics';
import { registerFeedback } from './feedback';
import { registerFind } from './find';
import { registerHovers } from './hovers';
import { registerLessonTree } from './lessonTree';
import { registerNotHere } from './notHere';
import { registerOpenCommands } from './openCommands';
import type { Services } from './services';
import { registerSuppressionProblems } from './suppressionProblems';
import { registerTurnIntoCheck } from './turnIntoCheck';
import { registerWhy } from './why';

/** What somebody sees who writes code. */
export function registerCodeSurfaces(services: Services): vscode.Disposable {
  const { folders, documents, feedback, history, standings, symbols, tools, turns, log } = services;
  return vscode.Disposable.from(
    registerDiagnostics(documents, history),
    registerHovers(documents, standings),
    registerCodeActions(documents, tools),
    registerTurnIntoCheck(services),
    registerLessonTree(services),
    registerFind(folders, turns, log),
    registerOpenCommands(folders),
    registerWhy(services),
    registerFeedback(folders, documents, feedback),
    registerNotHere(folders, documents, symbols),
    registerSuppressionProblems(documents),
  );
}
