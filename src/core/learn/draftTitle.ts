import { hasLength } from '../lesson/textLength';
import { vocabulary } from '../lesson/vocabulary';

/** What a lesson is called, and what was said beyond that. */
export interface DraftTitle {
  readonly title: string;
  /** All that was said, where the title holds a part of it alone; it belongs in the body. */
  readonly rest?: string;
}

/** Where it was said; the symbol says more than the path. */
export interface TitlePlace {
  readonly path: string;
  readonly symbol?: string;
}

const { min, max } = vocabulary.title;

/** Control characters, those that turn the direction of letters, byte order marks and halves of characters. */
const unreadable = /(?!\n)[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\uFEFF]+/gu;

/** A title that a lesson may have, of whatever a person typed or pasted. Nothing that was said is lost. */
export function titleFor(given: string, place?: TitlePlace): DraftTitle {
  const text = given.replace(/\r\n?/g, '\n').replace(unreadable, ' ').trim();
  const line = oneLine(text);
  if (hasLength(line, vocabulary.title)) {
    return { title: line };
  }
  if (hasLength(line, { max })) {
    return { title: shortened(lengthened(line, place)) };
  }
  const first = oneLine(text.split('\n', 1)[0] ?? '');
  return { title: hasLength(first, vocabulary.title) ? first : shortened(line), rest: text };
}

function lengthened(line: string, place: TitlePlace | undefined): string {
  const name =
    place && oneLine((place.symbol ?? place.path.split('/').at(-1) ?? '').replace(unreadable, ' '));
  const where = name === undefined || name === '' ? '' : ` in ${name}`;
  if (line === '') {
    return `What went wrong${where}`;
  }
  const placed = `${line}${where}`;
  return hasLength(placed, { min }) ? placed : `${line}: what went wrong${where}`;
}

/** Ends between two words where there are any, and never within what is read as one character. */
function shortened(line: string): string {
  if (hasLength(line, { max })) {
    return line;
  }
  let kept = '';
  let left = max - 1;
  for (const { segment } of new Intl.Segmenter().segment(line)) {
    left -= [...segment].length;
    if (left < 0) {
      break;
    }
    kept += segment;
  }
  const words = kept.replace(/\s+\S*$/u, '');
  const whole = hasLength(words, { min: max / 2 }) ? words : kept;
  // One character can be made of more than a title may have.
  return hasLength(whole, { min: min - 1 }) ? `${whole}…` : `${[...line].slice(0, max - 1).join('')}…`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
