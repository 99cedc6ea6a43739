import * as vscode from 'vscode';
import { contains } from '../core/text';
import { fromPosition } from './convert';
import type { FoundFinding } from './documentAnalysis';
import type { DocumentMatches } from './documentMatches';
import type { LessonFolders } from './lessonFolders';
import { askForLesson, type FoundLesson, type LessonItem, lessonItem, pickLesson } from './lessonRef';

type Separator = vscode.QuickPickItem & { readonly found?: undefined };

/**
 * Lets the person choose among the lessons of the file in front of them, those at the cursor first; among all where none
 * applies. `undefined` where they turn away.
 */
export async function pickLessonInView(
  folders: LessonFolders,
  documents: DocumentMatches,
  title: string,
): Promise<FoundLesson | undefined> {
  const editor = vscode.window.activeTextEditor;
  const items = editor === undefined ? [] : await itemsIn(editor, documents);
  return items.length === 0 ? pickLesson(folders, title, () => true) : askForLesson(items, title);
}

async function itemsIn(
  { document, selection }: vscode.TextEditor,
  documents: DocumentMatches,
): Promise<(LessonItem | Separator)[]> {
  const cursor = fromPosition(selection.active);
  // Whoever runs a command waits for it.
  const analysis = await documents.current(document, new vscode.CancellationTokenSource().token);
  const findings = analysis?.findings ?? [];
  const here = findings.filter(({ match: { extent } }) => extent !== undefined && contains(extent, cursor));
  const seen = new Set<string>();
  const group = (label: string, some: readonly FoundFinding[]) => {
    const items: (LessonItem | Separator)[] = [{ label, kind: vscode.QuickPickItemKind.Separator }];
    for (const { folder, match } of some) {
      if (!seen.has(match.lesson.id)) {
        seen.add(match.lesson.id);
        items.push(lessonItem({ folder, lesson: match.lesson }));
      }
    }
    return items.length === 1 ? [] : items;
  };
  return [...group(vscode.l10n.t('At the cursor'), here), ...group(vscode.l10n.t('In this file'), findings)];
}
