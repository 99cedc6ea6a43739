import type { Lesson } from '../lesson/lesson';
import type { Library } from '../library/library';

/** What holds lessons: a folder, by the name that people know it by. */
export interface Holder {
  readonly name: string;
  readonly library: Library;
}

/** A lesson, and what holds it. */
export interface Held<H extends Holder = Holder> {
  readonly folder: H;
  readonly lesson: Lesson;
}
