import * as vscode from 'vscode';
import { settings } from './contributions';

/** Whether lessons are to be seen in the documents of a place at all. */
export function areLessonsOn(uri: vscode.Uri | undefined): boolean {
  return vscode.workspace.getConfiguration(settings.section, uri).get(settings.enabled, true);
}
