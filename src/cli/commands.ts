import { check, listFor } from './check';
import type { Commands } from './command';
import { lint } from './lint';

/** Every command of the command line; the one place that names them. */
export const commands: Commands = {
  check,
  for: listFor,
  lint,
};
