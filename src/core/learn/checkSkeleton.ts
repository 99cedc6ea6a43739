import type { Change } from '../edit/rewrite';
import type { FrontMatter } from '../lesson/vocabulary';
import { astGrepCheck } from './checks/astGrep';
import { eslintCheck } from './checks/eslint';
import { grepCheck } from './checks/grep';
import { nodeTestCheck } from './checks/nodeTest';
import { semgrepCheck } from './checks/semgrep';
import type { CheckSkeleton } from './checks/skeleton';
import type { CheckSubject } from './checks/subject';

const kinds = [eslintCheck, astGrepCheck, semgrepCheck, nodeTestCheck, grepCheck] as const;

/** Every check that can be begun for a lesson and still looks for what the lesson warns of. */
export function checksFor(subject: CheckSubject): readonly CheckSkeleton[] {
  return kinds.flatMap((kind) => kind(subject) ?? []);
}

/** Adds a check to a lesson's controls as planned; nothing where the lesson names its file already. */
export function plannedControl(
  { controls = [] }: Pick<FrontMatter, 'controls'>,
  { control, files: [{ path }] }: CheckSkeleton,
): readonly Change[] {
  const isNamed = controls.some(({ ref }) => ref === path);
  const value = { kind: control, effect: 'detect', status: 'planned', ref: path };
  return isNamed ? [] : [{ kind: 'append', key: 'controls', value }];
}
