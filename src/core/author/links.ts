import { isMap, isScalar, type Scalar } from 'yaml';
import { isHttpsLink } from '../lesson/link';
import { comparePositions, type Range, type SourceText } from '../text';
import { declarationIn, mentionsIn } from './mentions';
import { entriesOf, type PlacedNode, topKeys } from './topKeys';

/** Where a link of a lesson file leads. */
export type LinkTarget =
  | { readonly kind: 'lesson'; readonly id: string }
  | { readonly kind: 'page'; readonly url: string }
  /** A path relative to the folder that holds `.lessons`, never out of it; lines count from one. */
  | { readonly kind: 'file'; readonly path: string; readonly lines?: readonly [first: number, last: number] };

export interface Link {
  readonly range: Range;
  readonly target: LinkTarget;
}

/** The links of a lesson file, as they follow each other: ids of others, references, and the places that are evidence. */
export function linksIn(text: SourceText): readonly Link[] {
  const own = declarationIn(text)?.range.start;
  const lessons = mentionsIn(text)
    .filter(({ range: { start } }) => start.line !== own?.line || start.character !== own.character)
    .map(({ id, range }): Link => ({ range, target: { kind: 'lesson', id } }));
  const others = [...linksOf(text, 'references', pageLink), ...linksOf(text, 'evidence', fileLink)];
  return [...lessons, ...others].sort((a, b) => comparePositions(a.range.start, b.range.start));
}

function linksOf(
  text: SourceText,
  name: string,
  linkOf: (entry: PlacedNode) => Link | undefined,
): readonly Link[] {
  const key = topKeys(text).find((candidate) => candidate.name === name);
  return key === undefined ? [] : entriesOf(text, key).flatMap((entry) => linkOf(entry) ?? []);
}

function pageLink({ node: entry, rangeOf }: PlacedNode): Link | undefined {
  const node = isMap(entry) ? entry.get('url', true) : entry;
  return isScalar(node) && typeof node.value === 'string' && isHttpsLink(node.value)
    ? { range: withoutQuotes(node, rangeOf), target: { kind: 'page', url: node.value } }
    : undefined;
}

function fileLink({ node: entry, rangeOf }: PlacedNode): Link | undefined {
  const node = isMap(entry) ? entry.get('path', true) : undefined;
  if (!isMap(entry) || !isScalar(node) || typeof node.value !== 'string' || !isWithin(node.value)) {
    return undefined;
  }
  const lines = linesOf(entry.get('lines'));
  return {
    range: withoutQuotes(node, rangeOf),
    target: { kind: 'file', path: node.value, ...(lines && { lines }) },
  };
}

function withoutQuotes(node: Scalar, rangeOf: PlacedNode['rangeOf']): Range {
  const { start, end } = rangeOf(node);
  const quotes = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? 1 : 0;
  return {
    start: { ...start, character: start.character + quotes },
    end: { ...end, character: end.character - quotes },
  };
}

/** Lesson files are not trusted: their paths lead nowhere else, on any platform. */
function isWithin(path: string): boolean {
  const isPlain = path !== '' && !/^\/|[\\:\0]/.test(path);
  return isPlain && path.split('/').every((segment) => segment !== '' && segment !== '..');
}

/** `12` or `12-15`, as links to code hosts write them too: `L12-L15`. */
function linesOf(written: unknown): readonly [number, number] | undefined {
  const [, first, last = first] = /^L?(\d{1,7})(?:\s*[-–]\s*L?(\d{1,7}))?$/.exec(String(written ?? '')) ?? [];
  return first === undefined || Number(first) === 0 ? undefined : [Number(first), Number(last)];
}
