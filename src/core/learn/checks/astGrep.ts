import { stringify } from 'yaml';
import type { Severity } from '../../lesson/vocabulary';
import type { Matcher } from '../../match/structure/astGrep';
import { portableExpression } from './dialects';
import { headLines, type Limit } from './limits';
import { placesOf } from './places';
import { type CheckFile, type CheckSkeleton, limitsOf, writtenScopes } from './skeleton';
import type { CheckScope, CheckSubject } from './subject';

/** By VS Code's language ids: https://ast-grep.github.io/reference/languages.html */
const languages: Readonly<Record<string, string>> = {
  ...{ c: 'C', cpp: 'Cpp', csharp: 'CSharp', go: 'Go', java: 'Java', php: 'Php', python: 'Python' },
  ...{ javascript: 'JavaScript', javascriptreact: 'JavaScript', ruby: 'Ruby', rust: 'Rust' },
  ...{ shellscript: 'Bash', typescript: 'TypeScript', typescriptreact: 'Tsx' },
};

const severities: Readonly<Record<Severity, string>> = {
  ...{ critical: 'error', high: 'error', medium: 'warning', low: 'info' },
};

/** A rule of ast-grep for each language, and a test of the first: https://ast-grep.github.io/guide/project/lint-rule.html */
export function astGrepCheck(subject: CheckSubject): CheckSkeleton | undefined {
  const written = writtenScopes(subject, rulesOf);
  if (written.length === 0) {
    return undefined;
  }
  const isUnwanted = written.some(({ scope }) => scope.scope.not_pattern !== undefined);
  const limits: readonly Limit[] = [
    ...limitsOf(subject, written, ['languages', 'pattern', 'not_pattern', 'structure']),
    ...(isUnwanted ? [{ kind: 'not-in-line' } as const] : []),
  ];
  const rules = written.flatMap(({ scope, rule }) =>
    Object.entries(rule).map(([language, one]) => document(subject, scope, language, one)),
  );
  const documents = rules.map((rule, at) =>
    stringify({ id: at === 0 ? subject.id : `${subject.id}-${at + 1}`, ...rule }, { lineWidth: 0 }),
  );
  const check: CheckFile = {
    ...{ path: `rules/${subject.name}.yml`, language: 'yaml' },
    text: headLines(subject, limits, '#') + documents.join('---\n'),
  };
  const examples = written.length === subject.scopes.length && rules.length === 1 ? [testOf(subject)] : [];
  return {
    ...{ kind: 'ast-grep', control: 'lint', limits },
    files: [check, ...examples.flatMap((file) => file ?? [])],
  };
}

type Rules = Readonly<Record<string, object>>;

/** By ast-grep's names of languages. */
function rulesOf({ scope, languages: known, matchers }: CheckScope): Rules | undefined {
  const rules: Record<string, object> = {};
  for (const id of known) {
    const rule = ruleIn(scope, matchers.get(id));
    const language = languages[id];
    if (rule !== undefined && language !== undefined) {
      rules[language] = rule;
    }
  }
  return Object.keys(rules).length === 0 ? undefined : rules;
}

/** Without a structure there is no rule, as ast-grep wants to know which kinds of code to look at. */
function ruleIn(
  { pattern, not_pattern, flags }: CheckScope['scope'],
  matcher: Matcher | undefined,
): object | undefined {
  const regex = pattern === undefined ? undefined : portableExpression(pattern, { flags }, 'm');
  const unwanted = not_pattern === undefined ? undefined : portableExpression(not_pattern, { flags }, 'm');
  const isLost =
    (pattern !== undefined && regex === undefined) || (not_pattern !== undefined && unwanted === undefined);
  if (matcher === undefined || isLost) {
    return undefined;
  }
  const code = typeof matcher === 'string' ? { pattern: matcher } : matcher.rule;
  const others = [
    ...(regex === undefined ? [] : [{ regex }]),
    ...(unwanted === undefined ? [] : [{ not: { regex: unwanted } }]),
  ];
  return others.length === 0 ? code : { all: [code, ...others] };
}

function document(
  { advice, title, severity, link }: CheckSubject,
  { scope }: CheckScope,
  language: string,
  rule: object,
) {
  const { include, exclude } = placesOf({ ...scope, languages: undefined });
  return {
    ...{ language, severity: severities[severity], message: advice },
    ...(title !== advice && { note: title }),
    ...(link !== undefined && { url: link }),
    ...(include.length > 0 && { files: include }),
    ...(exclude.length > 0 && { ignores: exclude }),
    rule,
    // Both write the names of a replacement alike.
    ...(scope.fix !== undefined && { fix: scope.fix }),
  };
}

/** https://ast-grep.github.io/guide/test-rule.html */
function testOf({ id, name, examples }: CheckSubject): CheckFile | undefined {
  const { match, noMatch } = examples;
  return match.length + noMatch.length === 0
    ? undefined
    : {
        ...{ path: `rule-tests/${name}-test.yml`, language: 'yaml' },
        text: stringify({ id, valid: noMatch, invalid: match }, { lineWidth: 0 }),
      };
}
