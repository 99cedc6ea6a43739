import { tableDependencies } from './cargoToml';
import type { ManifestReader } from './dependency';
import { requirementAt } from './requirement';
import { textsInToml } from './tomlTree';

/** Lists of requirements: https://packaging.python.org/en/latest/specifications/pyproject-toml/ and dependency groups. */
const lists =
  /^(?:project\.dependencies|project\.optional-dependencies\.[^.]*|dependency-groups\.[^.]*|build-system\.requires)\.\d+$/;

/** https://python-poetry.org/docs/pyproject/ */
const poetry = /^tool\.poetry\.(?:dependencies|dev-dependencies|group\.[^.]*\.dependencies)$/;

export const pyprojectToml: ManifestReader = (text) => {
  const texts = textsInToml(text);
  const listed = texts.flatMap(({ keys, text: requirement, start }) =>
    lists.test(keys.map((key) => key.text).join('.')) ? (requirementAt(start, requirement) ?? []) : [],
  );
  const tabled = tableDependencies(texts, (keys) => poetry.test(keys.join('.')));
  return [
    ...listed,
    ...tabled
      .filter(({ name }) => name !== 'python')
      .map((found) => ({ ecosystem: 'PyPI' as const, ...found })),
  ];
};
