import * as l10n from '@vscode/l10n';
import { elementOf, type KeyPath, ruleAt, type SheetKind } from '../lesson/keyPath';
import { type RecordRule, requiredKeys } from '../lesson/vocabulary';
import { keyMeaning } from './keyWording';
import { ruleInWords } from './ruleWording';

/**
 * The keys that stand at some places of a file, as a Markdown table: what each may hold, what it is for, and what holds
 * without it. A key is named by its path; where only one place is asked for, from there on.
 */
export function keyTable(kind: SheetKind, places: readonly KeyPath[]): string {
  const start = places.length === 1 ? (places[0]?.length ?? 0) : 0;
  const rows = places.flatMap((place) =>
    Object.keys(recordAt(kind, place).keys).map((name) => keyRow(kind, [...place, name], start)),
  );
  const titles = [l10n.t('key'), l10n.t('values'), l10n.t('default'), l10n.t('meaning')];
  return [titles, titles.map(() => '---'), ...rows].map(tableLine).join('\n');
}

function keyRow(kind: SheetKind, path: KeyPath, start: number): readonly string[] {
  const rule = ruleAt(kind, path);
  const { meaning = '', fallback = '' } = keyMeaning(kind, path) ?? {};
  const isRequired = kind === 'lesson' && path.length === 1 && requiredKeys.some((key) => key === path[0]);
  return [
    code(path.slice(start).join('.')),
    rule === undefined ? '' : ruleInWords(rule, code),
    isRequired ? l10n.t('required') : fallback,
    meaning,
  ];
}

function recordAt(kind: SheetKind, place: KeyPath): RecordRule {
  const rule = ruleAt(kind, place);
  const record = rule && elementOf(rule);
  if (record?.kind !== 'record') {
    throw new Error(`No keys stand at ${place.join('.')}.`);
  }
  return record;
}

function tableLine(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function code(word: string): string {
  return `\`${word}\``;
}
