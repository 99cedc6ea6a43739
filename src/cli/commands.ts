import { capture } from './capture';
import { check, listFor } from './check';
import type { Commands } from './command';
import { explainLesson } from './explain';
import { importLessons } from './import';
import { init } from './init';
import { lint } from './lint';
import { list } from './list';
import { newLesson } from './new';
import { search } from './search';
import { show } from './show';
import { suggest } from './suggest';

/** Every command of the command line; the one place that names them. */
export const commands: Commands = {
  init,
  capture,
  new: newLesson,
  suggest,
  import: importLessons,
  list,
  search,
  show,
  check,
  for: listFor,
  explain: explainLesson,
  lint,
};
