import * as vscode from 'vscode';

/**
 * Registers a command that writes files of the workspace, which waits until the workspace is trusted: a repository may
 * have made `.lessons` a link that leads anywhere. Menus grey it out by `enablement`; links and light bulbs come here.
 * @param run is handed what the editor hands to a command: its row or link, and mostly all rows that are selected
 */
export function registerWritingCommand(
  command: string,
  run: (...args: readonly unknown[]) => Promise<void>,
): vscode.Disposable {
  return vscode.commands.registerCommand(command, async (...args: readonly unknown[]) => {
    if (await mayWrite()) {
      await run(...args);
    }
  });
}

/** Tells the reason where not. */
export async function mayWrite(): Promise<boolean> {
  if (!vscode.workspace.isTrusted) {
    await explainRestriction();
  }
  return vscode.workspace.isTrusted;
}

async function explainRestriction(): Promise<void> {
  const manage = vscode.l10n.t('Manage Workspace Trust');
  const picked = await vscode.window.showWarningMessage(
    vscode.l10n.t('In Restricted Mode Lessons writes no file. Trust this folder, and do it again.'),
    manage,
  );
  if (picked === manage) {
    await vscode.commands.executeCommand('workbench.trust.manage');
  }
}
