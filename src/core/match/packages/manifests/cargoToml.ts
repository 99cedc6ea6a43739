import type { Dependency, ManifestReader } from './dependency';
import { type Placed, type TomlText, textsInToml } from './tomlTree';

const groups = /^(?:dependencies|dev-dependencies|build-dependencies)$/;

/** https://doc.rust-lang.org/cargo/reference/specifying-dependencies.html: of the package, a target and the workspace. */
export const cargoToml: ManifestReader = (text) =>
  tableDependencies(textsInToml(text), (above) => groups.test(above.at(-1) ?? ''), 'package').map(
    (found) => ({
      ecosystem: 'crates.io',
      ...found,
    }),
  );

/**
 * Dependencies written as `name = "range"`, or as a record of details; those that say nothing but how they are got count,
 * too.
 *
 * @param isGroup whether these keys lead to a record of dependencies
 * @param rename the detail that tells the package's own name
 */
export function tableDependencies(
  texts: readonly TomlText[],
  isGroup: (keys: readonly string[]) => boolean,
  rename?: string,
): Omit<Dependency, 'ecosystem'>[] {
  const found = new Map<string, { key: Placed; name: string; range?: string }>();
  for (const { keys, text } of texts) {
    const names = keys.map((key) => key.text);
    const at = names.findIndex((_, index) => index > 0 && isGroup(names.slice(0, index)));
    const key = keys[at];
    if (key === undefined) {
      continue;
    }
    const id = JSON.stringify(names.slice(0, at + 1));
    const known = found.get(id) ?? { key, name: key.text };
    const detail = names.slice(at + 1).join('.');
    found.set(id, {
      key,
      name: detail === rename ? text : known.name,
      range: detail === '' || detail === 'version' ? text : known.range,
    });
  }
  return [...found.values()].map(({ key: { start, end }, name, range }) => ({ name, range, start, end }));
}
