import * as vscode from 'vscode';
import { addMonths, dayOf, isDate } from '../core/lesson/calendar';
import { isReason, longestReason, tidyReason } from '../core/match/suppressions/suppressionComment';

/** Why a lesson does not apply at a place, never guessed; `undefined` where the person turns away. */
export async function askReason(title: string): Promise<string | undefined> {
  const reason = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('Why it does not apply here, for those who read the code later'),
    placeHolder: vscode.l10n.t('The input is a constant of ours'),
    ignoreFocusOut: true,
    validateInput: (value) => {
      if (!isReason(value)) {
        return vscode.l10n.t('Say why, in words.');
      }
      return tidyReason(value).length > longestReason
        ? vscode.l10n.t(
            'A reason has at most {0} characters. The story belongs into the lesson.',
            longestReason,
          )
        : undefined;
    },
  });
  return reason === undefined ? undefined : tidyReason(reason);
}

/** How long a lesson is to keep quiet at a place. */
export interface Term {
  /** The last day, YYYY-MM-DD; none means always. */
  readonly until?: string;
}

/** Asks for how long; `undefined` where the person turns away. */
export async function askTerm(title: string): Promise<Term | undefined> {
  const today = dayOf(new Date());
  const [soon, later] = [addMonths(today, 3), addMonths(today, 12)];
  const items: readonly (vscode.QuickPickItem & { readonly term?: Term })[] = [
    { label: vscode.l10n.t('For good'), term: {} },
    { label: vscode.l10n.t('For three months'), description: soon, term: { until: soon } },
    { label: vscode.l10n.t('For a year'), description: later, term: { until: later } },
    { label: vscode.l10n.t('Until a day…') },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: vscode.l10n.t('How long? After its last day the lesson speaks again'),
    ignoreFocusOut: true,
  });
  return picked === undefined || picked.term !== undefined ? picked?.term : askDay(title, today);
}

async function askDay(title: string, today: string): Promise<Term | undefined> {
  const until = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('The last day on which the lesson keeps quiet here'),
    value: addMonths(today, 1),
    ignoreFocusOut: true,
    validateInput: (value) => {
      if (!isDate(value.trim())) {
        return vscode.l10n.t('Write the day as {0}.', today);
      }
      return value.trim() < today ? vscode.l10n.t('That day has passed.') : undefined;
    },
  });
  return until === undefined ? undefined : { until: until.trim() };
}
