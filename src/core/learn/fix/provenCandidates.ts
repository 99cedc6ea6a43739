import { parseLessonText } from '../../lesson/parse';
import { buildLibrary, type Library } from '../../library/library';
import { noLines } from '../../match/changedLines';
import { matchSource } from '../../match/engine';
import type { Source } from '../../match/source';
import type { Tools } from '../../match/tools';
import { SourceText } from '../../text';
import type { Candidate } from '../candidate';
import { formatDraft, literalPattern, type Selection } from '../draft';
import type { FixedFile } from './fixedFile';

/** A candidate that was tried on both sides of a fix. */
export interface ProvenCandidate extends Candidate {
  /** In the files that the fix changed, as its parent has them. */
  readonly hitsParent: number;
  /** In the same files, as the fix has them. */
  readonly hitsFix: number;
}

/** Whether a candidate tells the fault from what was put in its place. */
export function isProven({ hitsParent, hitsFix }: ProvenCandidate): boolean {
  return hitsParent > 0 && hitsFix === 0;
}

/** More places are not tried: a fix that took out so much has no single fault that a pattern could tell. */
const mostSelections = 24;

/** Shorter code stands everywhere. */
const leastLetters = 8;

/** Code longer than this is not looked for again. */
const longestSelection = 400;

/** Ways to find what a fix took out, each tried at once: those that prove themselves first. */
export async function triedCandidates(
  files: readonly FixedFile[],
  tools: Tools,
): Promise<readonly ProvenCandidate[]> {
  const found: Candidate[] = [];
  const known = new Set<string>();
  for (const { source, selection } of selectionsIn(files)) {
    for (const candidate of await candidatesFor(source, selection, tools)) {
      const key = JSON.stringify(candidate.scope);
      if (!known.has(key)) {
        known.add(key);
        found.push(candidate);
      }
    }
  }
  const library = libraryOf(found);
  const [parent, fix] = await Promise.all([
    hitsIn(
      library,
      files.flatMap(({ before }) => before ?? []),
      tools,
    ),
    hitsIn(
      library,
      files.flatMap(({ after }) => after ?? []),
      tools,
    ),
  ]);
  return found
    .map((candidate, index) => ({
      ...candidate,
      hitsParent: parent.get(idOf(index)) ?? 0,
      hitsFix: fix.get(idOf(index)) ?? 0,
    }))
    .sort((a, b) => Number(isProven(b)) - Number(isProven(a)));
}

interface Selected {
  readonly source: Source;
  readonly selection: Selection;
}

/** What a fix took out: whole stretches where they are short, and each of their lines. */
function selectionsIn(files: readonly FixedFile[]): readonly Selected[] {
  return files
    .flatMap(({ before, faulty, hunks }) =>
      before === undefined
        ? []
        : hunks.flatMap(({ before: { start, end } }) => {
            const lines = faulty.filter((line) => start <= line && line < end);
            const [first, last] = [lines[0], lines.at(-1)];
            const pairs = lines.map((line): [number, number] => [line, line]);
            const all =
              first === undefined || last === undefined || first === last
                ? pairs
                : [[first, last] as const, ...pairs];
            return all.map(([from, to]) => ({
              source: before,
              selection: selectionOf(before.text, from, to),
            }));
          }),
    )
    .filter(({ source, selection: { start, end } }) => {
      const code = source.text.value.slice(start, end);
      return code.length <= longestSelection && code.replace(/[^\p{L}\d]/gu, '').length >= leastLetters;
    })
    .slice(0, mostSelections);
}

/** From the first letter of a line to the last of another. */
function selectionOf(text: SourceText, first: number, last: number): Selection {
  const indent = text.line(first).search(/\S|$/);
  return {
    start: text.offsetAt({ line: first, character: indent }),
    end: text.offsetAt({ line: last, character: text.line(last).trimEnd().length }),
  };
}

async function candidatesFor(
  source: Source,
  { start, end }: Selection,
  _tools: Tools,
): Promise<readonly Candidate[]> {
  const example = source.text.value.slice(start, end);
  return [
    { kind: 'exact', scope: { pattern: literalPattern(example), languages: [source.language] }, example },
  ];
}

/** One lesson for each candidate. */
function libraryOf(candidates: readonly Candidate[]): Library {
  const lessons = candidates.map(({ scope }, index) => {
    const draft = { id: idOf(index), title: 'A candidate on trial', created: '2000-01-01', scopes: [scope] };
    return parseLessonText(`.lessons/${index}.md`, new SourceText(formatDraft(draft)));
  });
  return buildLibrary(lessons);
}

function idOf(index: number): string {
  return `LSN-${String(index).padStart(8, '0')}`;
}

async function hitsIn(
  library: Library,
  sources: readonly Source[],
  tools: Tools,
): Promise<ReadonlyMap<string, number>> {
  const hits = new Map<string, number>();
  for (const source of sources) {
    const { matches } = await matchSource(library, source, tools, async () => noLines);
    for (const { lesson } of matches) {
      hits.set(lesson.id, (hits.get(lesson.id) ?? 0) + 1);
    }
  }
  return hits;
}
