import { type JSONVisitor, visit } from 'jsonc-parser';
import type { ManifestReader } from './dependency';

const groups = /^(?:dependencies|devDependencies|peerDependencies|optionalDependencies)$/;
const composerGroups = /^require(?:-dev)?$/;

export const packageJson: ManifestReader = (text) =>
  entriesIn(text, groups).map(({ name, value, start, end }) => {
    // An alias names the package that it stands for.
    const [, alias, aliasRange] = /^npm:((?:@[^/]+\/)?[^@]+)(?:@(.*))?$/.exec(value) ?? [];
    return {
      ecosystem: 'npm',
      name: alias ?? name,
      range: alias === undefined ? value : aliasRange,
      start,
      end,
    };
  });

/** What is no package of others has no slash: `php`, `ext-json`. */
export const composerJson: ManifestReader = (text) =>
  entriesIn(text, composerGroups)
    .filter(({ name }) => name.includes('/'))
    .map(({ name, value, start, end }) => ({ ecosystem: 'Packagist', name, range: value, start, end }));

interface Entry {
  readonly name: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** Texts by key in the records of the top level that are so named; a file that is being written gives what it has so far. */
function entriesIn(text: string, named: RegExp): Entry[] {
  const entries: Entry[] = [];
  let [depth, group] = [0, ''];
  let key: Omit<Entry, 'value'> | undefined;
  const visitor: JSONVisitor = {
    onObjectBegin: () => void depth++,
    onObjectEnd: () => void depth--,
    onArrayBegin: () => void depth++,
    onArrayEnd: () => void depth--,
    onObjectProperty(name, offset) {
      group = depth === 1 ? name : group;
      key = { name, start: offset + 1, end: offset + 1 + name.length };
    },
    onLiteralValue(value) {
      if (typeof value === 'string' && key !== undefined && depth === 2 && named.test(group)) {
        entries.push({ ...key, value });
      }
    },
  };
  try {
    visit(text, visitor);
  } catch (error) {
    // It recurses, and some text is nested beyond measure.
    if (!(error instanceof RangeError)) {
      throw error;
    }
  }
  return entries;
}
