import { isRetired, type Lesson } from '../lesson/lesson';
import { pageOf } from '../lesson/link';
import { type Problem, problemAt } from '../lesson/problem';
import type { FrontMatter } from '../lesson/vocabulary';

/** References that tell of one incident alone; an article may tell of many. */
const ofOneIncident: ReadonlySet<string> = new Set(['INCIDENT', 'ADVISORY', 'REPORT', 'FIX']);

/** What names an incident, and the key where a lesson says it. */
interface IncidentName {
  readonly name: string;
  readonly key: keyof FrontMatter & ('references' | 'aliases');
}

/**
 * Which lessons of a folder name the same incident: two branches that captured it merge without a conflict, and nobody
 * sees that there are two of them now.
 */
export class IncidentIndex {
  readonly #names: WeakMap<Lesson, readonly IncidentName[]>;
  /** Nearly always there is one of a name. */
  readonly #lessons = new Map<string, Lesson | readonly Lesson[]>();

  /** @param previous what it read of lessons that are still there is taken over */
  constructor(lessons: readonly Lesson[], previous?: IncidentIndex) {
    this.#names = previous === undefined ? new WeakMap() : previous.#names;
    for (const lesson of lessons) {
      for (const { name } of this.#namesOf(lesson)) {
        const known = this.#lessons.get(name);
        this.#lessons.set(name, known === undefined ? lesson : [known, lesson].flat());
      }
    }
  }

  /**
   * Where a lesson names an incident of which an older one tells, and neither says that they belong together. The lesson may
   * be newer than the one that is known at its path.
   */
  problemsOf(lesson: Lesson): readonly Problem[] {
    const names = isRetired(lesson) ? [] : this.#namesOf(lesson);
    for (const { name, key } of names) {
      const known = this.#lessons.get(name) ?? lesson;
      const others = known === lesson ? [] : [known].flat();
      const other = others.find((one) => isOlder(one, lesson) && !areRelated(one, lesson));
      const range = lesson.ranges.of(key);
      if (other !== undefined && range !== undefined) {
        const fact = { code: 'lesson-duplicate', id: other.id, other: other.path, key } as const;
        return [problemAt(lesson.path, range, fact)];
      }
    }
    return [];
  }

  #namesOf(lesson: Lesson): readonly IncidentName[] {
    const known = this.#names.get(lesson) ?? namesIn(lesson);
    this.#names.set(lesson, known);
    return known;
  }
}

function namesIn({ references, frontMatter: { aliases = [] } }: Lesson): readonly IncidentName[] {
  return [
    ...aliases.map((alias) => ({ name: alias.trim().toLowerCase(), key: 'aliases' as const })),
    ...references
      .filter(({ type = '' }) => ofOneIncident.has(type))
      .map(({ url }) => ({ name: pageOf(url), key: 'references' as const })),
  ];
}

/** An order that is the same on every machine. */
function isOlder(one: Lesson, other: Lesson): boolean {
  if (one.path === other.path || one.id === other.id || isRetired(one)) {
    return false;
  }
  const [day, otherDay] = [one.frontMatter.created ?? '', other.frontMatter.created ?? ''];
  return day === otherDay ? one.path < other.path : day < otherDay;
}

function areRelated(a: Lesson, b: Lesson): boolean {
  return a.relations.some(({ id }) => id === b.id) || b.relations.some(({ id }) => id === a.id);
}
