import { check, listFor } from './check';
import type { Commands } from './command';
import { lint } from './lint';
import { list } from './list';

/** Every command of the command line; the one place that names them. */
export const commands: Commands = {
  list,
  check,
  for: listFor,
  lint,
};
