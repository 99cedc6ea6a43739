import { stringify } from 'yaml';
import { metavariablesOf } from '../../lesson/replacement';
import type { Severity } from '../../lesson/vocabulary';
import { portableExpression } from './dialects';
import { headLines } from './limits';
import { placesOf } from './places';
import { type CheckSkeleton, limitsOf, writtenScopes } from './skeleton';
import type { CheckScope, CheckSubject } from './subject';

/** By VS Code's language ids: https://semgrep.dev/docs/supported-languages */
const languages: Readonly<Record<string, string>> = {
  ...{ c: 'c', cpp: 'cpp', csharp: 'csharp', go: 'go', java: 'java', php: 'php', python: 'python' },
  ...{ javascript: 'javascript', javascriptreact: 'javascript', ruby: 'ruby', rust: 'rust' },
  ...{ shellscript: 'bash', typescript: 'typescript', typescriptreact: 'typescript' },
};

const severities: Readonly<Record<Severity, string>> = {
  ...{ critical: 'ERROR', high: 'ERROR', medium: 'WARNING', low: 'INFO' },
};

/** A rule of Semgrep for each scope: https://semgrep.dev/docs/writing-rules/rule-syntax */
export function semgrepCheck(subject: CheckSubject): CheckSkeleton | undefined {
  const written = writtenScopes(subject, ruleOf);
  if (written.length === 0) {
    return undefined;
  }
  const hasStructure = written.some(({ scope }) => scope.scope.structure !== undefined);
  const limits = [
    ...limitsOf(subject, written, ['pattern', 'not_pattern', 'structure']),
    ...(hasStructure ? [{ kind: 'equivalents' } as const] : []),
  ];
  const rules = written.map(({ scope, rule }, at) => document(subject, scope, rule, at));
  const text = headLines(subject, limits, '#') + stringify({ rules }, { lineWidth: 0 });
  const file = { path: `.semgrep/${subject.name}.yml`, language: 'yaml', text };
  return { kind: 'semgrep', control: 'lint', limits, files: [file] };
}

interface Rule {
  readonly languages: readonly string[];
  readonly patterns: readonly Readonly<Record<string, string>>[];
}

function ruleOf({ scope, languages: known }: CheckScope): Rule | undefined {
  const { structure, pattern, not_pattern, flags } = scope;
  const code = structure === undefined ? undefined : structureInSemgrep(structure);
  const regex = pattern === undefined ? undefined : portableExpression(pattern, { flags });
  const unwanted = not_pattern === undefined ? undefined : portableExpression(not_pattern, { flags });
  const isLost =
    (structure !== undefined && code === undefined) ||
    (pattern !== undefined && regex === undefined) ||
    (not_pattern !== undefined && unwanted === undefined);
  const spoken = [...new Set(known.flatMap((id) => languages[id] ?? []))];
  if (isLost || (code !== undefined && spoken.length === 0)) {
    return undefined;
  }
  return {
    // A pattern alone needs no parser.
    languages: code === undefined ? ['regex'] : spoken,
    patterns: [
      ...(code === undefined ? [] : [{ pattern: code }]),
      ...(regex === undefined ? [] : [{ 'pattern-regex': regex }]),
      // It takes away what it overlaps, so that it has to reach over the whole line.
      ...(unwanted === undefined ? [] : [{ 'pattern-not-regex': wholeLine(unwanted) }]),
    ],
  };
}

/** Flags have to stay in front. */
function wholeLine(expression: string): string {
  const [, flags = '', rest = ''] = /^(\(\?[a-z]+\))?(.*)$/s.exec(expression) ?? [];
  return `${flags}^[^\\n]*(?:${rest})[^\\n]*$`;
}

/** Lists are `...` there, and `$...NAME` where the same one stands twice. */
function structureInSemgrep(structure: string): string | undefined {
  if (/(?<!\$)\$\$(?!\$)/.test(structure)) {
    return undefined;
  }
  const lists = [...structure.matchAll(/\$\$\$([A-Z_][A-Z0-9_]*)/g)].map(([, name]) => name);
  return structure.replace(/\$\$\$([A-Z_][A-Z0-9_]*)?/g, (_, name?: string) =>
    name !== undefined && lists.indexOf(name) < lists.lastIndexOf(name) ? `$...${name}` : '...',
  );
}

function document(
  { id, advice, title, severity, link }: CheckSubject,
  { scope }: CheckScope,
  { languages: spoken, patterns }: Rule,
  at: number,
) {
  const { include, exclude } = placesOf(scope);
  const [only, ...others] = patterns;
  const isReplaced = scope.fix !== undefined && scope.structure !== undefined && hasNoLists(scope.fix);
  return {
    id: at === 0 ? id : `${id}-${at + 1}`,
    ...{ languages: spoken, severity: severities[severity], message: advice },
    metadata: { lesson: id.toUpperCase(), title, ...(link !== undefined && { references: [link] }) },
    ...(include.length + exclude.length > 0 && {
      paths: { ...(include.length > 0 && { include }), ...(exclude.length > 0 && { exclude }) },
    }),
    ...(others.length === 0 ? only : { patterns }),
    ...(isReplaced && { fix: scope.fix }),
  };
}

function hasNoLists(fix: string): boolean {
  return metavariablesOf(fix).every((name) => !name.startsWith('$$'));
}
