import * as l10n from '@vscode/l10n';
import type { Silence } from '../display/facts';
import type { RuleFacts, Ruling } from '../display/ruling';
import { controlName } from './controlWording';
import { escapeMarkdown } from './lessonMarkdown';

/** What a rule of display looked at and what it made of it, in one sentence. */
export function rulingDetail(ruling: Ruling): string {
  const holds = ruling.effect === 'none';
  switch (ruling.rule) {
    case 'class':
      return classDetail(ruling);
    case 'conflict':
      return holds
        ? l10n.t('No merge conflict is open here.')
        : l10n.t('A merge conflict is open here, and lessons wait until it is decided.');
    case 'suppressed':
      return ruling.silence === undefined
        ? l10n.t('No comment in the code silences it.')
        : silenceDetail(ruling.silence);
    case 'orphaned':
      return holds
        ? l10n.t('What it hangs on is in the code.')
        : l10n.t('None of the symbols, patterns and paths it hangs on is in the code any more.');
    case 'codified':
      return ruling.control === undefined
        ? l10n.t('No strong control is in place, so people have to remember.')
        : l10n.t('A control is in place, so that nobody has to remember: {0}.', controlName(ruling.control));
    case 'level':
    case 'demoted':
    case 'proposed':
      return levelDetail(ruling);
    case 'changed':
      return changedDetail(ruling);
    case 'setting':
      return holds
        ? l10n.t('Diagnostics of lessons are on.')
        : l10n.t('Diagnostics of lessons are off in the settings.');
    case 'symbol-budget':
    case 'file-budget':
      return budgetDetail(ruling);
    case 'hit-budget':
      return l10n.t('It is told at {0} other places of the file already.', ruling.limit);
  }
}

/** Why a lesson is seen at its place only when it is asked for, as the last line of a hover; nothing where it speaks. */
export function quietMarkdown(rulings: readonly Ruling[]): string | undefined {
  const first = rulings.find(({ effect }) => effect === 'silence');
  return first && `*${escapeMarkdown(l10n.t('Quiet: {0}', rulingDetail(first)))}*`;
}

/** The one change that would lift what a rule does; `undefined` where it does nothing, or nobody should change it. */
export function remedyOf(ruling: Ruling): string | undefined {
  return ruling.effect === 'none' ? undefined : remedyFor(ruling);
}

function remedyFor(ruling: Ruling): string {
  switch (ruling.rule) {
    case 'class':
      return l10n.t('Give the scope a symbol, a pattern or a structure.');
    case 'conflict':
      return l10n.t('Decide the merge conflict.');
    case 'suppressed':
      return l10n.t('Remove the comment on line {0}.', (ruling.silence?.line ?? 0) + 1);
    case 'orphaned':
      return l10n.t('Name a symbol, a pattern or a path that is there.');
    case 'codified':
      return l10n.t('If the control does not hold, change its status in the lesson.');
    case 'level':
      return l10n.t('Remove level: silent from the lesson, or name a louder one.');
    case 'demoted':
      return l10n.t('Sharpen the scope or the advice, so that those who see it find it useful.');
    case 'proposed':
      return l10n.t('Accept the lesson.');
    case 'changed':
      return l10n.t('Change the place, or set lessons.diagnostics.show to all.');
    case 'setting':
      return l10n.t('Set lessons.diagnostics.show to changes or all.');
    case 'hit-budget':
      return l10n.t('Mend the places where it is told, or narrow its scope.');
    case 'symbol-budget':
      return l10n.t('Raise findings_per_symbol in .lessons/config.yaml, or let one lesson generalize them.');
    case 'file-budget':
      return l10n.t('Raise lessons_per_file in .lessons/config.yaml, or retire what matters less.');
  }
}

type FactsOf<R extends RuleFacts['rule']> = Extract<Ruling, { rule: R }>;

function classDetail({ class: kind }: FactsOf<'class'>): string {
  switch (kind) {
    case 'sharp':
      return l10n.t('It hits this very code.');
    case 'named':
      return l10n.t('It names this symbol.');
    case 'broad':
      return l10n.t('It means the file as a whole, and is in the tree and in lists only.');
  }
}

function silenceDetail({ line, reason, until }: Silence): string {
  const why = reason === undefined ? '' : l10n.t(', because: {0}', reason);
  const end = until === undefined ? '' : l10n.t(' (until {0})', until);
  return l10n.t('The comment on line {0} silences it{1}{2}.', line + 1, why, end);
}

function levelDetail(ruling: FactsOf<'level' | 'demoted' | 'proposed'>): string {
  switch (ruling.rule) {
    case 'level': {
      const { level, severity, confidence, cap } = ruling;
      const reason = l10n.t('{0}: severity {1}, confidence {2}', level, severity, confidence);
      return `${reason}${cap === undefined ? '' : l10n.t(', capped by level {0}', cap)}.`;
    }
    case 'demoted':
      return l10n.t('Too many found it not useful: from {0} to {1}.', ...([ruling.from, ruling.to] as const));
    case 'proposed':
      return l10n.t('It is proposed, so it is a hint at most.');
  }
}

function changedDetail({ isChanged, show }: FactsOf<'changed'>): string {
  if (isChanged) {
    return l10n.t('The place was changed since the last commit.');
  }
  return show === 'all'
    ? l10n.t('The place is as it was committed; all places are shown at their level here.')
    : l10n.t('The place is as it was committed, so it is a hint at most.');
}

function budgetDetail(ruling: FactsOf<'symbol-budget' | 'file-budget'>): string {
  const isFile = ruling.rule === 'file-budget';
  if (ruling.effect === 'none') {
    return isFile
      ? l10n.t('It is among the first {0} lessons of the file.', ruling.limit)
      : l10n.t('It is among the first lessons of {0}, which shows {1}.', ruling.symbol, ruling.limit);
  }
  const ahead = ruling.ahead.join('; ');
  return isFile
    ? l10n.t('A file shows {0} lessons, and these go first: {1}.', ruling.limit, ahead)
    : l10n.t('{0} shows {1}, and this goes first: {2}.', ruling.symbol, ruling.limit, ahead);
}
