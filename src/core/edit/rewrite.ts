import { type Document, isMap, isScalar, isSeq, Scalar, visit, type YAMLMap } from 'yaml';
import { findFrontMatter } from '../lesson/frontMatterBlock';
import { readYaml } from '../lesson/readYaml';
import { SourceText } from '../text';
import { appendCandidates } from './appendValue';
import { type Data, isSameData } from './data';
import { removeCandidates } from './removeKey';
import { type Splice, setCandidates } from './setValue';

/** A record in one of the front matter's lists; a record that stands there alone is the first. */
export interface Entry {
  readonly list: string;
  readonly index: number;
}

/** One change of the front matter, or of an entry in it; `append` makes a list of what is none yet. */
export type Change = { readonly key: string; readonly entry?: Entry } & (
  | { readonly kind: 'set'; readonly value: Data }
  | { readonly kind: 'append'; readonly value: Data }
  | { readonly kind: 'remove' }
);

/**
 * A lesson's text with its front matter changed. Only the bytes of the values concerned differ: comments, order, quoting
 * and everything else stay. Each change is read back before it counts; `undefined` where it could not be made so
 * (broken YAML, or a value that an alias shares), and then the text is the author's to change.
 */
export function rewrite(text: SourceText, changes: readonly Change[]): SourceText | undefined {
  const block = findFrontMatter(text);
  if (block.kind !== 'found') {
    return undefined;
  }
  const yaml = text.value.slice(block.start, block.end);
  const changed = changes.reduce<string | undefined>(
    (source, change) => (source === undefined ? undefined : applied(source, change)),
    yaml,
  );
  if (changed === undefined) {
    return undefined;
  }
  return new SourceText(text.value.slice(0, block.start) + changed + text.value.slice(block.end));
}

function applied(source: string, change: Change): string | undefined {
  const document = readYaml(source);
  const before = document && dataOf(document);
  if (document === undefined || before === undefined) {
    return undefined;
  }
  const root = document.contents;
  if (root !== null && !isMap(root)) {
    return undefined;
  }
  const record = change.entry === undefined ? root : entryOf(root, change.entry);
  if (record === undefined) {
    return undefined;
  }
  const wanted = wantedData(before, change);
  return splicesFor(source, record, change)
    .map(({ start, end, insert }) => source.slice(0, start) + insert + source.slice(end))
    .find((candidate) => {
      const after = readYaml(candidate);
      return after !== undefined && isSameData(dataOf(after), wanted);
    });
}

function splicesFor(source: string, record: YAMLMap | null, change: Change): readonly Splice[] {
  switch (change.kind) {
    case 'set':
      return setCandidates(source, record, change.key, change.value);
    case 'append':
      return appendCandidates(source, record, change.key, change.value);
    case 'remove':
      return removeCandidates(source, record, change.key);
  }
}

function entryOf(root: YAMLMap | null, { list, index }: Entry): YAMLMap | undefined {
  const pair = root?.items.find(({ key }) => isScalar(key) && key.value === list);
  const entry = isSeq(pair?.value) ? pair.value.items[index] : index === 0 ? pair?.value : undefined;
  return isMap(entry) ? entry : undefined;
}

function wantedData(before: Root, change: Change): Root {
  const changed = (record: Root): Root => {
    const { [change.key]: old, ...others } = record;
    return change.kind === 'remove' ? others : { ...others, [change.key]: wantedValue(old, change) };
  };
  if (change.entry === undefined) {
    return changed(before);
  }
  const { list, index } = change.entry;
  const old = before[list];
  const entries: unknown = Array.isArray(old)
    ? old.map((one: Root, at) => (at === index ? changed(one) : one))
    : changed(old as Root);
  return { ...before, [list]: entries };
}

function wantedValue(old: unknown, change: Exclude<Change, { kind: 'remove' }>): unknown {
  if (change.kind === 'set') {
    return change.value;
  }
  const list = Array.isArray(old) ? old : old === undefined || old === null ? [] : [old];
  return [...list, change.value];
}

type Root = Readonly<Record<string, unknown>>;

/** A document as plain data; `undefined` where it is broken, or no map of keys. */
function dataOf(document: Document.Parsed): Root | undefined {
  if (document.errors.length > 0) {
    return undefined;
  }
  visit(document, {
    // An alias of nothing, as in `paths: *.ts`, is reported to its author, and must not stand in the way of other changes.
    Alias: (_, node) => (node.resolve(document) === undefined ? new Scalar(`*${node.source}`) : undefined),
  });
  try {
    const data: unknown = document.toJS() ?? {};
    return typeof data === 'object' && !Array.isArray(data) ? (data as Root) : undefined;
  } catch (error) {
    if (error instanceof ReferenceError) {
      // Aliases that multiply are refused while reading, too.
      return undefined;
    }
    throw error;
  }
}
