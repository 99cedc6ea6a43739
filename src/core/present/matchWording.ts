import * as l10n from '@vscode/l10n';
import type { Capture } from '../match/capture';
import type { Match, SymbolOrigin } from '../match/match';
import { escapeMarkdown } from './lessonMarkdown';

/** Longer code is cut where a metavariable stands for it. */
const longestCapture = 60;

/** Longer patterns and structures are cut: they are in the lesson, and *Why* has them whole. */
const longestPattern = 40;

/** The sentence of a diagnostic and of a line in the terminal. */
export function matchMessage({ lesson }: Match): string {
  return oneLine(lesson.advice);
}

/** Why a lesson applies, for a tooltip: "src/**, symbol withRetry". */
export function whyMessage({ why }: Match): string {
  const parts = [
    why.path === undefined ? undefined : l10n.t('path {0}', why.path),
    why.symbol === undefined ? undefined : symbolPart(why.symbol, why.symbolFrom),
    why.pattern === undefined ? undefined : l10n.t('pattern {0}', shortened(why.pattern, longestPattern)),
    why.structure === undefined ? undefined : structurePart(why.structure, why.captures),
    why.package === undefined ? undefined : l10n.t('package {0}', why.package.name),
    why.when === undefined ? undefined : l10n.t('when {0}', why.when),
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(', ') : l10n.t('its language');
}

/** Where and by what a lesson applies, in a row of a list: "line 12, symbol withRetry". */
export function matchPlace(match: Match): string {
  const { range, why } = match;
  const sharp = why.pattern === undefined ? l10n.t('structure') : l10n.t('pattern');
  const reason =
    match.class === 'broad'
      ? whyMessage(match)
      : why.symbol === undefined
        ? sharp
        : symbolPart(why.symbol, why.symbolFrom);
  return range === undefined ? reason : l10n.t('line {0}, {1}', range.start.line + 1, reason);
}

/** Why a lesson applies, as the last line of a hover. */
export function whyMarkdown(match: Match): string {
  return `*${escapeMarkdown(l10n.t('Applies here by {0}', whyMessage(match)))}*`;
}

function symbolPart(symbol: string, from: SymbolOrigin | undefined): string {
  return from === 'editor'
    ? l10n.t('symbol {0} (found by the editor)', symbol)
    : l10n.t('symbol {0}', symbol);
}

function structurePart(structure: string, captures: readonly Capture[] = []): string {
  return captures.length === 0
    ? l10n.t('structure {0}', shortened(structure, longestPattern))
    : l10n.t(
        'structure {0} with {1}',
        shortened(structure, longestPattern),
        captures.map(captureText).join(', '),
      );
}

/** What a metavariable stands for, in one line. */
export function captureText({ name, text }: Capture): string {
  return `${name} = ${shortened(oneLine(text), longestCapture)}`;
}

function shortened(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
