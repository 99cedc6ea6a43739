import type { SgNode } from '@ast-grep/wasm';
import { type Matcher, type SearchedTree, type Span, spanOf } from './astGrep';

/** What a metavariable stands for; of a list all from its first to its last. */
export interface StructureCapture extends Span {
  readonly name: string;
}

/** A piece of code that a pattern describes; offsets in UTF-16 units of the source's text. */
export interface StructureHit extends Span {
  /** What the pattern's metavariables stand for, in the order in which it names them. */
  readonly captures: readonly StructureCapture[];
}

export interface WantedPattern {
  readonly pattern: string;
  readonly matcher: Matcher;
}

/** `undefined` for a pattern that cannot be looked for in so deep a tree. */
export type FoundStructures = ReadonlyMap<WantedPattern, readonly StructureHit[] | undefined>;

interface Search {
  readonly wanted: readonly WantedPattern[];
  readonly limit: number;
}

/** To ask a node about a pattern takes 40 us, as the pattern is read anew; to walk a tree of 1,000 lines 12 ms. */
const fewNodes = 50;

/** Whether two pieces of code are the same is asked by recursion, which at 4,000 levels takes all of the stack. */
const deepest = 1000;

/** The hits of each pattern. One walk tells which nodes fit any of them; mostly there are few to be asked one by one. */
export function searchTree(tree: SearchedTree, { wanted, limit }: Search): FoundStructures {
  const comparing = wanted.filter(({ pattern }) => namesTwice(pattern));
  const isTooDeep = comparing.length > 0 && tree.depth() > deepest;
  const possible = isTooDeep ? wanted.filter((one) => !comparing.includes(one)) : wanted;
  const nodesOf = nodesByPattern(tree, possible);
  const found = possible.map((one): [WantedPattern, StructureHit[]] => {
    const hits = nodesOf(one).slice(0, limit);
    return [one, hits.map((node) => ({ ...spanOf(node), captures: capturesOf(one, node, tree) }))];
  });
  return new Map([...wanted.map((one) => [one, undefined] as const), ...found]);
}

/** Nodes that were found by the pattern itself, so that they know what its metavariables stand for. */
function nodesByPattern(
  { root, keep }: SearchedTree,
  wanted: readonly WantedPattern[],
): (one: WantedPattern) => readonly SgNode[] {
  const all = ({ matcher }: WantedPattern) => keep(root.findAll(matcher));
  if (wanted.length < 2) {
    return all;
  }
  const candidates = keep(root.findAll(anyOf(wanted)));
  if (candidates.length > fewNodes) {
    return all;
  }
  return ({ matcher }) =>
    candidates
      .filter((node) => node.matches(matcher))
      .flatMap((node) => keep([node.find(matcher) ?? []].flat()));
}

function anyOf(wanted: readonly WantedPattern[]): Matcher {
  const any = wanted.map(({ matcher }) =>
    typeof matcher === 'string' ? { pattern: matcher } : matcher.rule,
  );
  return { rule: { any } };
}

function capturesOf(
  { pattern }: WantedPattern,
  node: SgNode,
  { keep }: SearchedTree,
): StructureHit['captures'] {
  const sigils = new Map(metavariables(pattern).map(({ sigil, name }) => [name, sigil]));
  return [...sigils].flatMap(([name, sigil]) => {
    const nodes = keep(
      sigil.length === 3 ? node.getMultipleMatches(name) : [node.getMatch(name) ?? []].flat(),
    );
    const [first, last] = [nodes[0], nodes.at(-1)];
    return first === undefined || last === undefined
      ? []
      : [{ name, start: spanOf(first).start, end: spanOf(last).end }];
  });
}

/** Those that have a name of their own; what `$_` stands for is not kept. */
function metavariables(pattern: string): { readonly sigil: string; readonly name: string }[] {
  return [...pattern.matchAll(/(\$+)([A-Z][A-Z0-9_]*)/g)].map(([, sigil = '', name = '']) => ({
    sigil,
    name,
  }));
}

function namesTwice(pattern: string): boolean {
  const names = metavariables(pattern).map(({ name }) => name);
  return new Set(names).size < names.length;
}
