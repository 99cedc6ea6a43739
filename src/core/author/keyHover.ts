import { isPair, isScalar, type Pair, visit } from 'yaml';
import { elementOf, type KeyPath, ruleAt, type SheetKind } from '../lesson/keyPath';
import type { Library } from '../library/library';
import { valueMeaning } from '../present/keyWording';
import { escapeMarkdown } from '../present/lessonMarkdown';
import { contains, type Position, type Range, type SourceText } from '../text';
import { addedMeaning, keyMarkdown } from './keyMarkdown';
import { lessonCard } from './lessonCard';
import { regionAt } from './region';
import { sketchOf } from './sketch';

/** What to tell of a word, as Markdown in which nobody else's words are more than text. */
export interface Told {
  readonly range: Range;
  readonly markdown: string;
}

/** What a key is for, what a value of a closed list means, or which lesson an id names. */
export function keyHover(
  text: SourceText,
  position: Position,
  kind: SheetKind,
  library: Library,
): Told | undefined {
  const named = lessonNamed(text, position, library);
  if (named !== undefined) {
    return named;
  }
  const offset = text.offsetAt(position);
  const region = regionAt(text, offset, kind);
  if (region.kind !== 'yaml') {
    return undefined;
  }
  const word = wordAt(text.value.slice(region.start, region.end), offset - region.start);
  const markdown = word && (word.isKey ? keyMarkdown(kind, word.path) : choiceMarkdown(kind, word, library));
  return word && markdown !== undefined
    ? { range: text.range(region.start + word.start, region.start + word.end), markdown }
    : undefined;
}

/** Ids name lessons wherever they stand, also in the text below the front matter. */
function lessonNamed(text: SourceText, position: Position, library: Library): Told | undefined {
  const { line } = position;
  for (const { 0: id, index } of text.line(line).matchAll(/\bLSN-[0-9A-Z]{8}\b/g)) {
    const range = { start: { line, character: index }, end: { line, character: index + id.length } };
    const lesson = contains(range, position) ? library.byId.get(id) : undefined;
    if (lesson !== undefined) {
      return { range, markdown: lessonCard(lesson) };
    }
  }
  return undefined;
}

interface Word {
  readonly isKey: boolean;
  /** The way to the key, or to the value's key. */
  readonly path: KeyPath;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

function wordAt(source: string, cursor: number): Word | undefined {
  const document = sketchOf(source, cursor)?.document;
  let word: Word | undefined;
  if (document !== undefined) {
    visit(document, {
      Scalar(role, node, parents) {
        const [start, end] = node.range ?? [0, 0];
        if (start > cursor || cursor > end || start === end) {
          return undefined;
        }
        const path = parents.filter((parent) => isPair(parent)).map(nameOf);
        word = { isKey: role === 'key', path, value: String(node.value), start, end };
        return visit.BREAK;
      },
    });
  }
  return word;
}

function choiceMarkdown(kind: SheetKind, { path, value }: Word, { policy }: Library): string | undefined {
  const rule = ruleAt(kind, path);
  const choice = rule && elementOf(rule);
  if (choice?.kind !== 'choice') {
    return undefined;
  }
  const isAdded = choice.extendedBy !== undefined && policy.added[choice.extendedBy].includes(value);
  const meaning = valueMeaning(kind, path, value) ?? (isAdded ? addedMeaning() : undefined);
  return meaning === undefined ? undefined : `**${escapeMarkdown(value)}**: ${meaning}`;
}

function nameOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : '';
}
