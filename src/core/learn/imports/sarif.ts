import { globOfPath } from '../../lesson/glob';
import type { Severity } from '../../lesson/vocabulary';
import type { Section } from '../draft';
import { severityOfScore } from '../severity';
import {
  type ImportedLesson,
  type ImportFault,
  type ImportFile,
  type ImportReading,
  nothingBut,
} from './imported';
import { digestOf, lineIn, listIn, readJson, recordIn } from './json';
import { distinctLinks, referenceTo } from './links';
import { escapedLine, plainMarkdown } from './plainMarkdown';
import { distinct, placesIn } from './sarifPlaces';
import { rulesOf, type SarifRule } from './sarifRules';
import { adviceFrom, titleFrom } from './title';

type Data = ReturnType<typeof recordIn>;

/** More places of one rule are the tool's to list. */
const mostPlaces = 50;

/** One lesson for each rule that found something: https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
export function readSarif({ text }: ImportFile): ImportReading {
  const read = readJson(text);
  if (read.kind === 'fault') {
    return nothingBut(read.fault);
  }
  const log = recordIn(read.value);
  const version = lineIn(log.version) ?? '';
  if (!/^2\.1\./.test(version)) {
    return nothingBut({ code: 'sarif-version', version });
  }
  const faults: ImportFault[] = [];
  const imported = listIn(log.runs).flatMap((run) => lessonsOf(recordIn(run), faults));
  return { imported, faults };
}

/** That the file is such a log, whatever its version. */
export function isSarif(value: unknown): boolean {
  const { runs, version } = recordIn(value);
  return Array.isArray(runs) && typeof version === 'string';
}

function lessonsOf(run: Data, faults: ImportFault[]): readonly ImportedLesson[] {
  const tool = lineIn(recordIn(recordIn(run.tool).driver).name, 60) ?? 'tool';
  const ruleOf = rulesOf(run);
  const byRule = new Map<string, { readonly rule: SarifRule; readonly results: Data[] }>();
  let lost = 0;
  for (const result of listIn(run.results).map(recordIn).filter(isFinding)) {
    const rule = ruleOf(result);
    if (rule === undefined) {
      lost++;
      continue;
    }
    const known = byRule.get(rule.id) ?? { rule, results: [] };
    known.results.push(result);
    byRule.set(rule.id, known);
  }
  if (lost > 0) {
    faults.push({ code: 'results-without-rule', count: lost });
  }
  return [...byRule.values()].map(({ rule, results }) => lessonOf(tool, rule, results));
}

/** Whether a result tells of something that is there and that nobody has let off. */
function isFinding({ kind, baselineState, suppressions }: Data): boolean {
  return (
    (kind === undefined || kind === 'fail' || kind === 'review' || kind === 'open') &&
    baselineState !== 'absent' &&
    !listIn(suppressions).some((one) => (recordIn(one).status ?? 'accepted') === 'accepted')
  );
}

function lessonOf(tool: string, rule: SarifRule, results: readonly Data[]): ImportedLesson {
  const places = placesIn(results);
  const paths = distinct(places, ({ path }) => path).map(({ path = '' }) => path);
  const { title, whole } = titleFrom(rule.title ?? rule.id, rule.id);
  const body: readonly Section[] = [
    { heading: 'What happened', text: happened(tool, rule, results, { whole, places: places.length }) },
    { heading: 'What to do instead', text: plainMarkdown(rule.help ?? '') },
  ];
  return {
    source: `${tool} ${rule.id}`,
    revision: digestOf(JSON.stringify([places, rule])),
    draft: {
      title,
      advice:
        rule.help === undefined ? undefined : adviceFrom(plainMarkdown(rule.help).replace(/^#+ .*$/gm, '')),
      severity: severityOf(rule, results),
      origin: 'audit',
      scopes: paths.length === 0 ? [] : [{ paths: paths.slice(0, mostPlaces).map(globOfPath) }],
      references: distinctLinks([referenceTo(rule.helpUri ?? '', 'ARTICLE')]),
      evidence: places.slice(0, mostPlaces),
      aliases: [`sarif:${tool}/${rule.id}`],
      cwe: rule.cwe,
      body,
    },
  };
}

function happened(
  tool: string,
  rule: SarifRule,
  results: readonly Data[],
  { whole, places }: { readonly whole: string | undefined; readonly places: number },
): string {
  const messages = results.flatMap((result) => lineIn(recordIn(result.message).text, 2000) ?? []);
  return [
    ...(whole === undefined ? [] : [escapedLine(whole)]),
    ...(rule.description === undefined ? [] : [plainMarkdown(rule.description)]),
    `${escapedLine(tool)} found it ${results.length === 1 ? 'once' : `${results.length} times`}${places > mostPlaces ? `; the first ${mostPlaces} places are kept here` : ''}.`,
    ...[...new Set(messages)].slice(0, 5).map((message) => `- ${escapedLine(message)}`),
  ].join('\n\n');
}

function severityOf({ score, level }: SarifRule, results: readonly Data[]): Severity {
  const levels = results.map((result) => lineIn(result.level) ?? level ?? 'warning');
  const worst = levels.includes('error') ? 'high' : levels.includes('warning') ? 'medium' : 'low';
  return (score === undefined ? undefined : severityOfScore(score)) ?? worst;
}
