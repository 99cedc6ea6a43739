import * as vscode from 'vscode';
import { scopeChanges } from '../core/edit/scopeChange';
import type { Narrowing } from '../core/learn/narrowing';
import { missedOriginMessage, sweepMessage } from '../core/present/sweepWording';
import type { CodeFolders } from './codeFolders';
import { commands, contextKeys, views } from './contributions';
import { changeLesson } from './lessonChange';
import { SweepRows } from './sweepRows';
import type { Followed, Sweeps } from './sweeps';
import { registerWritingCommand } from './writingCommand';

/** The view *Where Else?*: all that a proposed lesson hits, while it is being written. */
export function registerSweepView(sweeps: Sweeps, code: CodeFolders): vscode.Disposable {
  const rows = new SweepRows(sweeps, code);
  const view = vscode.window.createTreeView(views.sweep, { treeDataProvider: rows, showCollapseAll: true });
  const tell = () => {
    const { followed } = sweeps;
    view.message = followed && messageOf(followed);
    void vscode.commands.executeCommand('setContext', contextKeys.sweeping, followed !== undefined);
  };
  return vscode.Disposable.from(
    rows,
    view,
    sweeps.onDidChange(tell),
    registerWritingCommand(commands.narrow, (argument) => narrow(sweeps.followed, argument)),
  );
}

/** Shows the view beside a draft that was just opened, which keeps the focus. */
export async function revealSweep(): Promise<void> {
  await vscode.commands.executeCommand('setContext', contextKeys.sweeping, true);
  await vscode.commands.executeCommand(`${views.sweep}.focus`, { preserveFocus: true });
}

function messageOf({ lesson, sweep, isFailed }: Followed): string {
  if (lesson === undefined) {
    return vscode.l10n.t('The lesson cannot be read as it is now. The Problems panel says why.');
  }
  if (isFailed) {
    return vscode.l10n.t('Where else it applies could not be found out. The log says why.');
  }
  if (lesson.scopes.length === 0) {
    return (lesson.frontMatter.applies_to ?? []).length === 0
      ? vscode.l10n.t('The lesson names no place yet: give it a scope in applies_to.')
      : vscode.l10n.t('No scope of the lesson is whole yet. The Problems panel says why.');
  }
  if (sweep === undefined) {
    return vscode.l10n.t('Looking where else it applies…');
  }
  const found = sweepMessage(sweep);
  if (sweep.breadth === 'broad') {
    return vscode.l10n.t('Too broad: {0}. A lesson should have at most {1} hits.', found, sweep.limit);
  }
  return sweep.missesOrigin ? `${found} · ${missedOriginMessage()}` : found;
}

/** Puts the scope in place that a row proposes, if it still is proposed. Arguments come from anywhere. */
async function narrow(followed: Followed | undefined, argument: unknown): Promise<void> {
  const { scope } = (argument ?? {}) as Partial<Record<keyof Narrowing, unknown>>;
  const wanted = JSON.stringify(scope);
  const narrowing = followed?.narrowings.find((one) => JSON.stringify(one.scope) === wanted);
  if (followed?.lesson === undefined || narrowing === undefined) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('The lesson was changed meanwhile. Choose again.'),
    );
    return;
  }
  await changeLesson(followed.document, {
    changes: scopeChanges(followed.lesson, narrowing.index, narrowing.scope),
  });
}
