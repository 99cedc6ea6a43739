import type { Scope } from '../lesson/lesson';
import { isInLessonFolder } from '../library/files';
import type { CodeSymbol } from '../match/codeSymbol';
import type { Source } from '../match/source';
import type { Candidate } from './candidate';
import { withCandidate } from './candidateCount';
import { type Draft, placeOf, type Selection } from './draft';

/** What is known of a fault before anybody says anything. */
export interface CaptureSite extends Pick<Draft, 'scopes' | 'examples' | 'evidence' | 'origin'> {
  /** Where a tool explains what it found. */
  readonly explainedAt?: string;
}

/** What is known besides the code. */
interface Known {
  /** The commit that is checked out. */
  readonly commit?: string;
  /** What stands for the selected code; without one, its own letters do. */
  readonly candidate?: Candidate;
}

/**
 * What a place in code tells. Selected code is looked for everywhere in its language, as a mistake that was made once may
 * have been made elsewhere; where nothing is selected, the symbol or the file is meant.
 */
export function siteOf(
  source: Source,
  selection: Selection,
  symbols: readonly CodeSymbol[],
  { commit, candidate }: Known,
): CaptureSite {
  if (isInLessonFolder(source.path)) {
    return {};
  }
  const place = placeOf(source, selection, symbols);
  const around = symbols.findLast(
    ({ bodyStart, bodyEnd }) => bodyStart <= selection.start && selection.end <= bodyEnd,
  );
  const example = candidate?.example ?? place.example;
  return {
    scopes: [
      candidate === undefined ? anywhere(place.scope, source) : withCandidate(languageOf(source), candidate),
    ],
    examples: example === undefined ? [] : [example],
    evidence: [
      {
        ...(commit !== undefined && { commit }),
        path: source.path,
        ...(around !== undefined && { symbol: around.name }),
        lines: linesOf(source, selection),
      },
    ],
  };
}

function anywhere({ pattern, ...rest }: Scope, source: Source): Scope {
  return pattern === undefined ? rest : { ...languageOf(source), pattern };
}

/** What a scope asks for that means one language; nothing where that is not known. */
export function languageOf({ language }: Pick<Source, 'language'>): Scope {
  return language === 'plaintext' ? {} : { languages: [language] };
}

/** Counted from one, as people do; a selection that ends where a line begins does not reach into it. */
function linesOf({ text }: Source, { start, end }: Selection): string {
  const first = text.positionAt(start).line + 1;
  const to = text.positionAt(end);
  const last = Math.max(first, to.character === 0 && end > start ? to.line : to.line + 1);
  return first === last ? `${first}` : `${first}-${last}`;
}
