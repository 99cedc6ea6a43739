import * as vscode from 'vscode';
import { keyHover } from '../core/author/keyHover';
import { SourceText } from '../core/text';
import { fromPosition, toRange } from './convert';
import { configSelector, lessonDocumentOf, lessonSelector } from './lessonDocuments';
import type { LessonFolders } from './lessonFolders';

/** Explains keys, values and ids where lessons and a team's config are written. */
export function registerKeyHovers(folders: LessonFolders): vscode.Disposable {
  const provider: vscode.HoverProvider = {
    provideHover(document, position) {
      const lesson = lessonDocumentOf(folders, document);
      if (lesson === undefined) {
        return undefined;
      }
      const text = new SourceText(document.getText());
      const told = keyHover(text, fromPosition(position), lesson.kind, lesson.folder.library);
      return told && new vscode.Hover(new vscode.MarkdownString(told.markdown), toRange(told.range));
    },
  };
  return vscode.Disposable.from(
    vscode.languages.registerHoverProvider(lessonSelector, provider),
    vscode.languages.registerHoverProvider(configSelector, provider),
  );
}
