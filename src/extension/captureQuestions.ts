import * as vscode from 'vscode';
import { isHttpsLink } from '../core/lesson/link';
import { hasLength } from '../core/lesson/textLength';
import { vocabulary } from '../core/lesson/vocabulary';

/** What went wrong; `undefined` where the person turns away. */
export function askTitle(): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Capture a lesson (1/2)'),
    prompt: vscode.l10n.t('What went wrong, in one line'),
    placeHolder: vscode.l10n.t('Retry without a limit kept the payment service down'),
    ignoreFocusOut: true,
    validateInput: (value) =>
      hasLength(value.trim(), vocabulary.title)
        ? undefined
        : vscode.l10n.t('A title has {0} to {1} characters.', vocabulary.title.min, vocabulary.title.max),
  });
}

/** Turning away here keeps what was written so far: the link can be added later. */
export async function askIncident(log: vscode.LogOutputChannel): Promise<string | undefined> {
  const copied = await copiedText(log);
  const link = await vscode.window.showInputBox({
    title: vscode.l10n.t('Capture a lesson (2/2)'),
    prompt: vscode.l10n.t('Link to the incident, review or ticket; leave it empty if there is none yet'),
    placeHolder: 'https://',
    value: isHttpsLink(copied) ? copied : '',
    ignoreFocusOut: true,
    validateInput: (value) =>
      value.trim() === '' || isHttpsLink(value.trim())
        ? undefined
        : vscode.l10n.t('Only https links are shown.'),
  });
  return link?.trim() || undefined;
}

async function copiedText(log: vscode.LogOutputChannel): Promise<string> {
  try {
    return (await vscode.env.clipboard.readText()).trim();
  } catch (error) {
    // A browser may refuse; the person can paste.
    log.info('The clipboard cannot be read', error);
    return '';
  }
}
