import { type Alias, type Document, isAlias, isScalar, type Node, type Pair, type Scalar, visit } from 'yaml';
import { readSketch, type Sketch } from './sketch';
import type { Trial } from './trials';

/** A letter that no key or value has, to be found again after reading. */
export const mark = '\uE000';

/** Where the word at a cursor came to stand when its line was read in some way. */
export interface Reading {
  readonly trial: Trial;
  readonly document: Document.Parsed;
  readonly node: Scalar | Alias;
  /** The nodes around it, from the top. */
  readonly parents: readonly (Document | Node | Pair)[];
  readonly role: 'key' | 'value' | 'item';
  /** Where it stands in the source; within one line. */
  readonly start: number;
  readonly end: number;
  /** Its text as YAML reads it, parted by the cursor. */
  readonly before: string;
  readonly after: string;
}

/** Reads the source in one way; `undefined` where that makes no sense, or more faults than there were. */
export function readingOf(sketch: Sketch, cursor: number, trial: Trial): Reading | undefined {
  const { source } = sketch;
  const word = source.slice(trial.start, cursor);
  const marked = `${source.slice(0, trial.from)}${trial.lead}${word}${mark}${trial.close}${source.slice(cursor)}`;
  const document = source.includes(mark) ? undefined : readSketch(marked);
  if (document === undefined || document.errors.length > sketch.document.errors.length) {
    return undefined;
  }
  const found = findMark(document);
  const [from, to] = found?.node.range ?? [0, 0];
  if (found === undefined || marked.slice(from, to).includes('\n')) {
    return undefined;
  }
  const start = from < trial.from + trial.lead.length ? from : trial.from;
  const end = Math.max(cursor, to - (marked.length - source.length));
  const reading = { trial, document, ...found, start, end };
  return isPossible(reading, sketch, cursor) ? reading : undefined;
}

type Found = Pick<Reading, 'node' | 'parents' | 'role' | 'before' | 'after'>;

function findMark(document: Document.Parsed): Found | undefined {
  let found: Found | undefined;
  visit(document, {
    Node(key, node, parents) {
      const text = isScalar(node) ? node.value : isAlias(node) ? `*${node.source}` : undefined;
      if (typeof text !== 'string' || !text.includes(mark)) {
        return undefined;
      }
      const [before = '', after = ''] = text.split(mark);
      const role = typeof key === 'number' ? 'item' : key === 'key' ? 'key' : 'value';
      found = { node: node as Scalar | Alias, parents: [...parents], role, before, after };
      return visit.BREAK;
    },
  });
  return found;
}

function isPossible(
  { trial, parents, start, end, role }: Omit<Reading, 'before' | 'after'>,
  { source, document }: Sketch,
  cursor: number,
): boolean {
  const around = textAround(document, source, cursor);
  if (around !== undefined ? around.start !== start || around.end !== end : end > cursor) {
    // The word would part a text, or swallow what is not part of it: a dash, a bracket, a comment.
    return document.errors.length > 0 && end === cursor;
  }
  if (trial.from < trial.start && isInBlockText(document, source, cursor)) {
    // Its author is writing lines of a text, not what comes after it.
    return false;
  }
  const pair = parents.at(-1) as Pair | undefined;
  const takesValue = trial.close === ':' && role === 'key' && !isNull(pair?.value);
  // What belongs to the key above would become the value of this one.
  return !takesValue || document.errors.length > 0;
}

/** The text that goes on behind the cursor, if there is one. */
function textAround(
  document: Document.Parsed,
  source: string,
  cursor: number,
): { start: number; end: number } | undefined {
  let around: { start: number; end: number } | undefined;
  visit(document, {
    Node(_, node) {
      const [start, end] = ((isScalar(node) || isAlias(node)) && node.range) || [0, 0];
      if (start <= cursor && cursor < end && source.slice(cursor, end).trim() !== '') {
        around = { start, end };
      }
    },
  });
  return around;
}

/** Blank lines at the end may still become lines of the text. */
function isInBlockText(document: Document.Parsed, source: string, cursor: number): boolean {
  let isInside = false;
  visit(document, {
    Scalar(_, { type, range }) {
      const [start, end] = range ?? [cursor, cursor];
      const isBlock = type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED';
      isInside ||= isBlock && start < cursor && source.slice(end, cursor).trim() === '';
    },
  });
  return isInside;
}

/** A key without a value may have a scalar of nothing, or nothing. */
export function isNull(value: unknown): boolean {
  return value === null || value === undefined || (isScalar(value) && value.value === null);
}
