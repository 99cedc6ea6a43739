import { type Language, Parser, type Tree } from 'web-tree-sitter';
import type { Pieces } from '../pieces';

/**
 * A parse is put down after so many questions whether to go on, about 8 ms apart, and taken up again. Counted and not
 * timed, as where a parse is put down within broken code decides how that is mended.
 */
const questionsInPiece = 128;

/** Parses texts of one language in pieces, several at a time. */
export class TextParser {
  readonly #language: Language;
  readonly #now: (() => number) | undefined;
  /** A parser that is put down in one text cannot take up another, so there is one for each that is being parsed. */
  readonly #idle: Parser[] = [];

  /** @param now milliseconds since some moment; without it no time passes */
  constructor(language: Language, now?: () => number) {
    this.#language = language;
    this.#now = now;
  }

  /**
   * @param isEnough whether to give up, by the milliseconds of work so far; `null` is given then
   * @param old the tree of the text before, told what changed since
   */
  *parse(text: string, isEnough: (worked: number) => boolean, old?: Tree): Pieces<Tree | null> {
    const now = this.#now ?? (() => 0);
    const parser = this.#idle.pop() ?? this.#newParser();
    try {
      for (let worked = 0; !isEnough(worked); ) {
        const start = now();
        let questions = 0;
        const isPieceDone = () => ++questions > questionsInPiece || isEnough(worked + now() - start);
        const tree = parser.parse(text, old, { progressCallback: isPieceDone });
        if (tree !== null) {
          return tree;
        }
        worked += now() - start;
        yield;
      }
      return null;
    } finally {
      // Else the next text would be taken for the rest of this one.
      parser.reset();
      this.#idle.push(parser);
    }
  }

  #newParser(): Parser {
    const parser = new Parser();
    parser.setLanguage(this.#language);
    return parser;
  }
}
