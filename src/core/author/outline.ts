import * as l10n from '@vscode/l10n';
import { isMap, isScalar, isSeq, type Node } from 'yaml';
import type { Range, SourceText } from '../text';
import { entriesOf, frontMatterLines, type PlacedNode, type TopKey, topKeys } from './topKeys';

/** A part of a lesson's front matter. */
export interface OutlineItem {
  readonly kind: 'lesson' | 'key' | 'scope';
  readonly name: string;
  /** What it says, in a few words. */
  readonly detail: string;
  readonly range: Range;
  /** What is selected when somebody goes there; within the range. */
  readonly selection: Range;
  readonly children: readonly OutlineItem[];
}

const longestDetail = 80;

/**
 * The front matter as a tree: the lesson by its title, below it the keys, and the scopes. Headings are not in it, as
 * Markdown has them in an outline of its own.
 */
export function outlineOf(text: SourceText): OutlineItem | undefined {
  const lines = frontMatterLines(text);
  if (lines === undefined) {
    return undefined;
  }
  const keys = topKeys(text).map((key) => ({ key, entries: entriesOf(text, key) }));
  const title = keys.find(({ key }) => key.name === 'title');
  const last = lines.isClosed ? lines.end : lines.end - 1;
  const range = { start: { line: 0, character: 0 }, end: { line: last, character: text.line(last).length } };
  return {
    kind: 'lesson',
    name: (title && valueText(text, title.key, title.entries)) || l10n.t('Lesson'),
    detail: '',
    range,
    selection: title === undefined ? { ...range, end: range.start } : rangeOfKey(text, title.key),
    children: keys.map(({ key, entries }) => keyItem(text, key, entries)),
  };
}

function keyItem(text: SourceText, key: TopKey, entries: readonly PlacedNode[]): OutlineItem {
  return {
    kind: 'key',
    name: key.name,
    detail: valueText(text, key, entries),
    range: text.range(key.start, key.end),
    selection: rangeOfKey(text, key),
    children: key.name === 'applies_to' ? entries.map(scopeItem) : [],
  };
}

function scopeItem({ node, rangeOf }: PlacedNode, index: number): OutlineItem {
  const range = rangeOf(node);
  const pairs = isMap(node) ? node.items : [];
  const detail = pairs.map((pair) => `${wordsOf(pair.key)} ${wordsOf(pair.value)}`).join(', ');
  const selection = { start: range.start, end: range.start };
  return {
    ...{ kind: 'scope', name: l10n.t('Scope {0}', index + 1), detail: shortened(detail) },
    ...{ range, selection, children: [] },
  };
}

function rangeOfKey(text: SourceText, { start, colon }: TopKey): Range {
  return text.range(start, colon);
}

/** A short value as it is meant, or as it is written where YAML cannot tell; a long record is told by its place alone. */
function valueText(text: SourceText, { colon, end }: TopKey, entries: readonly PlacedNode[]): string {
  const words = entries.map(({ node }) => wordsOf(node)).filter((part) => part !== '');
  const written = text.value.slice(colon + 1, end);
  return shortened(words.length === 0 && !written.includes('\n') ? written : words.join(', '));
}

function wordsOf(node: unknown): string {
  if (isSeq(node)) {
    return (node.items as Node[]).map(wordsOf).join(', ');
  }
  return isScalar(node) ? String(node.value ?? '') : '';
}

function shortened(detail: string): string {
  const words = detail.replace(/\s+/g, ' ').trim();
  return words.length > longestDetail ? `${words.slice(0, longestDetail)}…` : words;
}
