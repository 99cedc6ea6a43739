import { isInLessonFolder } from '../library/files';
import type { Position, Range, SourceText } from '../text';
import { topKeys } from './topKeys';

/** A lesson's id where it stands in a text. */
export interface Mention {
  readonly id: string;
  readonly range: Range;
}

/** Whole: within a longer word, a path or a file's name it is a part of another name. */
const token = [
  String.raw`(?<![\p{L}\p{N}_/\\@]|[\p{L}\p{N}_][.-])`,
  'LSN-[0-9A-HJKMNP-TV-Z]{8}',
  String.raw`(?![\p{L}\p{N}_/\\@]|[.-][\p{L}\p{N}_])`,
].join('');
/** Addresses are passed over: what they name lies elsewhere. */
const addressOrToken = new RegExp(`https?://[^\\s<>"'\`)\\]}]+|(${token})`, 'gu');
const suppression = new RegExp(
  `(?<![\\p{L}\\p{N}_]|[\\p{L}\\p{N}_]-)lessons-ignore(?:[ \\t,]+${token})+`,
  'gu',
);
const idLength = 'LSN-00000000'.length;

/** Every id that a text names. */
export function mentionsIn(text: SourceText): readonly Mention[] {
  return mentionsBetween(text, 0, text.value.length);
}

/** The ids after the word `lessons-ignore`, one or several; not those in the reason, which is prose. */
export function suppressionsIn(text: SourceText): readonly Mention[] {
  return [...text.value.matchAll(suppression)].flatMap(({ index, 0: written }) =>
    mentionsBetween(text, index, index + written.length),
  );
}

/** The ids by which a file names lessons: all of them below `.lessons`, in code those in suppressions. */
export function namedIn(path: string, text: SourceText): readonly Mention[] {
  return isInLessonFolder(path) ? mentionsIn(text) : suppressionsIn(text);
}

/** The id at a place, told from its line alone; a cursor may stand on either end of it. */
export function mentionAt(written: string, { line, character }: Position): Mention | undefined {
  if (!written.slice(Math.max(0, character - idLength), character + idLength).includes('LSN-')) {
    // Asked for any place of any file, where a line may be a whole program.
    return undefined;
  }
  const found = tokensOf(written).find(({ at }) => at <= character && character <= at + idLength);
  return (
    found && {
      id: found.id,
      range: { start: { line, character: found.at }, end: { line, character: found.at + idLength } },
    }
  );
}

/** The id that a lesson file gives itself, also where the rest of it cannot be read. */
export function declarationIn(text: SourceText): Mention | undefined {
  const key = topKeys(text).find(({ name }) => name === 'id');
  const [first] = key === undefined ? [] : mentionsBetween(text, key.colon + 1, key.end);
  const before = first && text.value.slice((key?.colon ?? 0) + 1, text.offsetAt(first.range.start));
  return before !== undefined && /^\s*["']?$/.test(before) ? first : undefined;
}

function mentionsBetween(text: SourceText, start: number, end: number): readonly Mention[] {
  return tokensOf(text.value.slice(start, end)).map(({ id, at }) => ({
    id,
    range: text.range(start + at, start + at + idLength),
  }));
}

function tokensOf(value: string): { readonly id: string; readonly at: number }[] {
  return [...value.matchAll(addressOrToken)].flatMap(({ index, 1: id }) =>
    id === undefined ? [] : [{ id, at: index }],
  );
}
