import { check, listFor } from './check';
import type { Commands } from './command';
import { explainLesson } from './explain';
import { init } from './init';
import { lint } from './lint';
import { list } from './list';
import { newLesson } from './new';
import { search } from './search';
import { show } from './show';

/** Every command of the command line; the one place that names them. */
export const commands: Commands = {
  init,
  new: newLesson,
  list,
  search,
  show,
  check,
  for: listFor,
  explain: explainLesson,
  lint,
};
