import type { CodeSymbol } from './codeSymbol';
import type { Definition } from './definition';
import { type Definitions, sameAsType } from './languages/definitions';

/** A definition inside which the next ones may lie. */
interface Container {
  readonly definition: Definition;
  /** With its own containers, dotted. */
  readonly name: string;
  readonly kind: Definition['kind'];
  readonly end: number;
  readonly isLocal: boolean;
}

const types: ReadonlySet<string> = new Set(['class', 'interface', 'struct', 'enum']);
const functions: ReadonlySet<string> = new Set(['function', 'method', 'constructor']);
const variables: ReadonlySet<string> = new Set(['constant', 'variable']);
const values: ReadonlySet<string> = new Set(['property', 'field', 'constant', 'variable']);

/** The order in which `symbolsFrom` wants definitions: who holds another comes first. */
export function inOrder(a: Definition, b: Definition): number {
  return a.start - b.start || b.end - a.end || a.nameStart - b.nameStart;
}

/**
 * Names definitions by what they lie in, in their order, and leaves out what is a function's own business.
 *
 * @param definitions as `inOrder` puts them
 */
export function symbolsFrom(
  definitions: readonly Definition[],
  textLength: number,
  constructorName?: Definitions['constructorName'],
): readonly CodeSymbol[] {
  const restEnds = endsOfRests(definitions, textLength);
  const symbols: CodeSymbol[] = [];
  const open: Container[] = [];
  for (const definition of definitions) {
    const end = restEnds.get(definition) ?? definition.end;
    while (open.length > 0 && !holds(open.at(-1), definition, end)) {
      open.pop();
    }
    const { parent, qualifier } = placeOf(definition, open);
    const kind = kindIn(parent, definition, constructorName);
    const name = joined(parent?.name, qualifier, definition.name);
    const isLocal = isLocalIn(parent, kind);
    if (kind !== 'scope' && !isLocal) {
      const { nameStart, nameEnd, start: bodyStart } = definition;
      symbols.push({ kind, name, nameStart, nameEnd, bodyStart, bodyEnd: end });
    }
    open.push({ definition, name, kind, end, isLocal });
  }
  return symbols;
}

/** Two names of one declaration, as in `int a, b;`, have the same extent, and neither holds the other. */
function holds(container: Container | undefined, { start, nodeEnd }: Definition, end: number): boolean {
  if (container === undefined || container.end < end) {
    return false;
  }
  const { definition } = container;
  return definition.isRest || definition.start !== start || definition.nodeEnd !== nodeEnd;
}

function endsOfRests(
  definitions: readonly Definition[],
  textLength: number,
): ReadonlyMap<Definition, number> {
  const rests = definitions.filter(({ isRest }) => isRest);
  return new Map(rests.map((rest, index) => [rest, rests[index + 1]?.start ?? textLength]));
}

/** What it belongs to, and the names between. */
function placeOf({ kind, qualifier }: Definition, open: readonly Container[]) {
  const isOnThis = qualifier === 'this' || qualifier.startsWith('this.');
  const innermost = open.at(-1)?.kind;
  const isBesideIt =
    // What a method puts on `this` belongs to its class, as does a property among a constructor's parameters.
    (isOnThis && innermost === 'method') ||
    ((isOnThis || kind === 'property') && innermost === 'constructor') ||
    // `a = b = 1`
    (variables.has(kind) && innermost !== undefined && variables.has(innermost));
  return {
    parent: isBesideIt ? open.at(-2) : open.at(-1),
    qualifier: isOnThis ? qualifier.slice('this.'.length) : qualifier,
  };
}

function kindIn(
  parent: Container | undefined,
  { kind, name, qualifier }: Definition,
  constructorName: Definitions['constructorName'],
): Definition['kind'] {
  const isInType = parent !== undefined && isType(parent);
  if (kind === 'variable') {
    return isInType ? 'field' : kind;
  }
  const isMethod =
    kind === 'method' ||
    (kind === 'function' && parent !== undefined && (isInType || values.has(parent.kind)));
  if (!isMethod) {
    return kind;
  }
  const type = qualifier === '' ? parent?.definition.name : lastOf(qualifier);
  return name === (constructorName === sameAsType ? type : constructorName) ? 'constructor' : 'method';
}

function isType({ kind, definition }: Container): boolean {
  return types.has(kind) || (kind === 'scope' && !definition.isRest);
}

/** A value within a function, or within another such value. */
function isLocalIn(parent: Container | undefined, kind: Definition['kind']): boolean {
  const isWithin =
    parent !== undefined && (functions.has(parent.kind) ? kind !== 'property' : parent.isLocal);
  return isWithin && values.has(kind);
}

function lastOf(dotted: string): string {
  return dotted.slice(dotted.lastIndexOf('.') + 1);
}

function joined(parent: string | undefined, qualifier: string, name: string): string {
  const own = qualifier === '' ? name : `${qualifier}.${name}`;
  return parent === undefined || parent === '' ? own : `${parent}.${own}`;
}
