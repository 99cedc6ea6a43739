import type { ManifestReader } from './dependency';

const requirement = /^[ \t]*(?<require>require[ \t]+)?(?<name>[^\s()"`]+)[ \t]+(?<range>v[^\s/]+)/dgm;

/** https://go.dev/ref/mod#go-mod-file-require: in a line of its own, or in a block. */
export const goMod: ManifestReader = (text) => {
  const code = text.replace(/\/\/[^\n]*/g, (comment) => ' '.repeat(comment.length));
  const blocks = [...code.matchAll(/^[ \t]*require[ \t]*\(([^)]*)/gm)].map((block) => [
    block.index,
    block.index + block[0].length,
  ]);
  return [...code.matchAll(requirement)].flatMap(({ groups, indices }) => {
    const [start = 0, end = 0] = indices?.groups?.name ?? [];
    const isRequired =
      groups?.require !== undefined || blocks.some(([from = 0, to = 0]) => from < start && start < to);
    return isRequired
      ? [{ ecosystem: 'Go', name: groups?.name ?? '', range: groups?.range, start, end }]
      : [];
  });
};
