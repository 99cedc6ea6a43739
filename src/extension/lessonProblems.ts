import * as vscode from 'vscode';
import type { Problem } from '../core/lesson/problem';
import { problemMessage } from '../core/present/problemWording';
import { toRange, toSeverity } from './convert';
import type { LessonFolders } from './lessonFolders';

/** Shows what is wrong with lesson files, on the files themselves. */
export function registerLessonProblems(folders: LessonFolders): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('lessons.files');
  return vscode.Disposable.from(
    collection,
    folders.onDidChange(() => {
      collection.clear();
      for (const folder of folders.all) {
        for (const [path, problems] of folder.library.problemsByPath) {
          collection.set(folder.uriOf(path), problems.map(diagnosticOf));
        }
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
