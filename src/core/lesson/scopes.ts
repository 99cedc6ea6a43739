import { isMap, type Node, type YAMLMap } from 'yaml';
import type { Range } from '../text';
import { faultOfGlob } from './glob';
import type { IndexedScope, Scope, ScopeRanges } from './lesson';
import { faultOfPackage } from './packages/packageFault';
import { isFlags } from './pattern';
import type { PatternCompiler } from './patternCompiler';
import type { ProblemFact } from './problem';
import { faultOfReplacement } from './replacementFault';
import { nodeAt, type Sheet } from './sheet';
import { faultOfStructure } from './structure';
import type { Report, ValueReader } from './valueReader';
import { boundingKeys, scopeKeys } from './vocabulary';

/**
 * The scopes that can be matched. A scope with anything wrong in it is left out whole: without its faulty key it could
 * mean more than its author wrote.
 */
export function readScopes(
  scopes: readonly Scope[],
  node: unknown,
  reader: ValueReader,
  { report, rangeOf }: Sheet,
  compiler: PatternCompiler,
): IndexedScope[] {
  const entries = reader.entries(node);
  if (node !== undefined && entries.length === 0) {
    report({ code: 'scope-empty' }, node as Node);
  }
  const maps = entries.flatMap((entry, index) => (isMap(entry) ? [{ entry, index }] : []));
  return maps.flatMap(({ entry, index }, position) => {
    const scope = scopes[position];
    return scope !== undefined && isWhole(scope, entry, reader, report, compiler)
      ? [{ index, scope, ranges: rangesOf(entry, reader, rangeOf) }]
      : [];
  });
}

function rangesOf(entry: YAMLMap, reader: ValueReader, rangeOf: Sheet['rangeOf']): ScopeRanges {
  const at = (key: string): Range | undefined => {
    const node = nodeAt(entry, key);
    return node && rangeOf(node);
  };
  const symbols = reader.entries(entry.get('symbols', true)).map((node) => rangeOf(node));
  return {
    scope: rangeOf(entry),
    paths: at('paths'),
    pattern: at('pattern'),
    structure: at('structure'),
    symbols,
  };
}

function isWhole(
  scope: Scope,
  entry: YAMLMap,
  reader: ValueReader,
  report: Report,
  compiler: PatternCompiler,
): boolean {
  const written = entry.items.map((pair) => String(pair.key)).filter((key) => !key.startsWith('x-'));
  if (!written.every((key) => isReadWhole(key, scope, entry, reader))) {
    // What could not be read has been reported already.
    return false;
  }
  if (isUnbounded(scope)) {
    report({ code: 'scope-empty' }, entry);
    return false;
  }
  const facts = [
    ...globFacts('paths', scope, entry, reader),
    ...globFacts('exclude', scope, entry, reader),
    ...patternFacts(scope, entry, compiler),
    ...structureFacts(scope, entry),
    ...replacementFacts(scope, entry, compiler),
    ...packageFacts(scope, entry, reader),
  ];
  for (const { fact, node } of facts) {
    report(fact, node);
  }
  return facts.length === 0;
}

/**
 * A scope that only takes away would apply to everything else, and one with a list that is still empty would apply to
 * more than its author means: both apply to nothing.
 */
function isUnbounded(scope: Scope): boolean {
  const given = boundingKeys.map((key) => scope[key]).filter((value) => value !== undefined);
  return given.length === 0 || given.some((value) => value.length === 0);
}

/** False where a key is unknown, or where some of its values did not fit and were left out. */
function isReadWhole(key: string, scope: Scope, entry: YAMLMap, reader: ValueReader): boolean {
  if (!Object.hasOwn(scopeKeys, key)) {
    return false;
  }
  const value = scope[key as keyof Scope];
  return Array.isArray(value)
    ? value.length === reader.entries(entry.get(key, true)).length
    : value !== undefined;
}

interface Located {
  readonly fact: ProblemFact;
  readonly node: Node | undefined;
}

function globFacts(key: 'paths' | 'exclude', scope: Scope, entry: YAMLMap, reader: ValueReader): Located[] {
  const nodes = reader.entries(entry.get(key, true));
  return (scope[key] ?? []).flatMap((glob, index) => {
    const fault = faultOfGlob(glob);
    return fault === undefined ? [] : [{ fact: { code: 'glob-invalid', glob, fault }, node: nodes[index] }];
  });
}

function patternFacts(scope: Scope, entry: YAMLMap, compiler: PatternCompiler): Located[] {
  const { flags } = scope;
  if (flags !== undefined && !isFlags(flags)) {
    return [{ fact: { code: 'flags-invalid', flags }, node: nodeAt(entry, 'flags') }];
  }
  return (['pattern', 'not_pattern'] as const).flatMap((key) => {
    const source = scope[key];
    const compiled = source === undefined ? undefined : compiler.compile(source, flags);
    return compiled?.kind === 'fault'
      ? [{ fact: { code: 'pattern-invalid', fault: compiled.fault }, node: nodeAt(entry, key) }]
      : [];
  });
}

function structureFacts({ structure }: Scope, entry: YAMLMap): Located[] {
  const fault = structure === undefined ? undefined : faultOfStructure(structure);
  return fault === undefined
    ? []
    : [{ fact: { code: 'structure-invalid', fault }, node: nodeAt(entry, 'structure') }];
}

function replacementFacts(scope: Scope, entry: YAMLMap, compiler: PatternCompiler): Located[] {
  const fault = faultOfReplacement(scope, compiler);
  return fault === undefined ? [] : [{ fact: { code: 'fix-invalid', fault }, node: nodeAt(entry, 'fix') }];
}

function packageFacts({ packages = [] }: Scope, entry: YAMLMap, reader: ValueReader): Located[] {
  const nodes = reader.entries(entry.get('packages', true));
  return packages.flatMap((one, index) => {
    const fault = faultOfPackage(one);
    return fault === undefined ? [] : [{ fact: { code: 'package-invalid', fault }, node: nodes[index] }];
  });
}
