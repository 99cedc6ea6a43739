import type { ManifestReader } from './dependency';
import { requirementAt } from './requirement';

/** https://pip.pypa.io/en/stable/reference/requirements-file-format/: one a line; options, addresses and paths are none. */
export const requirementsTxt: ManifestReader = (text) =>
  [...text.matchAll(/^[ \t]*([A-Za-z0-9][^\n#]*)/gm)].flatMap(({ index, 0: whole, 1: line = '' }) =>
    /^\w+:\/\//.test(line)
      ? []
      : (requirementAt(index + whole.length - line.length, line.replace(/\s--.*/, '')) ?? []),
  );
