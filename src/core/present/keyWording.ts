import * as l10n from '@vscode/l10n';
import type { KeyPath, SheetKind } from '../lesson/keyPath';
import { configMeanings } from './configMeanings';
import { lessonMeanings } from './lessonMeanings';
import type { Meaning, MeaningNode } from './meaning';

export type { Meaning } from './meaning';

/** What the key at the end of a path is for; `undefined` where the format has no such key. */
export function keyMeaning(kind: SheetKind, path: KeyPath): Meaning | undefined {
  const node = nodeAt(kind, path) ?? ownKey(kind, path);
  if (node === undefined) {
    return undefined;
  }
  const { meaning, example, fallback } = node;
  return { meaning, example, fallback };
}

/** What a value of a choice means; `undefined` for words that a team has added, and where nothing is to be chosen. */
export function valueMeaning(kind: SheetKind, path: KeyPath, value: string): string | undefined {
  const values = nodeAt(kind, path)?.values;
  return values !== undefined && Object.hasOwn(values, value) ? values[value] : undefined;
}

function nodeAt(kind: SheetKind, path: KeyPath): MeaningNode | undefined {
  const [first, ...rest] = path;
  const roots: Readonly<Record<string, MeaningNode>> =
    kind === 'lesson' ? lessonMeanings() : configMeanings();
  return rest.reduce<MeaningNode | undefined>(
    (node, key) => (node?.keys && Object.hasOwn(node.keys, key) ? node.keys[key] : undefined),
    first !== undefined && Object.hasOwn(roots, first) ? roots[first] : undefined,
  );
}

/** Keys whose names start with `x-` may stand wherever the format has keys. */
function ownKey(kind: SheetKind, path: KeyPath): MeaningNode | undefined {
  const isOwn = path.at(-1)?.startsWith('x-') === true;
  const hasKeys = path.length === 1 || nodeAt(kind, path.slice(0, -1))?.keys !== undefined;
  return isOwn && hasKeys
    ? {
        meaning: l10n.t('A key of your own: any value, kept and never judged.'),
        example: 'x-ticket: OPS-1432',
      }
    : undefined;
}
