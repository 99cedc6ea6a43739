import * as vscode from 'vscode';
import { registerCodeActions } from './codeActions';
import { registerCodeLenses } from './codeLenses';
import { registerDiagnostics } from './diagnostics';
import { registerFeedback } from './feedback';
import { registerFind } from './find';
import { registerFindingNavigation } from './findingNavigation';
import { registerGutterMarks } from './gutterMarks';
import { registerHovers } from './hovers';
import { registerLanguageStatus } from './languageStatus';
import { registerLessonTree } from './lessonTree';
import { registerMasterSwitch } from './masterSwitch';
import { registerNotHere } from './notHere';
import { registerOpenCommands } from './openCommands';
import type { Services } from './services';
import { registerSuggestionCommands } from './suggestionCommands';
import { registerSuppressionProblems } from './suppressionProblems';
import { registerTurnIntoCheck } from './turnIntoCheck';
import { registerWalkthrough } from './walkthrough';
import { registerWhy } from './why';

/** What somebody sees who writes code. */
export function registerCodeSurfaces(services: Services): vscode.Disposable {
  const { extension, folders, documents, feedback, history, standings, symbols, tools, turns, log } =
    services;
  return vscode.Disposable.from(
    registerDiagnostics(documents, history),
    registerHovers(documents, standings),
    registerCodeActions(documents, tools),
    registerCodeLenses(documents),
    registerGutterMarks(documents, extension.extensionUri),
    registerLanguageStatus(folders, documents),
    registerFindingNavigation(documents),
    registerTurnIntoCheck(services),
    registerLessonTree(services),
    registerSuggestionCommands(services.suggestions, services),
    registerFind(folders, turns, log),
    registerOpenCommands(folders),
    registerWhy(services),
    registerFeedback(folders, documents, feedback),
    registerNotHere(folders, documents, symbols),
    registerSuppressionProblems(documents),
    registerMasterSwitch(),
    registerWalkthrough(extension.id),
  );
}
