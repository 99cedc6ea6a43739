import { scriptExpression } from './dialects';
import { headLines } from './limits';
import { nodeTestProgram } from './nodeTestProgram';
import { arePlain, pathspecs, placesOf } from './places';
import { type CheckSkeleton, limitsOf, writtenScopes } from './skeleton';
import type { CheckScope, CheckSubject } from './subject';

interface Rule {
  readonly wanted: RegExp;
  readonly unwanted?: RegExp;
}

/** A test for Node's own runner that fails while the pattern is in the tree, and needs nothing but git. */
export function nodeTestCheck(subject: CheckSubject): CheckSkeleton | undefined {
  const written = writtenScopes(subject, ruleOf);
  if (written.length === 0) {
    return undefined;
  }
  const limits = limitsOf(subject, written, ['pattern', 'not_pattern']);
  const rules = written.map(({ scope, rule }) => ({ ...rule, files: pathspecs(scope.scope) }));
  const text = `${headLines(subject, limits, '//')}${nodeTestProgram(subject, rules)}`;
  const path = `test/lessons/${subject.name}.test.mjs`;
  return { kind: 'node-test', control: 'test', limits, files: [{ path, language: 'javascript', text }] };
}

function ruleOf({ scope }: CheckScope): Rule | undefined {
  const { structure, pattern, not_pattern } = scope;
  const wanted = pattern === undefined ? undefined : scriptExpression(pattern, scope);
  const unwanted = not_pattern === undefined ? undefined : scriptExpression(not_pattern, scope);
  const isLost = structure !== undefined || (not_pattern !== undefined && unwanted === undefined);
  return isLost || wanted === undefined || !arePlain(placesOf(scope)) ? undefined : { wanted, unwanted };
}
