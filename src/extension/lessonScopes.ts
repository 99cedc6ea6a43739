import * as vscode from 'vscode';
import { isRetired } from '../core/lesson/lesson';
import { parseLessonText } from '../core/lesson/parse';
import { SourceText } from '../core/text';
import { lessonDocumentOf } from './lessonDocuments';
import type { LessonFolders } from './lessonFolders';
import type { AskedScope } from './scopeAnswers';

/** Names a scope in the arguments of a command. Plain data. */
export interface ScopeRef {
  /** The lesson document's URI. */
  readonly document: string;
  /** The scope's place in `applies_to`. */
  readonly scope: number;
}

/** The scopes of a document's live text that can match; none of a retired lesson. */
export function scopesOf(folders: LessonFolders, document: vscode.TextDocument): readonly AskedScope[] {
  const known = lessonDocumentOf(folders, document);
  if (known?.kind !== 'lesson') {
    return [];
  }
  const { folder, path } = known;
  const { lesson } = parseLessonText(path, new SourceText(document.getText()), folder.library.policy);
  return lesson === undefined || isRetired(lesson)
    ? []
    : lesson.scopes.map((scope) => ({ folder, lesson, scope }));
}

/** The scope that an argument names, now; without one, the scope at the cursor. Arguments are not trusted. */
export function findScope(folders: LessonFolders, argument: unknown): FoundScope | undefined {
  const { document: wanted, scope: index } = (argument ?? {}) as Partial<Record<keyof ScopeRef, unknown>>;
  const editor = vscode.window.activeTextEditor;
  const document =
    wanted === undefined
      ? editor?.document
      : vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === wanted);
  if (document === undefined) {
    return undefined;
  }
  const scopes = scopesOf(folders, document);
  const line = editor?.selection.active.line ?? 0;
  const asked =
    wanted === undefined
      ? (scopes.findLast(({ scope }) => scope.ranges.scope.start.line <= line) ?? scopes[0])
      : scopes.find(({ scope }) => scope.index === index);
  return asked && { document, asked };
}

export interface FoundScope {
  readonly document: vscode.TextDocument;
  readonly asked: AskedScope;
}
