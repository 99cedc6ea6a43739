import { grouped } from '../grouped';
import type { PatternHit } from '../lesson/pattern';
import type { CompiledScope } from '../library/compiledLesson';
import type { ReachingScope } from '../library/scopeIndex';
import type { Pieces } from '../pieces';
import type { Capture } from './capture';
import type { CodeSymbol } from './codeSymbol';
import type { Evidence } from './evidence';
import type { Match, MatchClass, PackageWhy, Why } from './match';
import { MeantSymbols } from './meantSymbols';
import type { PackageReason } from './packages/packageReasons';
import type { Source } from './source';
import type { StructureHit } from './structure/searchTree';

/** More hits of one scope in one file are left out: nobody reads them, and each costs memory. */
export const hitLimit = 1000;

/** Longer code is cut where a match tells what it hit. */
const longestText = 200;

/**
 * Which of the scopes that let a source in hold there, and where: by position, then id. A lesson's broad matches are left
 * out where it has a sharper one, and of several scopes that hold at one place the first is told. Whether a scope's `when`
 * holds is decided later, as it takes more than the source.
 */
export function* decide(
  scopes: readonly ReachingScope[],
  source: Source,
  evidence: Evidence,
): Pieces<readonly Match[]> {
  const meant = new MeantSymbols(evidence.symbols);
  const ordered = [...scopes].sort((a, b) => a.scope.index - b.scope.index);
  const found: PlacedMatch[] = [];
  for (const own of grouped(ordered, ({ lesson }) => lesson).values()) {
    yield;
    const matches = own.flatMap((scope) => new Decision(scope, source, evidence, meant).matches());
    found.push(...oneAPlace(matches));
  }
  yield;
  return found.sort(byPlace).map(({ match }) => match);
}

/** A match with the offsets of its place; the whole file stands before its first letter. */
interface PlacedMatch {
  readonly start: number;
  readonly end: number;
  readonly match: Match;
}

interface Hit extends PatternHit {
  readonly why: Pick<Why, 'pattern' | 'structure' | 'captures'>;
}

/** What one scope has in one source. */
class Decision {
  readonly #reaching: ReachingScope;
  readonly #source: Source;
  readonly #evidence: Evidence;
  readonly #meant: MeantSymbols;
  /** By line: lines with many hits may be long. */
  readonly #unwanted = new Map<number, boolean>();

  constructor(reaching: ReachingScope, source: Source, evidence: Evidence, meant: MeantSymbols) {
    this.#reaching = reaching;
    this.#source = source;
    this.#evidence = evidence;
    this.#meant = meant;
  }

  matches(): readonly PlacedMatch[] {
    const { scope, glob } = this.#reaching;
    const { symbols, packages } = scope.scope;
    const [reason] = packages === undefined ? [] : (this.#evidence.packages.get(scope) ?? []);
    const meant = symbols && this.#meant.by(symbols);
    if ((packages !== undefined && reason === undefined) || meant?.length === 0) {
      return [];
    }
    const why: Why = {
      scope: scope.index,
      ...(glob !== '' && { path: glob }),
      ...(reason !== undefined && { package: this.#packageWhy(reason) }),
    };
    const hits = this.#hits(scope);
    if (hits !== undefined) {
      return hits.flatMap((hit) => this.#sharp(why, hit, meant));
    }
    return meant?.map((symbol) => this.#named(why, symbol)) ?? [this.#placed('broad', why)];
  }

  /** Of the pattern, of the structure, or of the pattern within the structure; `undefined` where there is neither. */
  #hits({ scope }: CompiledScope): readonly Hit[] | undefined {
    const { pattern, structure } = scope;
    const { hits, structures } = this.#evidence;
    const found = pattern === undefined ? undefined : (hits.get(this.#reaching.scope) ?? []);
    const built = structure === undefined ? undefined : (structures.get(structure) ?? []);
    if (found === undefined) {
      return built?.map(({ start, end, captures }) => ({
        ...{ start, end },
        why: { structure, captures: this.#told(captures) },
      }));
    }
    return found.flatMap(({ start, end }): Hit[] => {
      const around = built?.findLast((one) => one.start <= start && end <= one.end);
      return built === undefined
        ? [{ start, end, why: { pattern } }]
        : around === undefined
          ? []
          : [{ start, end, why: { pattern, structure, captures: this.#told(around.captures) } }];
    });
  }

  #sharp(why: Why, { start, end, why: hit }: Hit, meant: readonly CodeSymbol[] | undefined): PlacedMatch[] {
    const { text } = this.#source;
    const symbol = meant?.findLast(({ bodyStart, bodyEnd }) => bodyStart <= start && end <= bodyEnd);
    const isOutside = meant !== undefined && symbol === undefined;
    if (isOutside || this.#isUnwanted(text.positionAt(start).line)) {
      return [];
    }
    const code = text.value.slice(start, Math.min(end, start + longestText));
    return [
      this.#placed('sharp', { ...why, ...this.#symbolWhy(symbol), ...hit, text: code }, { start, end }),
    ];
  }

  #named(why: Why, symbol: CodeSymbol): PlacedMatch {
    const { nameStart, nameEnd, bodyStart, bodyEnd } = symbol;
    const [name, body] = [
      { start: nameStart, end: nameEnd },
      { start: bodyStart, end: bodyEnd },
    ];
    return this.#placed('named', { ...why, ...this.#symbolWhy(symbol) }, name, body);
  }

  #told(captures: StructureHit['captures']): readonly Capture[] {
    const { value } = this.#source.text;
    return captures.map(({ name, start, end }) => ({ name, text: value.slice(start, end) }));
  }

  #packageWhy({ start, end, ...reason }: PackageReason): PackageWhy {
    return { ...reason, at: this.#source.text.range(start, end) };
  }

  #symbolWhy(symbol: CodeSymbol | undefined): Pick<Why, 'symbol' | 'symbolFrom'> {
    return symbol === undefined ? {} : { symbol: symbol.name, symbolFrom: this.#evidence.symbolsFrom };
  }

  #isUnwanted(line: number): boolean {
    const { notPattern } = this.#reaching.scope;
    if (notPattern === undefined) {
      return false;
    }
    const known = this.#unwanted.get(line) ?? notPattern.test(this.#source.text.line(line));
    this.#unwanted.set(line, known);
    return known;
  }

  #placed(kind: MatchClass, why: Why, place?: PatternHit, extent = place): PlacedMatch {
    const { lesson } = this.#reaching.lesson;
    const { path, text } = this.#source;
    const ranges = place &&
      extent && {
        range: text.range(place.start, place.end),
        extent: text.range(extent.start, extent.end),
      };
    return { ...(place ?? { start: -1, end: -1 }), match: { lesson, path, class: kind, ...ranges, why } };
  }
}

function oneAPlace(found: readonly PlacedMatch[]): readonly PlacedMatch[] {
  const placed = found.filter(({ match }) => match.class !== 'broad');
  if (placed.length === 0) {
    return found.slice(0, 1);
  }
  const seen = new Set<string>();
  return placed.filter(({ start, end }) => {
    const place = `${start} ${end}`;
    return !seen.has(place) && seen.add(place);
  });
}

/** No two are equal, as a lesson has one match at a place: so the order does not depend on that of the lessons. */
function byPlace(a: PlacedMatch, b: PlacedMatch): number {
  const [one, other] = [a.match.lesson.id, b.match.lesson.id];
  return a.start - b.start || (one === other ? a.end - b.end : one < other ? -1 : 1);
}
