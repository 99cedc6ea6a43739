/** A commit's message, taken apart as far as rules of words need it; no trailer, so nobody's name, is in it. */
export interface CommitText {
  /** `fix` of `fix(cors): …`, in small letters; empty where the subject has none. */
  readonly type: string;
  /** `cors` of `fix(cors): …`, in small letters. */
  readonly scope: string;
  /** The first line without type, scope and the number of a pull request. */
  readonly subject: string;
  /** The lines below the first, without trailers. */
  readonly lines: readonly string[];
}

/** Longer messages are lists of other commits. */
const longest = 20_000;

const typed = /^([a-z]{2,20})!?(?:\(([^()]{0,100})\))?!?:\s+(?=\S)/i;
const trailer = /^[A-Za-z][A-Za-z-]{1,40}(?:-by|-id|-on|[ -]from)?: \S.*$/;

export function commitTextOf(message: string): CommitText {
  const [first = '', ...below] = message.slice(0, longest).split('\n');
  const [head = '', type = '', scope = ''] = typed.exec(first) ?? [];
  return {
    ...{ type: type.toLowerCase(), scope: scope.toLowerCase() },
    subject: plainLine(first.slice(head.length)),
    lines: withoutTrailers(below),
  };
}

/** One line for a person: links by their words, no number of a pull request. */
export function plainLine(line: string): string {
  return line
    .replace(/\[([^[\]]{1,200})\]\(https?:[^\s()]{0,500}\)/g, '$1')
    .replace(/\s*\(#\d{1,9}\)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What a merge or a squash stands for, line by line: `* fix: …`. */
export function saidBelow({ lines }: CommitText): readonly string[] {
  return lines
    .map((line) => plainLine(line.replace(/^\s*[*-]\s+/, '')))
    .filter((line) => /\p{L}/u.test(line));
}

/** Trailers end a message; a squash has some in its middle, which name persons all the same. */
function withoutTrailers(lines: readonly string[]): readonly string[] {
  const last = lines.findLastIndex((line) => line.trim() !== '' && !trailer.test(line));
  return lines.slice(0, last + 1).filter((line) => !/^\s*(?:[a-z]+-)+by:/i.test(line));
}
