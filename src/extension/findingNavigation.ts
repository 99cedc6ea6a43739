import * as vscode from 'vscode';
import { type Direction, neighbour } from '../core/display/neighbour';
import { findingsOn } from '../core/display/surfaces';
import { commands } from './contributions';
import { fromPosition } from './convert';
import type { DocumentMatches } from './documentMatches';
import { showHoverAt } from './placeHover';

/** *Go to Next* and *Previous Lesson in File*: from place to place, also to those that only speak when asked. */
export function registerFindingNavigation(documents: DocumentMatches): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.nextInFile, () => go(documents, 'next')),
    vscode.commands.registerCommand(commands.previousInFile, () => go(documents, 'previous')),
  );
}

async function go(documents: DocumentMatches, direction: Direction): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    return;
  }
  const { token } = new vscode.CancellationTokenSource();
  const analysis = await documents.current(editor.document, token);
  if (editor !== vscode.window.activeTextEditor) {
    return;
  }
  const places = findingsOn('hover', analysis?.findings ?? []).map(({ match }) => match.range.start);
  const place = neighbour(places, fromPosition(editor.selection.active), direction);
  if (place === undefined) {
    void vscode.window.showInformationMessage(nothingFound(analysis !== undefined));
    return;
  }
  await showHoverAt(editor, place);
}

function nothingFound(isLookedAt: boolean): string {
  return isLookedAt
    ? vscode.l10n.t(
        'No lesson has a place in this file. The view Team Lessons lists those that mean all of it.',
      )
    : vscode.l10n.t(
        'No lessons are shown in this file: they are off, or nobody works on files like this one.',
      );
}
