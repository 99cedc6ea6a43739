import { isMap, type Node } from 'yaml';
import { type IndexedScope, isRetired } from './lesson';
import type { Pattern } from './pattern';
import type { PatternCompiler } from './patternCompiler';
import { nodeAt, type Sheet } from './sheet';
import type { ValueReader } from './valueReader';
import type { FrontMatter } from './vocabulary';

/**
 * Runs the lesson's own examples: each of `match` must be hit by some pattern, none of `no_match` by any. Reported on
 * the example that fails.
 */
export function checkTests(
  frontMatter: FrontMatter,
  scopes: readonly IndexedScope[],
  sheet: Sheet,
  reader: ValueReader,
  compiler: PatternCompiler,
): void {
  const untested = scopes.find(({ scope }) => scope.pattern !== undefined);
  const isTested = (frontMatter.tests?.match ?? []).length > 0;
  if (untested !== undefined && !isTested && !isRetired({ frontMatter })) {
    sheet.add(
      { code: 'pattern-untested', isDraft: frontMatter.status !== 'accepted' },
      untested.ranges.pattern ?? untested.ranges.scope,
    );
  }
  const node = nodeAt(sheet.root, 'tests');
  if (!isMap(node)) {
    return;
  }
  const hits = scopes.flatMap(({ scope }) => {
    const { pattern, not_pattern, flags } = scope;
    const wanted = compiledBy(compiler, pattern, flags);
    const unwanted = compiledBy(compiler, not_pattern, flags);
    return wanted === undefined
      ? []
      : [(example: string) => wanted.test(example) && unwanted?.test(example) !== true];
  });
  if (hits.length === 0) {
    return;
  }
  // What a structure hits takes a grammar to tell, so that an example may be one of its.
  const isTold = scopes.every(({ scope }) => scope.structure === undefined);
  for (const expected of isTold ? (['match', 'no_match'] as const) : (['no_match'] as const)) {
    const nodes = reader.entries(node.get(expected, true));
    (frontMatter.tests?.[expected] ?? []).forEach((example, index) => {
      if (hits.some((isHit) => isHit(example)) !== (expected === 'match')) {
        sheet.report({ code: 'test-fails', expected }, nodes[index] as Node | undefined);
      }
    });
  }
}

/** A scope with a faulty pattern was left out before. */
function compiledBy(
  compiler: PatternCompiler,
  source: string | undefined,
  flags: string | undefined,
): Pattern | undefined {
  const compiled = source === undefined ? undefined : compiler.compile(source, flags);
  return compiled?.kind === 'pattern' ? compiled.pattern : undefined;
}
