import { isMap, isPair, isScalar, isSeq, type Pair } from 'yaml';
import { elementOf, type KeyPath, ruleAt, type SheetKind } from '../lesson/keyPath';
import type { RecordRule, Rule } from '../lesson/vocabulary';
import type { SourceText } from '../text';
import { givenIn, textsIn } from './given';
import type { KeyPlace, Quote, SheetPlace, ValuePlace } from './place';
import { isNull, type Reading } from './reading';

/** The YAML that was read, and where its author is. */
interface Writing {
  readonly text: SourceText;
  readonly kind: SheetKind;
  /** Where in the text the source begins. */
  readonly start: number;
  readonly source: string;
  readonly cursor: number;
  /** Another reading is likelier. */
  readonly isAside: boolean;
}

/** What the format has for the place of a word. */
export function placesOf(reading: Reading, writing: Writing): readonly SheetPlace[] {
  const pairs = reading.parents.filter((parent) => isPair(parent));
  const owners = reading.role === 'key' ? pairs.slice(0, -1) : pairs;
  const path = owners.map(nameOf);
  const rule = ruleAt(writing.kind, path);
  if (rule === undefined || rule.kind === 'anything') {
    return [];
  }
  const inside = reading.parents.slice(reading.parents.indexOf(owners.at(-1) as Pair) + 1);
  const lists = inside.filter((parent) => isSeq(parent)).length;
  if (lists > (rule.kind === 'list' ? 1 : 0) || (path.length === 0 && reading.role !== 'key')) {
    // A list in a list, one where none belongs, or a word instead of keys.
    return [];
  }
  const spot: Spot = { reading, writing, path, rule, isEntry: lists === 1 };
  return reading.role === 'key' ? placesOfKey(spot) : placesOfValue(spot);
}

interface Spot {
  readonly reading: Reading;
  readonly writing: Writing;
  readonly path: KeyPath;
  readonly rule: Rule;
  readonly isEntry: boolean;
}

function placesOfKey(spot: Spot): readonly SheetPlace[] {
  const { reading, writing, path, rule, isEntry } = spot;
  const map = reading.parents.at(-2);
  const isFirst = isMap(map) && map.items.length === 1 && reading.trial.close === ':';
  if (reading.trial.lead.endsWith('- ') && !isFirst) {
    // A dash would take the lines below away from their record.
    return [];
  }
  const isFlow = isInFlow(reading);
  const dash = isFirst && rule.kind === 'list' && !isEntry && !isFlow ? '- ' : '';
  const element = elementOf(rule);
  const lead = reading.trial.lead + dash;
  const common = { ...commonOf(spot), lead };
  const given = givenIn(map);
  if (element.kind !== 'record') {
    const isValue = isFirst && (isEntry || dash !== '' || (reading.trial.lead === '' && !isFlow));
    return isValue ? [{ ...common, ...valueAt(spot, path, element), given: aroundOf(reading, 1) }] : [];
  }
  const key: KeyPlace = {
    ...{ kind: 'key', ...common, path, keys: element.keys, given },
    indent: common.range.start.character + lead.length,
    tail: tailOf(reading, writing),
  };
  const shorthand = isFirst && isEntry ? shorthandOf(element) : undefined;
  return shorthand === undefined
    ? [key]
    : [key, { ...common, ...valueAt(spot, [...path, shorthand.key], shorthand.rule), given }];
}

function placesOfValue(spot: Spot): readonly SheetPlace[] {
  const { reading, path, rule } = spot;
  const element = elementOf(rule);
  const given = aroundOf(reading, 0);
  const common = { ...commonOf(spot), given };
  if (element.kind !== 'record') {
    return [{ ...common, ...valueAt(spot, path, element) }];
  }
  const shorthand = shorthandOf(element);
  return [
    ...keysBelow(spot, element),
    ...(shorthand === undefined
      ? []
      : [{ ...common, ...valueAt(spot, [...path, shorthand.key], shorthand.rule) }]),
  ];
}

/** Behind a key whose value is keys, these go on the next line. */
function keysBelow(spot: Spot, element: RecordRule): KeyPlace[] {
  const { reading, writing, path, rule } = spot;
  const { source, cursor, text, start } = writing;
  const key = (reading.parents.at(-1) as Pair).key;
  const [keyStart, keyEnd] = (isScalar(key) && key.range) || [0, 0];
  const from = source.indexOf(':', keyEnd) + 1;
  const gap = source.slice(
    from,
    source.indexOf('\n', cursor) === -1 ? undefined : source.indexOf('\n', cursor),
  );
  if (reading.role === 'item' || isInFlow(reading) || gap.trim() !== '') {
    return [];
  }
  const column = text.positionAt(start + keyStart).character + 2;
  const dash = rule.kind === 'list' ? '- ' : '';
  return [
    {
      ...{ kind: 'key', ...commonOf(spot), path, keys: element.keys, given: new Map(), tail: 'nothing' },
      lead: `\n${' '.repeat(column)}${dash}`,
      indent: column + dash.length,
      range: text.range(start + from, start + cursor),
      written: source.slice(from, cursor),
    },
  ];
}

function commonOf({ reading, writing }: Spot) {
  const { text, kind, start, source, cursor, isAside } = writing;
  return {
    sheet: kind,
    range: text.range(start + reading.start, start + reading.end),
    written: source.slice(reading.start, cursor),
    lead: reading.trial.lead,
    quote: quoteOf(reading),
    isFlow: isInFlow(reading),
    isAside,
    top: givenIn(reading.document.contents),
  };
}

function valueAt({ reading, isEntry }: Spot, path: KeyPath, rule: Rule) {
  const { before, after, parents } = reading;
  const list = isEntry ? parents.findLast((parent) => isSeq(parent)) : undefined;
  return { kind: 'value', path, rule, before, after, others: textsIn(list?.items ?? []) } as const;
}

/** The record in which a word stands; the one that it opens by itself does not count. */
function aroundOf({ parents }: Reading, own: number): ValuePlace['given'] {
  return givenIn(parents.filter((parent) => isMap(parent)).at(-1 - own));
}

function shorthandOf({ shorthand, keys }: RecordRule): { key: string; rule: Rule } | undefined {
  const rule = shorthand === undefined ? undefined : keys[shorthand];
  return shorthand === undefined || rule === undefined ? undefined : { key: shorthand, rule };
}

function tailOf({ trial, parents, end }: Reading, { source }: Writing): KeyPlace['tail'] {
  if (trial.close === '') {
    return /^[ \t]*:/.test(source.slice(end)) ? 'colon' : 'nothing';
  }
  return isNull((parents.at(-1) as Pair).value) ? 'nothing' : 'value';
}

function quoteOf({ node }: Reading): Quote {
  const type = isScalar(node) ? node.type : undefined;
  return type === 'QUOTE_SINGLE' ? "'" : type === 'QUOTE_DOUBLE' ? '"' : '';
}

function isInFlow({ parents }: Reading): boolean {
  return parents.some((parent) => (isMap(parent) || isSeq(parent)) && parent.flow === true);
}

function nameOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : '';
}
