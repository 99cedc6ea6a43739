import { grouped } from '../grouped';
import type { Lesson } from '../lesson/lesson';
import { advisoriesIn } from './commitSignals';

/** Nobody shortens an id further. */
const shortest = 7;

/** The commits and advisories that lessons name, so that nobody is told of them again. */
export class ToldCommits {
  /** By their beginnings, as some are shortened. */
  readonly #commits: ReadonlyMap<string, readonly string[]>;
  readonly #advisories: ReadonlySet<string>;

  constructor(lessons: readonly Lesson[]) {
    this.#commits = grouped(new Set(lessons.flatMap(commitsNamed)), (id) => id.slice(0, shortest));
    this.#advisories = new Set(
      lessons.flatMap(({ references, frontMatter: { aliases = [] } }) =>
        advisoriesIn([...aliases, ...references.map(({ url }) => url)].join('\n')),
      ),
    );
  }

  /** Whether a lesson names the commit, or every advisory that its message names; or the message names a lesson. */
  has(commit: string, message: string): boolean {
    if (/^Lesson: *LSN-[0-9A-Z]{8}\s*$/m.test(message)) {
      return true;
    }
    const advisories = advisoriesIn(message);
    return (
      this.#commits.get(commit.slice(0, shortest))?.some((known) => commit.startsWith(known)) === true ||
      (advisories.length > 0 && advisories.every((id) => this.#advisories.has(id)))
    );
  }
}

/** Not those of the evidence: they only say at which state of the code the place is to be looked up. */
function commitsNamed({ references, frontMatter: { affected = [] } }: Lesson): readonly string[] {
  const events = affected.flatMap(({ ranges = [] }) => ranges.flatMap(({ events: some = [] }) => some));
  const written = [
    ...events.flatMap(({ introduced, fixed }) => [introduced, fixed]),
    ...references.map(({ url }) => /\/commits?\/([\da-f]{7,40})\b/i.exec(url)?.[1]),
  ];
  return written.flatMap((id) => (id !== undefined && /^[\da-f]{7,64}$/i.test(id) ? [id.toLowerCase()] : []));
}
