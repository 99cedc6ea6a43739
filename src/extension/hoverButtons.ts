import * as vscode from 'vscode';
import { incidentOf } from '../core/lesson/lesson';
import { commands } from './contributions';
import type { FoundFinding } from './documentAnalysis';
import { placeRefOf } from './placeRef';

/**
 * The buttons below a lesson in a hover. They are ours and may run these commands, each of which looks up what its
 * argument names; the lesson's words above them run none.
 */
export function hoverButtons(finding: FoundFinding, document: vscode.TextDocument): vscode.MarkdownString {
  const argument = encodeURIComponent(JSON.stringify([placeRefOf(finding, document)]));
  const shown = [
    { command: commands.openLesson, title: vscode.l10n.t('Open Lesson') },
    ...(incidentOf(finding.match.lesson) === undefined
      ? []
      : [{ command: commands.openIncident, title: vscode.l10n.t('Open Incident') }]),
    { command: commands.useful, title: vscode.l10n.t('Useful') },
    { command: commands.notUseful, title: vscode.l10n.t('Not Useful…') },
    { command: commands.notHere, title: vscode.l10n.t('Not Here…') },
    { command: commands.why, title: vscode.l10n.t('Why?') },
  ];
  const links = shown.map(({ command, title }) => `[${title}](command:${command}?${argument})`);
  const markdown = new vscode.MarkdownString(links.join(' | '));
  markdown.isTrusted = { enabledCommands: shown.map(({ command }) => command) };
  return markdown;
}
