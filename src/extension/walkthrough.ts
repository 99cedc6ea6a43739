import * as vscode from 'vscode';
import { commands, walkthroughs } from './contributions';

/** *Get Started*: the walkthrough, which the editor otherwise shows on its welcome page alone. */
export function registerWalkthrough(extensionId: string): vscode.Disposable {
  return vscode.commands.registerCommand(commands.openWalkthrough, () =>
    vscode.commands.executeCommand(
      'workbench.action.openWalkthrough',
      `${extensionId}#${walkthroughs.start}`,
    ),
  );
}
