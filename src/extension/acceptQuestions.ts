import * as vscode from 'vscode';
import type { Data } from '../core/edit/data';
import type { Answers } from '../core/edit/transition';
import type { AcceptanceKey } from '../core/lesson/acceptance';
import { faultOfGlob } from '../core/lesson/glob';
import { isHttpsLink } from '../core/lesson/link';
import type { Policy } from '../core/lesson/policy';
import { hasLength } from '../core/lesson/textLength';
import { confidences, factors, vocabulary } from '../core/lesson/vocabulary';
import { valueMeaning } from '../core/present/keyWording';

/** Asks for each key that is missing, and for nothing else; `undefined` where the person turns away. */
export async function askMissing(
  missing: readonly AcceptanceKey[],
  policy: Policy,
): Promise<Answers | undefined> {
  const answers: Partial<Record<AcceptanceKey, Data>> = {};
  for (const [at, key] of missing.entries()) {
    const title =
      missing.length === 1
        ? vscode.l10n.t('Accept the lesson')
        : vscode.l10n.t('Accept the lesson ({0}/{1})', at + 1, missing.length);
    const answer = await ask(key, title, policy);
    if (answer === undefined) {
      return undefined;
    }
    answers[key] = answer;
  }
  return answers;
}

function ask(key: AcceptanceKey, title: string, policy: Policy): Thenable<Data | undefined> {
  switch (key) {
    case 'advice':
      return askAdvice(title);
    case 'references':
      return askReference(title);
    case 'applies_to':
      return askPath(title);
    case 'factors':
      return askFactors(title, policy);
    case 'confidence':
      return askConfidence(title);
  }
}

function askAdvice(title: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('What to do instead, in one sentence that starts with a verb'),
    placeHolder: vscode.l10n.t('Give every retry a limit and a pause'),
    ignoreFocusOut: true,
    validateInput: (value) =>
      hasLength(value.trim(), vocabulary.advice)
        ? undefined
        : vscode.l10n.t('Advice has {0} to {1} characters.', vocabulary.advice.min, vocabulary.advice.max),
  });
}

async function askReference(title: string): Promise<Data | undefined> {
  const url = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('Link to the incident, review or ticket that it comes from'),
    placeHolder: 'https://',
    ignoreFocusOut: true,
    validateInput: (value) =>
      isHttpsLink(value.trim()) ? undefined : vscode.l10n.t('Only https links are shown.'),
  });
  return url && [url.trim()];
}

async function askPath(title: string): Promise<Data | undefined> {
  const glob = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t(
      'Where it applies: a folder, a file or a glob, relative to the folder that holds .lessons',
    ),
    placeHolder: 'src/payments/',
    ignoreFocusOut: true,
    validateInput: (value) =>
      faultOfGlob(value.trim()) === undefined ? undefined : vscode.l10n.t('This glob matches nothing.'),
  });
  return glob && [{ paths: [glob.trim()] }];
}

async function askFactors(title: string, policy: Policy): Promise<Data | undefined> {
  const items = [...factors, ...policy.added.factors].map((label) => ({
    label,
    detail: valueMeaning('lesson', ['factors'], label),
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: vscode.l10n.t('What in the system made it possible? Choose one or more'),
    canPickMany: true,
    ignoreFocusOut: true,
    matchOnDetail: true,
  });
  return picked && picked.length > 0 ? picked.map(({ label }) => label) : undefined;
}

async function askConfidence(title: string): Promise<string | undefined> {
  const items = confidences.map((label) => ({
    label,
    detail: valueMeaning('lesson', ['confidence'], label),
  }));
  const placeHolder = vscode.l10n.t('How sure is the team that the advice is right?');
  return (await vscode.window.showQuickPick(items, { title, placeHolder, ignoreFocusOut: true }))?.label;
}
