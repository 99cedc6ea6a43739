import { compileOrFault } from '../../lesson/pattern';
import { portableExpression } from './dialects';
import { headLines } from './limits';
import { arePlain, pathspecs, placesOf } from './places';
import { type CheckSkeleton, limitsOf, writtenScopes } from './skeleton';
import type { CheckScope, CheckSubject } from './subject';

interface Rule {
  readonly wanted: string;
  readonly unwanted?: string;
}

/** A line for a CI job, in a script of its own: `git grep` with the expressions of PCRE. */
export function grepCheck(subject: CheckSubject): CheckSkeleton | undefined {
  const written = writtenScopes(subject, ruleOf);
  if (written.length === 0) {
    return undefined;
  }
  const isPerLine = written.every(({ scope: { scope } }) => {
    const compiled = compileOrFault(scope.pattern ?? '', scope.flags);
    return compiled.kind === 'pattern' && compiled.pattern.isLineBound;
  });
  const limits = [
    ...limitsOf(subject, written, ['pattern', 'not_pattern']),
    ...(isPerLine ? [] : [{ kind: 'lines' } as const]),
  ];
  const path = `scripts/lessons/${subject.name}.sh`;
  const looks = written.map(({ scope, rule: { wanted, unwanted } }) => {
    const not = unwanted === undefined ? '' : ` --and --not -e ${quoted(unwanted)}`;
    return `look -e ${quoted(wanted)}${not} -- ${pathspecs(scope.scope, path).map(quoted).join(' ')}\n`;
  });
  const text = `#!/bin/sh\n${headLines(subject, limits, '#')}${program(subject.advice)}${looks.join('')}exit $found\n`;
  return { kind: 'grep', control: 'ci', limits, files: [{ path, language: 'shellscript', text }] };
}

function ruleOf({ scope }: CheckScope): Rule | undefined {
  const { structure, pattern, not_pattern } = scope;
  const wanted = pattern === undefined ? undefined : portableExpression(pattern, scope);
  const unwanted = not_pattern === undefined ? undefined : portableExpression(not_pattern, scope);
  const isLost = structure !== undefined || (not_pattern !== undefined && unwanted === undefined);
  return isLost || wanted === undefined || !arePlain(placesOf(scope)) ? undefined : { wanted, unwanted };
}

function program(advice: string): string {
  return `cd "$(dirname "$0")/../.." || exit 2
found=0

look() {
  git grep --untracked -nP "$@"
  case $? in
    0) printf '%s\\n' ${quoted(advice)} >&2; found=1 ;;
    1) ;;
    *) exit 2 ;;
  esac
}

`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
