import * as vscode from 'vscode';
import type { Commit, History } from '../core/history/history';
import { signalsOf } from '../core/learn/commitSignals';
import { commitTextOf } from '../core/learn/commitText';
import { shortCommit, suggestionTitle } from '../core/present/suggestionWording';

/** More are not listed: who looks for an older one knows its id. */
const mostCommits = 500;

interface CommitItem extends vscode.QuickPickItem {
  /** Absent for a heading. */
  readonly revision?: string;
}

/** Asks for a commit: those that speak of a fault first, any other by its id. `undefined` where the person turns away. */
export async function chooseCommit(history: History): Promise<string | undefined> {
  const pick = vscode.window.createQuickPick<CommitItem>();
  try {
    pick.title = vscode.l10n.t('Capture a lesson from a commit');
    pick.placeholder = vscode.l10n.t('The commit that mended it, or its id');
    pick.matchOnDescription = true;
    pick.ignoreFocusOut = true;
    pick.busy = true;
    let listed: readonly CommitItem[] = [];
    const offer = () => {
      pick.items = [...listed, ...itemOfId(pick.value.trim(), listed)];
    };
    pick.onDidChangeValue(offer);
    const chosen = answerOf(pick);
    pick.show();
    const listing = history.log({ most: mostCommits }).then((commits) => {
      listed = itemsOf(commits ?? []);
      offer();
      pick.busy = false;
    });
    await Promise.race([listing, chosen]);
    return await chosen;
  } finally {
    pick.dispose();
  }
}

function answerOf(pick: vscode.QuickPick<CommitItem>): Promise<string | undefined> {
  return new Promise((resolve) => {
    pick.onDidAccept(() => resolve(pick.selectedItems[0]?.revision));
    pick.onDidHide(() => resolve(undefined));
  });
}

function itemsOf(commits: readonly Commit[]): readonly CommitItem[] {
  const [telling, others]: [CommitItem[], CommitItem[]] = [[], []];
  for (const { id, date, message } of commits) {
    const text = commitTextOf(message);
    const label = suggestionTitle({ subject: text.subject, files: [] });
    const item = { label, description: `${shortCommit(id)} ${date}`, revision: id };
    (signalsOf(text, undefined).length > 0 ? telling : others).push(item);
  }
  return [
    ...headed(vscode.l10n.t('speak of a fault'), telling),
    ...headed(vscode.l10n.t('other commits'), others),
  ];
}

function headed(label: string, items: readonly CommitItem[]): readonly CommitItem[] {
  return items.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];
}

/** What was typed, where it may be the id of a commit that is not listed. */
function itemOfId(typed: string, listed: readonly CommitItem[]): readonly CommitItem[] {
  const isKnown = listed.some(({ revision }) => revision?.startsWith(typed) === true);
  return /^[\da-f]{7,64}$/.test(typed) && !isKnown
    ? [{ label: vscode.l10n.t('Commit {0}', typed), revision: typed, alwaysShow: true }]
    : [];
}
