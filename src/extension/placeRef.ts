import * as vscode from 'vscode';
import type { FoundFinding } from './documentAnalysis';
import { type LessonRef, refTo } from './lessonRef';

/** Names a lesson and a place in code in the arguments of a command. Plain data, as links in hovers carry it. */
export interface PlaceRef extends LessonRef {
  /** The code document's URI. */
  readonly document: string;
  /** From zero. */
  readonly line: number;
}

export function placeRefOf({ folder, match }: FoundFinding, document: vscode.TextDocument): PlaceRef {
  return {
    ...refTo({ folder, lesson: match.lesson }),
    ...{ document: document.uri.toString(), line: match.range?.start.line ?? 0 },
  };
}

/** A place in an open document. */
export interface CodePlace {
  readonly document: vscode.TextDocument;
  readonly line: number;
}

/** The place that an argument names, else the cursor's. Arguments come from anywhere and are not trusted. */
export function placeMeant(argument: unknown): CodePlace | undefined {
  const { document: wanted, line } = (argument ?? {}) as Partial<Record<keyof PlaceRef, unknown>>;
  const named = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === wanted);
  if (named !== undefined && typeof line === 'number' && line >= 0 && line < named.lineCount) {
    return { document: named, line: Math.floor(line) };
  }
  const editor = vscode.window.activeTextEditor;
  return editor && { document: editor.document, line: editor.selection.active.line };
}
