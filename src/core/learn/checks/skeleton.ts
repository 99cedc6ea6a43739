import type { Scope } from '../../lesson/lesson';
import type { Limit } from './limits';
import { asksForLanguage } from './places';
import type { CheckScope, CheckSubject } from './subject';

export type CheckKind = 'ast-grep' | 'semgrep' | 'eslint' | 'node-test' | 'grep';

/** A file to be written; its path is a proposal, relative to the folder that holds `.lessons`, with `/`. */
export interface CheckFile {
  readonly path: string;
  /** A VS Code language id. */
  readonly language: string;
  readonly text: string;
}

/** The beginning of a check that looks for what a lesson warns of. */
export interface CheckSkeleton {
  readonly kind: CheckKind;
  /** What the lesson gets among its controls. */
  readonly control: 'lint' | 'test' | 'ci';
  /** The check itself, then what belongs to it. */
  readonly files: readonly [CheckFile, ...CheckFile[]];
  /** In what the check differs from the lesson. */
  readonly limits: readonly Limit[];
}

/** What of a lesson one kind of check can say, with the scope that it says it for. */
export interface Written<T> {
  readonly scope: CheckScope;
  readonly rule: T;
}

/** The scopes that a kind of check can write; the others are among its limits. */
export function writtenScopes<T>(
  { scopes }: CheckSubject,
  ruleOf: (scope: CheckScope) => T | undefined,
): readonly Written<T>[] {
  return scopes.flatMap((scope) => {
    const rule = ruleOf(scope);
    return rule === undefined ? [] : [{ scope, rule }];
  });
}

/** @param looksAt the keys of a scope that the check looks at, besides those that name files */
export function limitsOf(
  { scopeCount }: CheckSubject,
  written: readonly Written<unknown>[],
  looksAt: readonly (keyof Scope)[],
): readonly Limit[] {
  const known = new Set<string>(['flags', 'fix', 'paths', 'exclude', ...looksAt]);
  const keys = written.flatMap(({ scope: { scope } }) =>
    Object.keys(scope).filter((key) =>
      key === 'languages' ? !known.has(key) && asksForLanguage(scope) : !known.has(key),
    ),
  );
  const left = scopeCount - written.length;
  return [
    ...(keys.length > 0 ? [{ kind: 'keys', keys: [...new Set(keys)] } as const] : []),
    ...(left > 0 ? [{ kind: 'scopes', count: left } as const] : []),
  ];
}
