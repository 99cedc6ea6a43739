import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { registerAuthorSurfaces } from './authorSurfaces';
import { registerCodeSurfaces } from './codeSurfaces';
import { commands, contextKeys } from './contributions';
import { createServices, type Services } from './services';

/** What has to be finished before the window closes. The editor hands `deactivate` nothing, and waits for it alone. */
const closing = new Set<() => Promise<void>>();

/** Registers everything at once and reads the lessons afterwards, so that activation costs next to nothing. */
export function activate(context: vscode.ExtensionContext): void {
  if (vscode.l10n.bundle !== undefined) {
    l10n.config({ contents: vscode.l10n.bundle });
  }
  const services = createServices(context);
  const { folders, feedback, log } = services;
  closing.add(() => feedback.flush());
  context.subscriptions.push(
    registerCodeSurfaces(services),
    registerAuthorSurfaces(services),
    vscode.commands.registerCommand(commands.refresh, () => folders.load()),
    vscode.commands.registerCommand(commands.showLog, () => log.show()),
  );
  void start(services);
}

/** Stores what was told and not stored yet. */
export async function deactivate(): Promise<void> {
  await Promise.all([...closing].map((finish) => finish()));
}

async function start({ folders, git }: Services): Promise<void> {
  await Promise.all([git.start(), folders.load()]);
  await vscode.commands.executeCommand('setContext', contextKeys.ready, true);
}
