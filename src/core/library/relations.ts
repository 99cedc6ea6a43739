import type { Lesson, Relation } from '../lesson/lesson';
import { type Problem, problemAt } from '../lesson/problem';

/** What of a library tells how its lessons hang together. */
interface Known {
  readonly byId: ReadonlyMap<string, Lesson>;
  readonly successors: ReadonlyMap<string, readonly string[]>;
}

/** By the id of each lesson that was replaced, the ids of those that replace it. Either side may say so. */
export function successorsOf(lessons: readonly Lesson[]): ReadonlyMap<string, readonly string[]> {
  const successors = new Map<string, string[]>();
  const add = (old: string, successor: string) =>
    successors.set(old, [...(successors.get(old) ?? []), successor]);
  for (const { id, relations } of lessons) {
    for (const relation of relations) {
      if (relation.key === 'superseded_by') {
        add(id, relation.id);
      } else if (relation.key === 'supersedes') {
        add(relation.id, id);
      }
    }
  }
  return successors;
}

/** What is wrong with how one lesson names others: ids that nobody has, no successor, or going round in a circle. */
export function relationProblems(lesson: Lesson, known: Known): Problem[] {
  const dangling = lesson.relations
    .filter(({ id }) => !known.byId.has(id))
    .map(({ key, id, range }) => problemAt(lesson.path, range, { code: 'id-unknown', key, id }));
  return [...dangling, ...successorProblems(lesson, known)];
}

function successorProblems(lesson: Lesson, { successors }: Known): Problem[] {
  const { id, path, status, ranges } = lesson;
  const place = ranges.of('status');
  if (status === 'superseded' && !successors.has(id) && place !== undefined) {
    return [problemAt(path, place, { code: 'successor-missing' })];
  }
  const ids = successors.has(id) ? cycleThrough(id, successors) : undefined;
  const range = lesson.relations.find(isSupersession)?.range;
  return ids === undefined || range === undefined
    ? []
    : [problemAt(path, range, { code: 'supersession-cycle', ids })];
}

function isSupersession({ key }: Relation): boolean {
  return key === 'supersedes' || key === 'superseded_by';
}

/** The shortest way from a lesson over its successors back to itself. */
function cycleThrough(
  start: string,
  successors: ReadonlyMap<string, readonly string[]>,
): readonly string[] | undefined {
  const cameFrom = new Map<string, string>();
  const open = [start];
  for (const id of open) {
    for (const next of successors.get(id) ?? []) {
      if (next === start) {
        return wayTo(id, start, cameFrom);
      }
      if (!cameFrom.has(next)) {
        cameFrom.set(next, id);
        open.push(next);
      }
    }
  }
  return undefined;
}

function wayTo(end: string, start: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const way = [start];
  for (let id: string | undefined = end; id !== undefined && id !== start; id = cameFrom.get(id)) {
    way.push(id);
  }
  return [start, ...way.slice(1).reverse(), start];
}
