import assert from 'node:assert/strict';
import { stringify } from 'yaml';
import { checksFor } from '../../src/core/learn/checkSkeleton';
import type { CheckKind, CheckSkeleton } from '../../src/core/learn/checks/skeleton';
import { checkSubjectOf, namesCode } from '../../src/core/learn/checks/subject';
import { ProjectPaths } from '../../src/core/match/projectPaths';
import { withoutPause } from '../../src/core/match/turns';
import { libraryOf } from './lessons';
import { toolsWith } from './tools';

const tools = toolsWith();
const paths = ['src/a.ts', 'src/b.tsx', 'lib/c.py', 'db/d.sql', 'cmd/e.go'];

/** The checks that a lesson with these keys can be turned into. */
export async function checksOf(keys: object): Promise<readonly CheckSkeleton[]> {
  const library = libraryOf(stringify({ advice: 'Do it otherwise: "so"', ...keys }));
  const [lesson] = library.lessons;
  assert.ok(lesson && namesCode(lesson));
  const { structures } = tools;
  return checksFor(
    await checkSubjectOf(lesson, {
      library,
      paths: new ProjectPaths(paths),
      structures,
      turns: withoutPause,
    }),
  );
}

/** The one of them that is of a kind. */
export async function checkOf(kind: CheckKind, keys: object): Promise<CheckSkeleton> {
  const found = (await checksOf(keys)).find((check) => check.kind === kind);
  assert.ok(found, `there is no ${kind}`);
  return found;
}
