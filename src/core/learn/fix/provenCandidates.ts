import type { Hunk } from '../../history/hunks';
import { parseLessonText } from '../../lesson/parse';
import { buildLibrary, type Library } from '../../library/library';
import { noLines } from '../../match/changedLines';
import { matchSource } from '../../match/engine';
import type { Source } from '../../match/source';
import type { Tools } from '../../match/tools';
import { SourceText } from '../../text';
import type { Candidate, CandidateKind } from '../candidate';
import { candidatesFor } from '../candidates';
import { formatDraft, literalPattern, type Selection } from '../draft';
import { tellingScore } from '../telling';
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
const mostSelections = 12;

/** Code longer than this is not looked for again. */
const longestSelection = 400;

/** Shorter code stands everywhere. */
const leastLetters = 6;

/** Of several ways to find the same code: first what finds its siblings and little else. */
const preference: readonly CandidateKind[] = ['structure', 'loose', 'exact', 'shape'];

/** Ways to find what a fix took out, each tried at once: first those that prove themselves, and what tells most. */
export async function triedCandidates(
  files: readonly FixedFile[],
  tools: Tools,
): Promise<readonly ProvenCandidate[]> {
  const found: Candidate[] = [];
  const known = new Set<string>();
  for (const { source, selection } of selectionsIn(files)) {
    const near = await candidatesFor(source, selection, tools);
    for (const candidate of [...near, ...wholeLine(source, selection)]) {
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
    .sort(
      (a, b) =>
        Number(isProven(b)) - Number(isProven(a)) ||
        tellingScore(b.example) - tellingScore(a.example) ||
        preference.indexOf(a.kind) - preference.indexOf(b.kind),
    );
}

interface Selected {
  readonly source: Source;
  readonly selection: Selection;
  readonly score: number;
}

/** What a fix took out, whole stretches and each of their lines: what tells most first. */
function selectionsIn(files: readonly FixedFile[]): readonly Selected[] {
  return files
    .flatMap((file) => file.hunks.flatMap((hunk) => selectionsOf(file, hunk)))
    .sort((a, b) => b.score - a.score)
    .slice(0, mostSelections);
}

function selectionsOf({ before, faulty }: FixedFile, { before: { start, end } }: Hunk): readonly Selected[] {
  const lines = faulty.filter((line) => start <= line && line < end);
  const [first, last] = [lines[0], lines.at(-1)];
  if (before === undefined || first === undefined || last === undefined) {
    return [];
  }
  const stretches = [
    ...(first === last ? [] : [[first, last] as const]),
    ...lines.map((one) => [one, one] as const),
  ];
  return stretches.flatMap(([from, to]) => {
    const selection = selectionOf(before.text, from, to);
    const code = before.text.value.slice(selection.start, selection.end);
    const isTelling =
      code.length <= longestSelection && code.replace(/[^\p{L}]/gu, '').length >= leastLetters;
    return !isTelling ? [] : [{ source: before, selection, score: tellingScore(code) }];
  });
}

/** From the first letter of a line to the last of another. */
function selectionOf(text: SourceText, first: number, last: number): Selection {
  const indent = text.line(first).search(/\S|$/);
  return {
    start: text.offsetAt({ line: first, character: indent }),
    end: text.offsetAt({ line: last, character: text.line(last).trimEnd().length }),
  };
}

/** A fix that only added something at the end of a line still has all that stood there, but no such line any more. */
function wholeLine({ text }: Source, { start, end }: Selection): readonly Candidate[] {
  const example = text.value.slice(start, end);
  return example.includes('\n')
    ? []
    : [{ kind: 'exact', scope: { pattern: `^\\s*${literalPattern(example)}\\s*$` }, example }];
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
