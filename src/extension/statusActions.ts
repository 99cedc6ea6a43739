import * as vscode from 'vscode';
import { isRetired } from '../core/lesson/lesson';
import { parseLessonText } from '../core/lesson/parse';
import { SourceText } from '../core/text';
import { commands } from './contributions';
import { lessonDocumentOf, lessonSelector } from './lessonDocuments';
import type { LessonFolders } from './lessonFolders';

const kind = vscode.CodeActionKind.RefactorRewrite;

/** Offers the next steps of a lesson's life where its status stands, or where it begins if it tells none. */
export function registerStatusActions(folders: LessonFolders): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    lessonSelector,
    {
      provideCodeActions(document, range) {
        const known = lessonDocumentOf(folders, document);
        if (known?.kind !== 'lesson') {
          return undefined;
        }
        const text = new SourceText(document.getText());
        const { lesson } = parseLessonText(known.path, text, known.folder.library.policy);
        const line = lesson?.ranges.of('status')?.start.line ?? 0;
        if (lesson === undefined || isRetired(lesson) || range.start.line !== line) {
          return undefined;
        }
        const steps = [
          { title: vscode.l10n.t('Supersede this lesson with…'), command: commands.supersede },
          { title: vscode.l10n.t('Retire this lesson…'), command: commands.retire },
        ];
        const accept = { title: vscode.l10n.t('Accept this lesson…'), command: commands.accept };
        return (lesson.status === 'proposed' ? [accept, ...steps] : steps).map((step) =>
          actionOf(step, document.uri),
        );
      },
    },
    { providedCodeActionKinds: [kind] },
  );
}

function actionOf(
  { title, command }: { readonly title: string; readonly command: string },
  uri: vscode.Uri,
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, kind);
  action.command = { title, command, arguments: [uri] };
  return action;
}
