import type { SgNode } from '@ast-grep/wasm';
import type { Pieces } from '../../pieces';
import { type Matcher, type SearchedTree, type Span, spanOf } from './astGrep';
import { requiredWords } from './requiredWords';

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
  readonly text: string;
  readonly wanted: readonly WantedPattern[];
  readonly limit: number;
  /** Whether keywords may be written in capitals. */
  readonly anyCase: boolean;
}

/** To ask a node about a pattern takes 40 us, as the pattern is read anew; to walk a tree of 1,000 lines 12 ms. */
const fewNodes = 50;

/** Whether two pieces of code are the same is asked by recursion, which at 4,000 levels takes all of the stack. */
const deepest = 1000;

/** The hits of each pattern. One walk tells which nodes fit any of them; mostly there are few to be asked one by one. */
export function* searchTree(tree: SearchedTree, search: Search): Pieces<FoundStructures> {
  const { wanted, limit } = search;
  const comparing = wanted.filter(({ pattern }) => namesTwice(pattern));
  const isTooDeep = comparing.length > 0 && (yield* tree.depth()) > deepest;
  const possible = isTooDeep ? wanted.filter((one) => !comparing.includes(one)) : wanted;
  const nodes = yield* nodesByPattern(tree, { ...search, wanted: possible });
  const found = new Map<WantedPattern, readonly StructureHit[] | undefined>(
    wanted.map((one) => [one, undefined]),
  );
  for (const one of possible) {
    const hits: StructureHit[] = [];
    for (const node of (nodes.get(one) ?? []).slice(0, limit)) {
      if (hits.length % fewNodes === 0) {
        yield;
      }
      hits.push({ ...spanOf(node), captures: capturesOf(one, node, tree) });
    }
    found.set(one, hits);
  }
  return found;
}

/** Nodes that were found by the pattern itself, so that they know what its metavariables stand for. */
function* nodesByPattern(
  tree: SearchedTree,
  search: Search,
): Pieces<ReadonlyMap<WantedPattern, readonly SgNode[]>> {
  const { wanted } = search;
  const nodes = new Map<WantedPattern, readonly SgNode[]>();
  const candidates = wanted.length < 2 ? undefined : yield* allNodes(tree, anyOf(wanted), search);
  const isFew = candidates !== undefined && candidates.length <= fewNodes;
  for (const one of wanted) {
    const { matcher } = one;
    if (isFew) {
      yield;
      const own = candidates.filter((node) => node.matches(matcher));
      nodes.set(
        one,
        own.flatMap((node) => tree.keep([node.find(matcher) ?? []].flat())),
      );
    } else {
      nodes.set(one, yield* allNodes(tree, matcher, { ...search, wanted: [one] }));
    }
  }
  return nodes;
}

/** So much code takes a few milliseconds to be walked through, which cannot be put down. */
const pieceLength = 16_384;

/**
 * What `findAll` gives for the whole tree, branch by branch where that is large; those without the words of any pattern
 * are passed over.
 */
function* allNodes(
  { root, keep }: SearchedTree,
  matcher: Matcher,
  { text, wanted, anyCase }: Search,
): Pieces<readonly SgNode[]> {
  const words = wanted.map(({ pattern }) => requiredWords(pattern));
  const mayFit = ({ start, end }: Span) => {
    const written = text.slice(start, end);
    const code = anyCase ? written.toLowerCase() : written;
    return words.some((own) => own.every((word) => code.includes(anyCase ? word.toLowerCase() : word)));
  };
  const found: SgNode[] = [];
  const waiting = [root];
  let walked = 0;
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const span = spanOf(node);
    const length = span.end - span.start;
    walked += Math.min(length, pieceLength);
    if (walked >= pieceLength) {
      walked = 0;
      yield;
    }
    if (length <= pieceLength) {
      found.push(...(mayFit(span) ? keep(node.findAll(matcher)) : []));
      continue;
    }
    if (node.matches(matcher)) {
      found.push(...keep([node.find(matcher) ?? []].flat()));
    }
    waiting.push(...keep(node.children()).reverse());
  }
  return found;
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
