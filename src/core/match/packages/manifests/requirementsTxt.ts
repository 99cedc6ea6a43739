import type { ManifestReader } from './dependency';
import { requirementAt } from './requirement';

/** https://pip.pypa.io/en/stable/reference/requirements-file-format/: one a line; options, addresses and paths are none. */
export const requirementsTxt: ManifestReader = (text) =>
  [...text.matchAll(/(?<=^|\n)(?!\s*(?:[-#./]|\w+:\/\/))([^\n#]+)/g)].flatMap(
    (line) => requirementAt(line.index, line[0].replace(/\s--.*/, '')) ?? [],
  );
