import * as vscode from 'vscode';
import type { ScopeReach } from '../core/match/reach';
import { placesOf, reachMessage } from '../core/present/reachWording';
import { commands } from './contributions';
import { toRange } from './convert';
import type { LessonFolder } from './lessonFolder';
import type { LessonFolders } from './lessonFolders';
import { findScope } from './lessonScopes';
import type { ScopeReaches } from './scopeReaches';

/** A list of more names is not read, and slow to make. */
const mostNames = 1000;

/** Lists what a scope has: hits and symbols in a peek, else the files in a list to choose from. */
export function registerShowReach(folders: LessonFolders, reaches: ScopeReaches): vscode.Disposable {
  return vscode.commands.registerCommand(commands.showReach, async (argument: unknown) => {
    const found = findScope(folders, argument);
    if (found === undefined) {
      const message = vscode.l10n.t(
        'There is no scope here. Open a lesson that is not retired, and put the cursor on a scope.',
      );
      void vscode.window.showInformationMessage(message);
      return;
    }
    const { asked, document } = found;
    const reach = await reaches.reach(asked);
    if (reach === undefined) {
      return;
    }
    const places = placesOf(reach);
    if (places.length === 0) {
      await chooseFile(asked.folder, reach);
      return;
    }
    const { start } = toRange(asked.scope.ranges.scope);
    const locations = places.map(
      ({ path, range }) => new vscode.Location(asked.folder.uriOf(path), toRange(range)),
    );
    await vscode.commands.executeCommand('editor.action.showReferences', document.uri, start, locations);
  });
}

async function chooseFile(folder: LessonFolder, reach: ScopeReach): Promise<void> {
  const items = reach.files.slice(0, mostNames).map((path) => ({
    label: path.slice(path.lastIndexOf('/') + 1),
    description: path.slice(0, Math.max(0, path.lastIndexOf('/'))),
    path,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: reachMessage(reach),
    placeHolder:
      items.length < reach.files.length
        ? vscode.l10n.t('The first {0} files that the scope lets in', items.length.toLocaleString())
        : vscode.l10n.t('The files that the scope lets in'),
    matchOnDescription: true,
  });
  if (picked !== undefined) {
    await vscode.commands.executeCommand('vscode.open', folder.uriOf(picked.path));
  }
}
