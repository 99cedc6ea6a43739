import * as vscode from 'vscode';
import { dayOf } from '../core/lesson/calendar';
import { parseConfigText } from '../core/lesson/config';
import { parseLessonText } from '../core/lesson/parse';
import type { Problem } from '../core/lesson/problem';
import { companyProblems } from '../core/library/library';
import { problemMessage } from '../core/present/problemWording';
import { SourceText } from '../core/text';
import { toRange, toSeverity } from './convert';
import { Debounce } from './debounce';
import { type LessonDocument, lessonDocumentOf } from './lessonDocuments';
import type { LessonFolders } from './lessonFolders';
import { documentsInTabs } from './tabs';

/** What is wrong with a lesson or config as its text stands now, saved or not. */
export function liveProblems(
  document: vscode.TextDocument,
  { kind, folder, path }: LessonDocument,
): readonly Problem[] {
  const text = new SourceText(document.getText());
  if (kind === 'config') {
    return parseConfigText(path, text).problems;
  }
  const { lesson, problems } = parseLessonText(path, text, folder.library.policy);
  const company = lesson === undefined ? [] : companyProblems(lesson, folder.library, dayOf(new Date()));
  return [...problems, ...company];
}

/**
 * Shows what is wrong with lesson files, on the files themselves: on their live text while they stand in a tab, else as
 * they are on disk.
 */
export function registerLessonProblems(folders: LessonFolders): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('lessons.files');
  const soon = new Debounce(200);
  const publishAll = () => {
    collection.clear();
    for (const folder of folders.all) {
      for (const [path, problems] of folder.library.problemsByPath) {
        collection.set(folder.uriOf(path), problems.map(diagnosticOf));
      }
    }
    publishLive();
  };
  const publishLive = () => {
    for (const document of documentsInTabs()) {
      const lesson = lessonDocumentOf(folders, document);
      if (lesson !== undefined) {
        collection.set(document.uri, liveProblems(document, lesson).map(diagnosticOf));
      }
    }
  };
  const isOurs = (document: vscode.TextDocument) => lessonDocumentOf(folders, document) !== undefined;
  return vscode.Disposable.from(
    collection,
    soon,
    folders.onDidChange(publishAll),
    vscode.window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
      if (opened.length + closed.length > 0) {
        soon.run(publishAll);
      }
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (isOurs(document)) {
        soon.run(publishLive);
      }
    }),
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (isOurs(document)) {
        soon.run(publishLive);
      }
    }),
  );
}

function diagnosticOf(problem: Problem): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    toRange(problem.range),
    problemMessage(problem),
    toSeverity(problem.severity),
  );
  diagnostic.source = 'Lessons';
  diagnostic.code = problem.code;
  return diagnostic;
}
