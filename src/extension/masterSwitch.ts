import * as vscode from 'vscode';
import { commands, contextKeys, settings } from './contributions';
import { areLessonsOn } from './lessonsOn';

/** *Turn Lessons Off* and *On*: the setting `lessons.enabled`, without looking for it. */
export function registerMasterSwitch(): vscode.Disposable {
  const setting = `${settings.section}.${settings.enabled}`;
  const tell = () => vscode.commands.executeCommand('setContext', contextKeys.on, areLessonsOn(activeUri()));
  void tell();
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.turnOff, () => turn(false)),
    vscode.commands.registerCommand(commands.turnOn, () => turn(true)),
    vscode.window.onDidChangeActiveTextEditor(() => void tell()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(setting)) {
        void tell();
      }
    }),
  );
}

function activeUri(): vscode.Uri | undefined {
  return vscode.window.activeTextEditor?.document.uri;
}

/**
 * For the whole workspace, unless the folder of the active file has a value of its own, which would win. A value that says
 * nothing new is taken out rather than written.
 */
async function turn(wanted: boolean): Promise<void> {
  const uri = activeUri();
  const configuration = vscode.workspace.getConfiguration(settings.section, uri);
  const set = configuration.inspect<boolean>(settings.enabled);
  const target =
    set?.workspaceFolderValue !== undefined
      ? vscode.ConfigurationTarget.WorkspaceFolder
      : vscode.workspace.workspaceFolders === undefined
        ? vscode.ConfigurationTarget.Global
        : vscode.ConfigurationTarget.Workspace;
  await configuration.update(settings.enabled, undefined, target);
  if (areLessonsOn(uri) !== wanted) {
    await configuration.update(settings.enabled, wanted, target);
  }
}
