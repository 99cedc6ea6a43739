import * as l10n from '@vscode/l10n';
import { type Budget, defaultPolicy } from '../lesson/policy';
import type { ChangedLines } from '../match/changedLines';
import type { Explanation, KeyVerdict, ScopeVerdict } from '../match/explain';
import type { Match } from '../match/match';
import { allFindings, findingsOf, type Show } from './findings';
import { keyDetail } from './keyVerdictWording';
import { levelOf } from './level';

/** One rule that was asked whether a lesson is shown, in the order of asking; part of the command line's contract. */
export interface ExplainStep {
  /** `status`, `ignore`, `applies_to[0].paths`, `level`, `budget` and the like; stable. */
  readonly rule: string;
  readonly holds: boolean;
  /** What the rule looked at, and what would change its answer. */
  readonly detail: string;
}

export interface Explained {
  /** Whether the lesson speaks up in the text, as a diagnostic. */
  readonly shown: boolean;
  readonly steps: readonly ExplainStep[];
}

/** What the display depends on besides the lesson. */
export interface Display {
  /** All lessons' matches in the file, as they compete for places. */
  readonly matches: readonly Match[];
  readonly changed: ChangedLines;
  readonly show: Show;
  readonly budget?: Budget;
  /** Where somebody wonders, from zero; the whole file without it. */
  readonly line?: number;
}

/** Each rule from the lesson's status to the budget of the file, up to those that keep it quiet. */
export function explanationOf(explanation: Explanation, display: Display): Explained {
  const applying = [...lessonSteps(explanation), ...explanation.scopes.flatMap(scopeSteps)];
  const own = display.matches.filter(({ lesson }) => lesson.id === explanation.lesson.id);
  const shown = own.length === 0 ? [] : displaySteps(own, display);
  const isHeard = own.length > 0 && shown.every(({ rule, holds }) => holds || rule === 'changed');
  return { shown: isHeard, steps: [...applying, ...faultySteps(explanation), ...shown] };
}

function lessonSteps({ lesson, isRetired, isLessonFile, isIgnored }: Explanation): readonly ExplainStep[] {
  const status = lesson.frontMatter.withdrawn === undefined ? lesson.status : l10n.t('withdrawn');
  const steps: ExplainStep[] = [
    {
      rule: 'status',
      holds: !isRetired,
      detail: isRetired
        ? l10n.t('The lesson is {0}, and such lessons apply nowhere.', status)
        : l10n.t('The lesson is {0}.', status),
    },
  ];
  if (isLessonFile) {
    const detail = l10n.t('The file lies in .lessons, where no lesson applies.');
    steps.push({ rule: 'folder', holds: false, detail });
  }
  if (isIgnored) {
    const detail = l10n.t('The file is kept free of lessons by ignore in .lessons/config.yaml.');
    steps.push({ rule: 'ignore', holds: false, detail });
  }
  if (lesson.frontMatter.applies_to === undefined) {
    const detail = l10n.t('The lesson does not say where it applies.');
    steps.push({ rule: 'applies_to', holds: false, detail });
  }
  return steps;
}

function scopeSteps({ index, keys }: ScopeVerdict): readonly ExplainStep[] {
  return keys.map((verdict: KeyVerdict) => ({
    ...{ rule: `applies_to[${index}].${verdict.key}`, holds: verdict.holds },
    detail: keyDetail(verdict),
  }));
}

function faultySteps({ faultyScopes }: Explanation): readonly ExplainStep[] {
  const detail = l10n.t('Something is wrong with this scope, so it applies nowhere. Its problems say what.');
  return faultyScopes.map((index) => ({ rule: `applies_to[${index}]`, holds: false, detail }));
}

/** Why matches of one lesson are heard or not. */
function displaySteps(own: readonly Match[], display: Display): readonly ExplainStep[] {
  const { line, changed } = display;
  const here = line === undefined ? own : own.filter((match) => isAt(match, line));
  const [first] = own;
  if (first === undefined || here.length === 0) {
    const lines = [...new Set(own.flatMap(({ range }) => (range ? [range.start.line + 1] : [])))];
    const detail = l10n.t('In this file it applies elsewhere: line {0}.', lines.slice(0, 10).join(', '));
    return [{ rule: 'line', holds: false, detail }];
  }
  if (here.every(({ class: kind }) => kind === 'broad')) {
    const detail = l10n.t('It means the file as a whole, and is in the tree and in lists only.');
    return [{ rule: 'class', holds: false, detail }];
  }
  const isChanged = allFindings(here, changed).some((finding) => finding.changed);
  const level = levelStep(first);
  return level.holds ? [level, changedStep(isChanged, display), budgetStep(here, display)] : [level];
}

function isAt({ range, extent = range }: Match, line: number): boolean {
  return extent === undefined || (extent.start.line <= line && line <= extent.end.line);
}

function levelStep({ lesson }: Match): ExplainStep {
  const level = levelOf(lesson);
  const { severity, confidence, status } = lesson;
  const reason = l10n.t('{0}: severity {1}, confidence {2}, {3}', level, severity, confidence, status);
  const cap = lesson.level === undefined ? '' : l10n.t(', capped by level {0}', lesson.level);
  return { rule: 'level', holds: level !== 'silent', detail: `${reason}${cap}.` };
}

function changedStep(isChanged: boolean, { show }: Display): ExplainStep {
  const quiet =
    show === 'all'
      ? l10n.t('The place is as it was committed; all places are shown at their level here.')
      : l10n.t('The place is as it was committed, so it is a hint at most.');
  const detail = isChanged ? l10n.t('The place was changed since the last commit.') : quiet;
  return { rule: 'changed', holds: isChanged, detail };
}

function budgetStep(here: readonly Match[], display: Display): ExplainStep {
  const { matches, changed, show, budget = defaultPolicy.budget } = display;
  const heard = new Set(findingsOf(matches, changed, show, budget).map(({ match }) => match));
  const holds = here.some((match) => heard.has(match));
  const detail = holds
    ? l10n.t('It is among the first {0} lessons of the file.', budget.lessonsPerFile)
    : l10n.t(
        'Others go first: a file shows {0} lessons, a symbol {1}. It is in the tree.',
        budget.lessonsPerFile,
        budget.findingsPerSymbol,
      );
  return { rule: 'budget', holds, detail };
}
