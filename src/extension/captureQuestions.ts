import * as vscode from 'vscode';
import type { Said } from '../core/learn/capturedDraft';
import { isHttpsLink } from '../core/lesson/link';
import { hasLength } from '../core/lesson/textLength';
import { vocabulary } from '../core/lesson/vocabulary';

/** One of the inputs; none has to be filled, and nothing that is typed is refused. */
interface Question {
  readonly key: keyof Said;
  readonly prompt: string;
  readonly placeHolder: string;
  /** What will become of a text that does not fit. */
  hint(value: string): string | undefined;
}

type Outcome =
  | { readonly kind: 'next' | 'back'; readonly value: string }
  /** `value` holds what was typed, if anything was. */
  | { readonly kind: 'left'; readonly value: string };

/**
 * Asks what went wrong, what to do instead, and where more is told. Whoever turns away from the first question wants no
 * lesson, which gives `undefined`; from a later one, no more questions.
 */
export async function askWhatHappened(
  proposedTitle: string,
  log: vscode.LogOutputChannel,
): Promise<Said | undefined> {
  const questions = [titleQuestion(), adviceQuestion(), linkQuestion()];
  const proposed: Said = { title: oneLine(proposedTitle), advice: '', link: await copiedLink(log) };
  const said: Partial<Record<keyof Said, string>> = {};
  let furthest = 0;
  for (let at = 0; at < questions.length; ) {
    const question = questions[at] as Question;
    const outcome = await ask(
      question,
      at + 1,
      questions.length,
      said[question.key] ?? proposed[question.key],
    );
    if (outcome.kind === 'left' && furthest === 0) {
      return undefined;
    }
    if (outcome.kind !== 'left' || outcome.value !== proposed[question.key]) {
      said[question.key] = outcome.value;
    }
    if (outcome.kind === 'left') {
      break;
    }
    at += outcome.kind === 'next' ? 1 : -1;
    furthest = Math.max(furthest, at);
  }
  return { title: said.title ?? '', advice: said.advice ?? '', link: said.link ?? '' };
}

function ask(question: Question, step: number, totalSteps: number, value: string): Promise<Outcome> {
  const box = vscode.window.createInputBox();
  const { prompt, placeHolder } = question;
  const hint = () => {
    const message = question.hint(box.value.trim());
    box.validationMessage =
      message === undefined ? undefined : { message, severity: vscode.InputBoxValidationSeverity.Info };
  };
  Object.assign(box, {
    title: vscode.l10n.t('Capture a lesson'),
    step,
    totalSteps,
    prompt,
    placeHolder,
    value,
  });
  box.ignoreFocusOut = true;
  box.buttons = step === 1 ? [] : [vscode.QuickInputButtons.Back];
  hint();
  return new Promise<Outcome>((resolve) => {
    const end = (kind: Outcome['kind']) => {
      resolve({ kind, value: box.value });
      listeners.dispose();
      box.dispose();
    };
    const listeners = vscode.Disposable.from(
      box.onDidChangeValue(hint),
      box.onDidAccept(() => end('next')),
      box.onDidTriggerButton(() => end('back')),
      box.onDidHide(() => end('left')),
    );
    box.show();
  });
}

function titleQuestion(): Question {
  const { min, max } = vocabulary.title;
  return {
    key: 'title',
    prompt: vscode.l10n.t('What went wrong, in one line'),
    placeHolder: vscode.l10n.t('Retry without a limit kept the payment service down'),
    hint: (value) => {
      if (!hasLength(value, { max })) {
        return vscode.l10n.t('A title has at most {0} characters. The rest goes into the story.', max);
      }
      return value !== '' && !hasLength(value, { min })
        ? vscode.l10n.t('A title has at least {0} characters. Where it was is added.', min)
        : undefined;
    },
  };
}

function adviceQuestion(): Question {
  const { min, max } = vocabulary.advice;
  return {
    key: 'advice',
    prompt: vscode.l10n.t('What to do instead, in one sentence that starts with a verb'),
    placeHolder: vscode.l10n.t('Give every retry a limit and a pause'),
    hint: (value) =>
      value === '' || hasLength(value, vocabulary.advice)
        ? undefined
        : vscode.l10n.t('Advice has {0} to {1} characters. This goes into the story.', min, max),
  };
}

function linkQuestion(): Question {
  return {
    key: 'link',
    prompt: vscode.l10n.t('Link to the incident, review or ticket; leave it empty if there is none yet'),
    placeHolder: 'https://',
    hint: (value) =>
      value === '' || isHttpsLink(value)
        ? undefined
        : vscode.l10n.t('Only https links are shown. This goes into the story.'),
  };
}

/** What a tool said may have colours for a terminal. */
function oneLine(message: string): string {
  return message
    .replace(/\p{Cc}\[[\d;]*m/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

async function copiedLink(log: vscode.LogOutputChannel): Promise<string> {
  try {
    const copied = (await vscode.env.clipboard.readText()).trim();
    return isHttpsLink(copied) ? copied : '';
  } catch (error) {
    // A browser may refuse; the person can paste.
    log.info('The clipboard cannot be read', error);
    return '';
  }
}
