import * as l10n from '@vscode/l10n';
import type { Finding } from '../display/display';
import { levels } from '../lesson/vocabulary';
import type { Explanation, KeyVerdict, ScopeVerdict } from '../match/explain';
import type { Match } from '../match/match';
import { applyingRemedy } from './applyingRemedy';
import { keyDetail } from './keyVerdictWording';
import { remedyOf, rulingDetail } from './rulingWording';

/** From the loudest. */
const surfaces: readonly Finding['surface'][] = ['diagnostic', 'hover', 'tree'];

/** One rule that was asked whether a lesson is shown, in the order of asking; part of the command line's contract. */
export interface ExplainStep {
  /** `status`, `ignore`, `applies_to[0].paths`, `level`, `file-budget` and the like; stable. */
  readonly rule: string;
  readonly holds: boolean;
  /** What the rule looked at, and what would change its answer. */
  readonly detail: string;
}

export interface Explained {
  /** Whether the lesson speaks up in the text, as a diagnostic. */
  readonly shown: boolean;
  readonly steps: readonly ExplainStep[];
  /** The one change that would alter the outcome; absent where the lesson is shown at its full level. */
  readonly remedy?: string;
}

/** Where somebody wonders, and what is shown there. */
export interface Display {
  /** Of all lessons in the file, as they compete for places. */
  readonly findings: readonly Finding[];
  /** Of the file, relative to the folder that holds the lesson. */
  readonly path: string;
  /** From zero; the whole file without it. */
  readonly line?: number;
}

/** Each rule from the lesson's status to the budget of the file, up to those that keep it quiet. */
export function explanationOf(explanation: Explanation, { findings, path, line }: Display): Explained {
  const applying = [
    ...lessonSteps(explanation),
    ...explanation.scopes.flatMap(scopeSteps),
    ...faultySteps(explanation),
  ];
  const own = findings.filter(({ match }) => match.lesson.id === explanation.lesson.id);
  const here = line === undefined ? own : own.filter(({ match }) => isAt(match, line));
  if (own.length === 0) {
    const remedy = applyingRemedy(explanation, path);
    return { shown: false, steps: applying, ...(remedy !== undefined && { remedy }) };
  }
  if (here.length === 0) {
    return { shown: false, steps: [...applying, elsewhereStep(own)] };
  }
  const loudest = [...here].sort(byVoice)[0] as Finding;
  const steps = loudest.rulings.map((ruling) => ({
    ...{ rule: ruling.rule, holds: ruling.effect === 'none' },
    detail: rulingDetail(ruling),
  }));
  const remedy = displayRemedy(loudest);
  return {
    shown: loudest.surface === 'diagnostic',
    steps: [...applying, ...steps],
    ...(remedy !== undefined && { remedy }),
  };
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

function isAt({ range, extent = range }: Match, line: number): boolean {
  return extent === undefined || (extent.start.line <= line && line <= extent.end.line);
}

function elsewhereStep(own: readonly Finding[]): ExplainStep {
  const lines = [...new Set(own.flatMap(({ match: { range } }) => (range ? [range.start.line + 1] : [])))];
  const detail = l10n.t('In this file it applies elsewhere: line {0}.', lines.slice(0, 10).join(', '));
  return { rule: 'line', holds: false, detail };
}

/** What is told of a lesson that has several places here: the one where it is heard best. */
function byVoice(a: Finding, b: Finding): number {
  const rank = ({ surface, level }: Finding) =>
    surfaces.indexOf(surface) * levels.length + levels.indexOf(level);
  return rank(a) - rank(b);
}

/** What silences goes before what merely lowers; of several that silence, the first has to go first. */
function displayRemedy({ rulings }: Finding): string | undefined {
  const silencing = rulings.filter(({ effect }) => effect === 'silence');
  const lowering = rulings.filter(({ effect }) => effect === 'lower');
  const [first, ...others] = silencing.length > 0 ? silencing : lowering;
  const remedy = first && remedyOf(first);
  return remedy === undefined || others.length === 0
    ? remedy
    : l10n.t(
        '{0} After that, other rules still keep it quiet: {1}.',
        remedy,
        others.map(({ rule }) => rule).join(', '),
      );
}
