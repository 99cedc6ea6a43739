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
        const { problems } = folder.library;
        for (const path of new Set(problems.map((problem) => problem.path))) {
          const ofFile = problems.filter((problem) => problem.path === path);
          collection.set(folder.uriOf(path), ofFile.map(diagnosticOf));
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
