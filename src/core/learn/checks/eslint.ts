import { grouped } from '../../grouped';
import { headLines } from './limits';
import { type Places, placesOf } from './places';
import { selectorOf } from './selector';
import { type CheckSkeleton, limitsOf, writtenScopes } from './skeleton';
import type { CheckScope, CheckSubject } from './subject';

/** Those that ESLint reads, by itself or with the parser for TypeScript. */
const languages = ['javascript', 'javascriptreact', 'typescript', 'typescriptreact'];

/** An entry of `no-restricted-syntax`: https://eslint.org/docs/latest/rules/no-restricted-syntax */
export function eslintCheck(subject: CheckSubject): CheckSkeleton | undefined {
  const written = writtenScopes(subject, ruleOf);
  if (written.length === 0) {
    return undefined;
  }
  const limits = limitsOf(subject, written, ['structure']);
  const severity = subject.severity === 'low' || subject.severity === 'medium' ? 'warn' : 'error';
  // Two entries for the same files would leave the later one alone.
  const byPlaces = grouped(written, ({ scope }) => JSON.stringify(placesOf(scope.scope)));
  const entries = [...byPlaces].map(([places, rules]) => {
    const { include, exclude } = JSON.parse(places) as Places;
    const selectors = rules.map(({ rule }) => ({ selector: rule, message: subject.advice }));
    const rule = ['no-restricted-syntax', [severity, ...selectors]] as const;
    return {
      ...(include.length > 0 && { files: include }),
      ...(exclude.length > 0 && { ignores: exclude }),
      rules: Object.fromEntries([rule]),
    };
  });
  const text = `${headLines(subject, limits, '//')}//
// To be spread into the list that eslint.config.js exports. Where another entry sets no-restricted-syntax for the same
// files, the later one counts alone: put both selectors into one.
export default ${JSON.stringify(entries, undefined, 2)};
`;
  const path = `eslint/lessons/${subject.name}.mjs`;
  return { kind: 'eslint', control: 'lint', limits, files: [{ path, language: 'javascript', text }] };
}

function ruleOf({ scope, languages: known }: CheckScope): string | undefined {
  const { structure, pattern, not_pattern } = scope;
  const isScript = known.some((language) => languages.includes(language));
  return structure === undefined || pattern !== undefined || not_pattern !== undefined || !isScript
    ? undefined
    : selectorOf(structure);
}
