import { type Group, type Grouping, groupsOf, reviewGroups } from './groupings';
import type { Holder } from './held';
import type { LessonTest } from './lessonFilter';
import type { ListedLesson } from './listing';

/** All lessons as a person looks at them; each part is worked out when it is first asked for. */
export class LessonOutline<H extends Holder> {
  readonly lessons: readonly ListedLesson<H>[];
  readonly #grouping: Grouping;
  #groups: readonly Group<ListedLesson<H>>[] | undefined;
  #review: readonly Group<ListedLesson<H>>[] | undefined;

  /**
   * @param listed in the order in which they are to be shown
   * @param test keeps away what is filtered out
   */
  constructor(listed: readonly ListedLesson<H>[], grouping: Grouping, test: LessonTest) {
    this.lessons = listed.filter(({ lesson }) => test(lesson));
    this.#grouping = grouping;
  }

  get groups(): readonly Group<ListedLesson<H>>[] {
    this.#groups ??= groupsOf(this.lessons, this.#grouping);
    return this.#groups;
  }

  /** The lessons that need review by their most urgent reason, the most urgent first. */
  get review(): readonly Group<ListedLesson<H>>[] {
    this.#review ??= reviewGroups(this.lessons);
    return this.#review;
  }

  get countOfReview(): number {
    return this.review.reduce((count, { lessons }) => count + lessons.length, 0);
  }
}
