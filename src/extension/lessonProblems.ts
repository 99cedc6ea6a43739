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
import type { ReachProblems } from './reachProblems';
import { documentsInTabs } from './tabs';

/** What is wrong with a lesson or config as its text stands now, saved or not, as far as is known by now. */
export function liveProblems(
  document: vscode.TextDocument,
  { kind, folder, path }: LessonDocument,
  reach: ReachProblems,
): readonly Problem[] {
  const text = new SourceText(document.getText());
  if (kind === 'config') {
    return parseConfigText(path, text).problems;
  }
  const { lesson, problems } = parseLessonText(path, text, folder.library.policy);
  const company = lesson === undefined ? [] : companyProblems(lesson, folder.library, dayOf(new Date()));
  return [...problems, ...company, ...reach.problemsOf(document.uri)];
}

/**
 * Shows what is wrong with lesson files, on the files themselves: on their live text while they stand in a tab, else as
 * they are on disk.
 */
export function registerLessonProblems(folders: LessonFolders, reach: ReachProblems): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('lessons.files');
  const soon = new Debounce(200);
  const shown = new Map<string, string>();
  const publish = (uri: vscode.Uri, problems: readonly Problem[]) => {
    // Each file is a message to the editor, and of thousands few change at a time.
    const [key, told] = [uri.toString(), JSON.stringify(problems)];
    if (shown.get(key) !== told) {
      shown.set(key, told);
      collection.set(uri, problems.map(diagnosticOf));
    }
  };
  const publishLive = () => {
    for (const [document, lesson] of openLessons(folders)) {
      publish(document.uri, liveProblems(document, lesson, reach));
    }
  };
  const publishAll = () => {
    const open = new Set(openLessons(folders).map(([{ uri }]) => uri.toString()));
    const gone = new Set(shown.keys());
    for (const folder of folders.all) {
      for (const [path, problems] of folder.library.problemsByPath) {
        const uri = folder.uriOf(path);
        gone.delete(uri.toString());
        if (!open.has(uri.toString())) {
          publish(uri, problems);
        }
      }
    }
    for (const key of gone) {
      if (!open.has(key)) {
        shown.delete(key);
        collection.delete(vscode.Uri.parse(key));
      }
    }
    publishLive();
  };
  const isOurs = (document: vscode.TextDocument) => lessonDocumentOf(folders, document) !== undefined;
  return vscode.Disposable.from(
    collection,
    soon,
    folders.onDidChange(publishAll),
    reach.onDidChange(publishLive),
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

function openLessons(folders: LessonFolders): [vscode.TextDocument, LessonDocument][] {
  return documentsInTabs().flatMap((document): [vscode.TextDocument, LessonDocument][] => {
    const lesson = lessonDocumentOf(folders, document);
    return lesson === undefined ? [] : [[document, lesson]];
  });
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
