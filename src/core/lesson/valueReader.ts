import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import { nearestWord } from './nearestWord';
import type { ProblemFact } from './problem';
import { faultOfText } from './textFault';
import type { Extensible, Rule, TextFormat } from './vocabulary';

/** Reports a fact about a node; the caller knows file and offsets. */
export type Report = (fact: ProblemFact, node: Node | undefined) => void;

/** Lists of aliases to lists of aliases multiply; nobody writes this many by hand. */
const mostAliases = 200;

export type Added = Readonly<Record<Extensible, readonly string[]>>;

/**
 * Reads YAML nodes by a rule. Whatever does not fit is reported and left out; nothing is thrown. A value read is as
 * `ValueOf` its rule says.
 */
export class ValueReader {
  readonly #document: () => Document;
  readonly #report: Report;
  readonly #added: Added;
  #aliases = 0;

  /**
   * @param document what the nodes belong to
   * @param added words that a team adds to the closed lists
   */
  constructor(document: () => Document, report: Report, added: Added) {
    this.#document = document;
    this.#report = report;
    this.#added = added;
  }

  read(rule: Rule, key: string, given: unknown): unknown {
    const node = this.#resolve(given);
    switch (rule.kind) {
      case 'text':
        return this.#text(rule, key, node);
      case 'choice':
        return this.#choice(
          rule.extendedBy ? [...rule.values, ...this.#added[rule.extendedBy]] : rule.values,
          key,
          node,
        );
      case 'count':
        return this.#count(rule, key, node);
      case 'list':
        return this.#list(rule.of, key, node);
      case 'record':
        return this.#record(rule, key, node);
      case 'anything':
        return this.#anything(node);
    }
  }

  /** The nodes of a list's entries; a lone value stands for a list of one. */
  entries(given: unknown): readonly (Node | undefined)[] {
    const node = this.#resolve(given);
    if (isSeq(node)) {
      return node.items.map((item) => this.#resolve(item));
    }
    return isEmpty(node) ? [] : [node];
  }

  #text(
    rule: { min?: number; max?: number; format?: TextFormat },
    key: string,
    node: Node | undefined,
  ): unknown {
    if (this.#isRefused(key, node)) {
      return undefined;
    }
    if (!isScalar(node) || node.value === null) {
      this.#report({ code: 'value-type', key, expected: 'text' }, node);
      return undefined;
    }
    if (typeof node.value !== 'string') {
      this.#report({ code: 'value-unquoted', key, written: node.source ?? String(node.value) }, node);
      return undefined;
    }
    const { value } = node;
    const fact = faultOfText(rule, key, value);
    if (fact !== undefined) {
      this.#report(fact, node);
    }
    // Too long or too short is a matter of style: the words still serve.
    return fact === undefined || (fact.code === 'value-length' && value !== '') ? value : undefined;
  }

  #choice(values: readonly string[], key: string, node: Node | undefined): unknown {
    const value = this.#text({}, key, node);
    if (typeof value === 'string' && !values.includes(value)) {
      this.#report({ code: 'value-unknown', key, value, allowed: values }, node);
      return undefined;
    }
    return value;
  }

  #count({ min, max }: { min: number; max: number }, key: string, node: Node | undefined): unknown {
    const value = isScalar(node) ? node.value : undefined;
    if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) {
      return value;
    }
    this.#report({ code: 'count-invalid', key, min, max }, node);
    return undefined;
  }

  #anything(node: Node | undefined): unknown {
    try {
      return node?.toJS(this.#document());
    } catch (error) {
      if (error instanceof ReferenceError) {
        // The YAML library refuses aliases that multiply beyond measure.
        this.#report({ code: 'yaml-aliases' }, node);
        return undefined;
      }
      throw error;
    }
  }

  #list(of: Rule, key: string, node: Node | undefined): unknown {
    if (isMap(node) && of.kind !== 'record' && of.kind !== 'anything') {
      this.#report({ code: 'value-type', key, expected: 'list' }, node);
      return [];
    }
    return this.entries(node)
      .map((entry) => this.read(of, key, entry))
      .filter((value) => value !== undefined);
  }

  #record(rule: Rule & { kind: 'record' }, key: string, node: Node | undefined): unknown {
    if (rule.shorthand !== undefined && isScalar(node)) {
      const value = this.read(rule.keys[rule.shorthand] ?? { kind: 'text' }, key, node);
      return value === undefined ? undefined : { [rule.shorthand]: value };
    }
    if (this.#isRefused(key, node)) {
      return undefined;
    }
    if (!isMap(node)) {
      this.#report({ code: 'value-type', key, expected: 'record' }, node);
      return undefined;
    }
    const record: Record<string, unknown> = {};
    for (const pair of node.items) {
      const name = nameOf(pair);
      const known = Object.hasOwn(rule.keys, name) ? rule.keys[name] : undefined;
      if (known === undefined) {
        this.#reportUnknownKey(name, Object.keys(rule.keys), pair);
        continue;
      }
      if (pair.value === null) {
        this.#report({ code: 'value-type', key: name, expected: 'text' }, pair.key as Node);
        continue;
      }
      const value = this.read(known, name, pair.value);
      if (value !== undefined) {
        record[name] = value;
      }
    }
    return record;
  }

  #reportUnknownKey(key: string, known: readonly string[], pair: Pair): void {
    if (!key.startsWith('x-')) {
      this.#report({ code: 'key-unknown', key, nearest: nearestWord(key, known) }, pair.key as Node);
    }
  }

  /** YAML takes `*.ts` for the name of an anchor; its author meant a text. */
  #isRefused(key: string, node: Node | undefined): boolean {
    if (!isAlias(node)) {
      return false;
    }
    this.#report({ code: 'value-unquoted', key, written: `*${node.source}` }, node);
    return true;
  }

  /** What an alias stands for; the alias itself where nothing has its name. */
  #resolve(given: unknown): Node | undefined {
    const node = given as Node | null | undefined;
    if (!isAlias(node)) {
      return node ?? undefined;
    }
    this.#aliases++;
    if (this.#aliases === mostAliases) {
      this.#report({ code: 'yaml-aliases' }, node);
    }
    return this.#aliases < mostAliases ? (node.resolve(this.#document()) ?? node) : undefined;
  }
}

function isEmpty(node: Node | undefined): boolean {
  return node === undefined || (isScalar(node) && node.value === null);
}

function nameOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}
