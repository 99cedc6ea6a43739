import type { Range } from '../text';
import { KeyRanges, numbersOf, type Places, rangeAt } from './keyRanges';
import type { IndexedScope, Lesson, Relation, ScopeRanges } from './lesson';
import { relationKeys } from './lesson';
import type { FrontMatter } from './vocabulary';

/** The ranges of a lesson that is whole. */
type Placed = Pick<Lesson, 'ranges' | 'relations' | 'scopes'>;

/**
 * All ranges of a lesson as numbers, four for each: line and character of its start, then of its end. They follow the
 * front matter: its keys, its relations, its scopes.
 */
export function placesOf({ ranges, relations, scopes }: Placed): readonly number[] {
  const others = [
    ...relations.map(({ range }) => range),
    ...scopes.flatMap(({ ranges: { scope, paths, pattern, structure, symbols } }) =>
      [scope, paths, pattern, structure, ...symbols].filter((range) => range !== undefined),
    ),
  ];
  return [...ranges.places, ...others.flatMap(numbersOf)];
}

/** How many ranges a lesson with this front matter has, where nothing is wrong with it. */
export function placesNeeded(frontMatter: FrontMatter): number {
  let count = Object.keys(frontMatter).length;
  for (const key of relationKeys) {
    count += frontMatter[key]?.length ?? 0;
  }
  for (const scope of frontMatter.applies_to ?? []) {
    count += placesOfScope(scope);
  }
  return count;
}

/** The keys of a scope whose values have one range each, in the order in which they are kept behind the scope's own. */
const placedKeys = ['paths', 'pattern', 'structure'] as const;

function placesOfScope(scope: IndexedScope['scope']): number {
  const given = placedKeys.filter((key) => scope[key] !== undefined);
  return 1 + given.length + (scope.symbols?.length ?? 0);
}

/** Gives ranges back, one after another, in the order in which `placesOf` took them. */
export class KeptPlaces {
  readonly #places: Places;
  #index: number;

  /** @param first the index of the range with which to begin; those of other lessons may stand before it */
  constructor(places: Places, first: number) {
    this.#places = places;
    this.#index = first;
  }

  /** The index of the next range. */
  get index(): number {
    return this.#index;
  }

  next(): Range {
    return rangeAt(this.#places, this.#index++);
  }

  placed(frontMatter: FrontMatter): Placed {
    const keys = Object.keys(frontMatter);
    const ranges = new KeyRanges(keys, this.#places, this.#index);
    this.#index += keys.length;
    return {
      ranges,
      relations: this.#relations(frontMatter),
      scopes: this.#scopes(frontMatter),
    };
  }

  #relations(frontMatter: FrontMatter): readonly Relation[] {
    const relations: Relation[] = [];
    for (const key of relationKeys) {
      for (const id of frontMatter[key] ?? []) {
        relations.push({ key, id, range: this.next() });
      }
    }
    return relations;
  }

  #scopes({ applies_to = [] }: FrontMatter): readonly IndexedScope[] {
    return applies_to.map((scope, index) => ({ index, scope, ranges: this.#scopeRanges(scope) }));
  }

  #scopeRanges(scope: IndexedScope['scope']): ScopeRanges {
    const ranges = new KeptScopeRanges(scope, this.#places, this.#index);
    this.#index += placesOfScope(scope);
    return ranges;
  }
}

/** Made when they are asked for, as those of keys are. */
class KeptScopeRanges implements ScopeRanges {
  readonly #scope: IndexedScope['scope'];
  readonly #places: Places;
  readonly #index: number;

  constructor(scope: IndexedScope['scope'], places: Places, index: number) {
    this.#scope = scope;
    this.#places = places;
    this.#index = index;
  }

  get scope(): Range {
    return rangeAt(this.#places, this.#index);
  }

  get paths(): Range | undefined {
    return this.#at('paths');
  }

  get pattern(): Range | undefined {
    return this.#at('pattern');
  }

  get structure(): Range | undefined {
    return this.#at('structure');
  }

  get symbols(): readonly Range[] {
    const { symbols = [] } = this.#scope;
    const first = this.#index + placesOfScope(this.#scope) - symbols.length;
    return symbols.map((_, index) => rangeAt(this.#places, first + index));
  }

  #at(key: (typeof placedKeys)[number]): Range | undefined {
    if (this.#scope[key] === undefined) {
      return undefined;
    }
    const before = placedKeys
      .slice(0, placedKeys.indexOf(key))
      .filter((one) => this.#scope[one] !== undefined);
    return rangeAt(this.#places, this.#index + 1 + before.length);
  }
}
