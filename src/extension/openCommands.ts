import * as vscode from 'vscode';
import { incidentOf } from '../core/lesson/lesson';
import { commands } from './contributions';
import type { LessonFolders } from './lessonFolders';
import { findLesson, pickLesson } from './lessonRef';

/** Opens a lesson's file, or its incident's page. Without an argument the person is asked which. */
export function registerOpenCommands(folders: LessonFolders): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.openLesson, async (argument: unknown) => {
      const found =
        findLesson(folders, argument) ??
        (await pickLesson(folders, vscode.l10n.t('Open a lesson'), () => true));
      if (found !== undefined) {
        await vscode.window.showTextDocument(found.folder.uriOf(found.lesson.path));
      }
    }),
    vscode.commands.registerCommand(commands.openIncident, async (argument: unknown) => {
      const found =
        findLesson(folders, argument) ??
        (await pickLesson(
          folders,
          vscode.l10n.t('Open the incident of a lesson'),
          (lesson) => incidentOf(lesson) !== undefined,
        ));
      const incident = found && incidentOf(found.lesson);
      if (incident !== undefined) {
        await vscode.env.openExternal(vscode.Uri.parse(incident.url, true));
      }
    }),
  );
}
