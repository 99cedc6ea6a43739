import * as vscode from 'vscode';
import { suggestionTitle } from '../core/present/suggestionWording';
import { commands } from './contributions';
import type { GitHistories } from './gitHistory';
import type { GitRepositories } from './gitRepositories';
import type { SuggestedCommit, Suggestions } from './suggestions';

/** What can be done with a suggestion in the view besides capturing it: look at the commit, or hide it on this machine. */
export function registerSuggestionCommands(
  suggestions: Suggestions,
  pasts: { readonly git: GitRepositories; readonly histories: GitHistories },
): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.showSuggestion, async (argument: unknown) => {
      const found = suggested(argument, suggestions);
      if (found !== undefined && !(await showCommit(found, pasts))) {
        void vscode.window.showWarningMessage(vscode.l10n.t('Git cannot show what this commit changed.'));
      }
    }),
    vscode.commands.registerCommand(
      commands.dismissSuggestion,
      async (argument: unknown, selected: unknown) => {
        const rows = Array.isArray(selected) && selected.includes(argument) ? selected : [argument];
        await suggestions.dismiss(
          rows.flatMap((row) => suggested(row, suggestions)?.suggestion.commit ?? []),
        );
      },
    ),
  );
}

/** Menus hand over rows, which name the commit as `ref`. */
function suggested(argument: unknown, { all }: Suggestions): SuggestedCommit | undefined {
  const { ref } = (argument ?? {}) as { readonly ref?: unknown };
  return all.find(({ suggestion }) => suggestion.commit === ref);
}

/** All that a commit did in the folder, side by side; false where git does not know it. */
async function showCommit(
  { folder, suggestion }: SuggestedCommit,
  { git, histories }: { readonly git: GitRepositories; readonly histories: GitHistories },
): Promise<boolean> {
  const history = histories.historyOf(folder);
  const commit = await history?.commit(suggestion.commit);
  const [parent] = commit?.parents ?? [];
  if (history === undefined || commit === undefined || parent === undefined) {
    return false;
  }
  const changes = await history.changes(commit, parent);
  const files = changes.map(({ kind, path, before = path }) => {
    const label = folder.uriOf(path);
    const [old, now] = [git.uriAt(folder.uriOf(before), parent), git.uriAt(label, commit.id)];
    return [label, kind === 'added' ? undefined : old, kind === 'deleted' ? undefined : now];
  });
  if (files.length === 0) {
    return false;
  }
  await vscode.commands.executeCommand('vscode.changes', suggestionTitle(suggestion), files);
  return true;
}
