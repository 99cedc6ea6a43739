import { Automaton, isDead, isMatch, rowOf } from './automaton';
import { Overread } from './overread';
import { programOf } from './program';
import type { Expression } from './syntax';

/**
 * What a search came to: a match, or where it was when nothing begun before could become one. What lies at `read` or
 * behind it had no part in that.
 */
export type Found =
  | { readonly kind: 'hit'; readonly start: number; readonly end: number; readonly read: number }
  | { readonly kind: 'rest'; readonly at: number; readonly read: number };

/** Where to search: what begins at `from` or behind it and ends at `to` or before it. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** From here on the search gives up as soon as nothing that began before can become a match. */
  readonly stop: number;
}

/** Finds the matches of one expression in a text, all in time linear in what is read, which is bounded. */
export class Searcher {
  readonly #ends: Automaton;
  readonly #starts: Automaton;
  #rest = 0;

  /** `undefined` where the expression is too large for an automaton. */
  static of(expression: Expression): Searcher | undefined {
    const [forward, backward] = [programOf(expression, false), programOf(expression, true)];
    const ends = forward && Automaton.of(forward, false);
    const starts = backward && Automaton.of(backward, true);
    return ends && starts && new Searcher(ends, starts);
  }

  private constructor(ends: Automaton, starts: Automaton) {
    this.#ends = ends;
    this.#starts = starts;
  }

  /** The leftmost match that is not empty, in the way a backtracking engine would choose its end; none after too much. */
  find(text: string, { from, to, stop }: Stretch, overread = new Overread()): Found {
    let begin = isWithinPair(text, from) ? from + 1 : from;
    let read = from;
    while (begin <= to) {
      const end = this.#endOfFirst(text, begin, to, stop);
      const readNow = this.#rest + (this.#rest === to ? 1 : 0);
      read = Math.max(read, readNow);
      if (end === -1) {
        return { kind: 'rest', at: this.#rest, read };
      }
      overread.add(end, readNow);
      const start = this.#startOf(text, begin, end);
      if (start < end) {
        return { kind: 'hit', start, end, read };
      }
      if (overread.isTooMuch) {
        break;
      }
      begin = end + (isWithinPair(text, end + 1) ? 2 : 1);
    }
    return { kind: 'rest', at: to, read: to + 1 };
  }

  /** Whether anything matches, be it empty. */
  test(text: string): boolean {
    return this.#endOfFirst(text, 0, text.length, text.length) !== -1;
  }

  #endOfFirst(text: string, from: number, to: number, stop: number): number {
    const automaton = this.#ends;
    const { alphabet } = automaton;
    const { ascii } = alphabet;
    let row = automaton.start(classBefore(automaton, text, from));
    let table = automaton.table;
    let end = -1;
    let at = from;
    let limit = Math.min(Math.max(stop, from), to);
    for (;;) {
      while (at < limit) {
        let character = text.charCodeAt(at);
        let next = at + 1;
        let charClass: number;
        if (character < 0x80) {
          charClass = ascii[character] as number;
        } else {
          character = text.codePointAt(at) as number;
          next += character > 0xffff ? 1 : 0;
          charClass = alphabet.beyondAscii(character);
        }
        let entry = table[row + charClass] as number;
        if (entry <= 0) {
          entry ||= automaton.follow(row, charClass);
          table = automaton.table;
          end = isMatch(entry) ? at : end;
          if (isDead(entry)) {
            this.#rest = next;
            return end;
          }
          entry = rowOf(entry);
        }
        row = entry;
        at = next;
      }
      if (at >= to) {
        this.#rest = to;
        return isMatchBeside(automaton, row, classAt(automaton, text, to)) ? to : end;
      }
      if (end === -1 && automaton.isAtRest(row)) {
        this.#rest = at;
        return end;
      }
      limit = at + 1;
    }
  }

  /** Where the longest match begins that ends at `end`, not before `from`. */
  #startOf(text: string, from: number, end: number): number {
    const automaton = this.#starts;
    const { alphabet } = automaton;
    const { ascii } = alphabet;
    let row = automaton.start(classAt(automaton, text, end));
    let start = end;
    let at = end;
    while (at > from) {
      let before = at - 1;
      let character = text.charCodeAt(before);
      let charClass: number;
      if (character < 0x80) {
        charClass = ascii[character] as number;
      } else {
        before = isWithinPair(text, before) ? before - 1 : before;
        character = text.codePointAt(before) as number;
        charClass = alphabet.beyondAscii(character);
      }
      const entry = automaton.table[row + charClass] || automaton.follow(row, charClass);
      if (isMatch(entry)) {
        start = at;
      }
      if (isDead(entry)) {
        return start;
      }
      row = rowOf(entry);
      at = before;
    }
    return isMatchBeside(automaton, row, classBefore(automaton, text, from)) ? from : start;
  }
}

function isMatchBeside(automaton: Automaton, row: number, charClass: number): boolean {
  const entry = automaton.table[row + charClass] || automaton.follow(row, charClass);
  return isMatch(entry);
}

/** The class of the character at an offset, or of the text's edge. */
function classAt({ alphabet, edge }: Automaton, text: string, at: number): number {
  const character = text.codePointAt(at);
  if (character === undefined) {
    return edge;
  }
  return character < 0x80 ? (alphabet.ascii[character] ?? 0) : alphabet.beyondAscii(character);
}

function classBefore(automaton: Automaton, text: string, at: number): number {
  return at === 0 ? automaton.edge : classAt(automaton, text, isWithinPair(text, at - 1) ? at - 2 : at - 1);
}

/** Whether the offset lies between the two halves of one character. */
function isWithinPair(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;
}
