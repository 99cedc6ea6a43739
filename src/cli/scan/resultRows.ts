import { type ChangedLines, noLines } from '../../core/match/changedLines';
import type { MatchClass } from '../../core/match/match';
import type { Suppression } from '../../core/match/suppressions/suppression';
import type { Range } from '../../core/text';
import type { CachedResult } from './cachedResult';
import type { FileStamp } from './fileStamp';
import type { KeptMatch } from './keptMatch';

/** Start and end, each line and column. */
type RangeRow = readonly [number, number, number, number];

/** Lesson, class and why are numbers of texts; 0 stands for no range, and for an extent that is the range. */
type MatchRow = readonly [
  lesson: number,
  kind: number,
  range: RangeRow | 0,
  extent: RangeRow | 0,
  why: number,
];

/** Scopes and what was committed are numbers of texts; 0 stands for no stamp, no comparison and no text. Suppressions are the number of a text too. */
export type ResultRow = readonly [
  content: string,
  size: number,
  stamp: FileStamp | 0,
  scopes: number,
  committed: number,
  usesManifests: 0 | 1,
  changed: ChangedLines | 0,
  matches: readonly MatchRow[] | 0,
  suppressions: number,
];

/** Texts that occur again and again, each kept once. */
class Texts {
  readonly all: string[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) {
      return known;
    }
    this.#numbers.set(text, this.all.length);
    return this.all.push(text) - 1;
  }
}

/** Makes rows of results, as JSON that is short and quick to read. */
export class RowWriter {
  readonly #texts = new Texts();

  /** What the rows refer to. */
  get texts(): readonly string[] {
    return this.#texts.all;
  }

  row({ state, scopes, committed, usesManifests, found }: CachedResult): ResultRow {
    const { content, size, stamp = 0 } = state;
    const isText = found.kind === 'matched';
    const hasMatches = isText && found.matches.length > 0;
    return [
      ...([content, size, stamp] as const),
      ...([this.#texts.numberOf(scopes), this.#texts.numberOf(committed), usesManifests ? 1 : 0] as const),
      hasMatches ? found.changed : 0,
      isText ? found.matches.map((match) => this.#matchRow(match)) : 0,
      this.#texts.numberOf(JSON.stringify(isText ? found.suppressions : [])),
    ];
  }

  #matchRow({ lesson, class: kind, range, extent, why }: KeptMatch): MatchRow {
    const isSame = JSON.stringify(range) === JSON.stringify(extent);
    return [
      this.#texts.numberOf(lesson),
      this.#texts.numberOf(kind),
      range === undefined ? 0 : rangeRow(range),
      extent === undefined || isSame ? 0 : rangeRow(extent),
      this.#texts.numberOf(JSON.stringify(why)),
    ];
  }
}

/** Makes results of rows again. */
export class RowReader {
  readonly #texts: readonly string[];
  readonly #whys = new Map<number, KeptMatch['why']>();

  constructor(texts: readonly string[]) {
    this.#texts = texts;
  }

  result([
    content,
    size,
    stamp,
    scopes,
    committed,
    usesManifests,
    changed,
    matches,
    suppressions,
  ]: ResultRow): CachedResult {
    return {
      state: stamp === 0 ? { content, size } : { content, size, stamp },
      scopes: this.#text(scopes),
      committed: this.#text(committed),
      usesManifests: usesManifests === 1,
      found:
        matches === 0
          ? { kind: 'skipped', reason: 'binary' }
          : {
              kind: 'matched',
              matches: matches.map((row) => this.#match(row)),
              suppressions: JSON.parse(this.#text(suppressions)) as readonly Suppression[],
              changed: changed === 0 ? noLines : changed,
            },
    };
  }

  #match([lesson, kind, range, extent, why]: MatchRow): KeptMatch {
    const place = range === 0 ? undefined : rangeOf(range);
    return {
      lesson: this.#text(lesson),
      class: this.#text(kind) as MatchClass,
      ...(place && { range: place, extent: extent === 0 ? place : rangeOf(extent) }),
      why: this.#why(why),
    };
  }

  #why(number: number): KeptMatch['why'] {
    const why = this.#whys.get(number) ?? (JSON.parse(this.#text(number)) as KeptMatch['why']);
    this.#whys.set(number, why);
    return why;
  }

  #text(number: number): string {
    return this.#texts[number] ?? '';
  }
}

function rangeRow({ start, end }: Range): RangeRow {
  return [start.line, start.character, end.line, end.character];
}

function rangeOf([line, character, endLine, endCharacter]: RangeRow): Range {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}
