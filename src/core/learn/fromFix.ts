import type { History } from '../history/history';
import { projectPage } from '../history/webAddress';
import { isDate } from '../lesson/calendar';
import { globOfPath } from '../lesson/glob';
import type { Scope } from '../lesson/lesson';
import type { Tools } from '../match/tools';
import type { Draft } from './draft';
import { titleFor } from './draftTitle';
import { fixedFilesOf } from './fix/fixedFiles';
import { readFixMessage } from './fix/fixMessage';
import { notesOn } from './fix/fixNotes';
import { referencesTo } from './fix/fixReferences';
import type { FoundFix, FromFix, RemovedLines } from './fix/foundFix';
import { introducedBy, writtenAround } from './fix/introduced';
import { isProven, type ProvenCandidate, triedCandidates } from './fix/provenCandidates';
import { removedLinesOf } from './fix/removedLines';
import { byRelevance, type TouchedSymbol, touchedSymbolsOf } from './fix/touchedSymbols';
import { severityIn } from './severity';

/** A lesson that names more is about none of them. */
const mostSymbols = 8;
const mostPaths = 12;
const mostEvidence = 4;
const longestExample = 400;

/**
 * What a commit that mended something teaches. Asks history alone, never the files as they are now.
 * @param revision as git takes it: an id, a branch, `HEAD~2`
 */
export async function learnFromFix(history: History, revision: string, tools: Tools): Promise<FromFix> {
  const commit = await history.commit(revision);
  if (commit === undefined) {
    return { kind: 'unknown-commit', revision };
  }
  const web = await pageOf(history);
  const known = { kind: 'found', commit, ...(web !== undefined && { web }) } as const;
  const [parent] = commit.parents;
  if (parent === undefined) {
    const notes = [
      (await history.isCut()) ? ({ kind: 'shallow', at: 'fix' } as const) : ({ kind: 'root' } as const),
    ];
    return { ...known, ...nothing, notes };
  }
  const changes = await history.changes(commit, parent);
  const { files, tests, left } = await fixedFilesOf(changes, { commit, parent }, history);
  const symbols: TouchedSymbol[] = [];
  const removed: RemovedLines[] = [];
  for (const file of files) {
    const touched = await touchedSymbolsOf(file, tools.symbols);
    symbols.push(...touched.symbols);
    removed.push(...removedLinesOf(file, touched));
  }
  const { commits: introduced, isCut } = await introducedBy(files, parent, history);
  const addsOnly =
    files.some(({ added }) => added.length > 0) && files.every(({ faulty }) => faulty.length === 0);
  const around = addsOnly ? await writtenAround(files, parent, history) : undefined;
  return {
    ...{ ...known, parent, tests, removed, introduced },
    files: files.map(({ change }) => change.path),
    symbols: symbols.sort(byRelevance),
    notes: notesOn(commit, files, left, isCut, around),
    candidates: await triedCandidates(files, tools),
  };
}

const nothing = { files: [], tests: [], symbols: [], introduced: [], removed: [], candidates: [] } as const;

/**
 * A lesson to begin with: it applies where the fix was made, and wherever code is found like what the fix took out, if some
 * pattern proved itself.
 * @param today YYYY-MM-DD
 */
export function draftFromFix(found: FoundFix, id: string, today: string): Draft {
  const { commit, candidates, introduced, removed, web } = found;
  const message = readFixMessage(commit.message);
  const severity = severityIn(commit.message);
  const proven = candidates.find(isProven);
  const [first] = introduced;
  return {
    ...{ id, title: message.title ?? titleFrom(found), created: today },
    ...(isDate(commit.date) && { occurred: commit.date }),
    ...(severity !== undefined && { severity }),
    ...(message.aliases.length > 0 && { origin: 'advisory', aliases: message.aliases }),
    references: referencesTo(found, message),
    scopes: [...placesOf(found), ...(proven === undefined ? [] : [proven.scope])],
    ...(proven !== undefined && testsOf(proven, removed)),
    evidence: evidenceOf(found, proven?.example),
    affected: [
      {
        ranges: [
          {
            type: 'GIT',
            ...(web !== undefined && { repo: web.project }),
            events: [...(first === undefined ? [] : [{ introduced: first.commit }]), { fixed: commit.id }],
          },
        ],
      },
    ],
  };
}

async function pageOf(history: History): Promise<FoundFix['web']> {
  const project = projectPage((await history.remote?.()) ?? '');
  return project === undefined ? undefined : { project };
}

/** New symbols are what mended it; they stand for the place only where nothing else does. */
function placesOf({ files, symbols }: FoundFix): readonly Scope[] {
  if (files.length === 0) {
    return [];
  }
  const old = symbols.filter(({ isNew }) => !isNew);
  const names = [...new Set((old.length > 0 ? old : symbols).map(({ name }) => name))].slice(0, mostSymbols);
  const paths = files.slice(0, mostPaths).map(globOfPath);
  return [{ paths, ...(names.length > 0 && { symbols: names }) }];
}

/** What was taken out, and what was put in its place. */
function testsOf(
  { example }: ProvenCandidate,
  removed: readonly RemovedLines[],
): Pick<Draft, 'examples' | 'counterexamples'> {
  const instead = removed.find(({ before }) => before.includes(example))?.after.trim() ?? '';
  const isTelling = instead !== '' && instead.length <= longestExample;
  return { examples: [example], ...(isTelling && { counterexamples: [instead] }) };
}

/** Where it happened: what was taken out, that of the example first, or else the symbols that something was added to. */
function evidenceOf(
  { parent, removed, symbols, notes }: FoundFix,
  example: string | undefined,
): Draft['evidence'] {
  if (parent === undefined) {
    return [];
  }
  const holds = ({ before }: RemovedLines) => Number(example !== undefined && before.includes(example));
  const inOrder = [...removed].sort((a, b) => holds(b) - holds(a));
  const lines = inOrder.map(({ path, symbol, start, end }) => {
    const range = end === start + 1 ? `${end}` : `${start + 1}-${end}`;
    return { commit: parent, path, ...(symbol !== undefined && { symbol }), lines: range };
  });
  const before = new Map(
    notes.flatMap((note) => (note.kind === 'renamed' ? [[note.path, note.before]] : [])),
  );
  const added = symbols
    .filter(({ isNew }) => !isNew)
    .map(({ path, name }) => ({ commit: parent, path: before.get(path) ?? path, symbol: name }));
  return (lines.length > 0 ? lines : added).slice(0, mostEvidence);
}

function titleFrom({ commit, symbols, files }: FoundFix): string {
  const place = symbols[0]?.name ?? files[0];
  return titleFor(`What ${commit.id.slice(0, 10)} fixed${place === undefined ? '' : ` in ${place}`}`).title;
}
