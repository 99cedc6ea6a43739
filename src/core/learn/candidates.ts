import { compileOrFault } from '../lesson/pattern';
import { faultOfStructure } from '../lesson/structure';
import { definitionsByLanguage } from '../match/languages/table';
import { type Source, sourceOf } from '../match/source';
import type { Tools } from '../match/tools';
import type { Candidate, CandidateKind } from './candidate';
import { type ChosenCode, chosenCode, chosenText, trimmed } from './chosenCode';
import { codeMarks } from './codeMarks';
import { literalPattern, type Selection } from './draft';
import { essenceOf } from './essence';
import { loosePattern } from './loosePattern';
import { structurePattern } from './structurePattern';
import type { Span, SyntaxNode } from './syntaxWalk';
import { longestStretch, namesIn } from './telling';

/** What hits more places of the file that it came from says too little. */
const mostInOneFile = 25;

/** Parsing more at one go stalls an editor; of longer texts, which machines mostly wrote, the letters have to do. */
const longestParsed = 200_000;

/** Languages of one family, in which the same code is the same structure. */
const families: Readonly<Record<string, readonly string[]>> = {
  javascript: ['javascript', 'javascriptreact'],
  javascriptreact: ['javascript', 'javascriptreact'],
  typescript: ['typescript', 'typescriptreact'],
  typescriptreact: ['typescript', 'typescriptreact'],
};

/**
 * Ways to find code like the selected code, from literal to structural, few of them; none for a cursor. Each was tried: it
 * hits the selection and its own example. Works on any text, also one that is no file any more.
 */
export async function candidatesFor(
  source: Source,
  selection: Selection,
  tools: Tools,
): Promise<readonly Candidate[]> {
  const selected = trimmed(source.text.value, selection);
  if (selected === undefined) {
    return [];
  }
  const chosen = await chosenIn(source, selected, tools);
  const found = [...textCandidates(source, chosen), ...structureCandidates(source, chosen)];
  const seen = new Set<string>();
  const candidates: Candidate[] = [];
  for (const candidate of found) {
    const { pattern, structure } = candidate.scope;
    const said = `${pattern ?? ''} ${structure ?? ''}`;
    const proven = seen.has(said) ? undefined : await provenIn(source, candidate, selected, tools);
    seen.add(said);
    candidates.push(...(proven === undefined ? [] : [proven]));
  }
  return candidates;
}

async function chosenIn(source: Source, selected: Span, tools: Tools): Promise<ChosenCode> {
  const text = source.text.value;
  if (text.length > longestParsed) {
    return chosenText(text, selected);
  }
  const grammar = definitionsByLanguage[source.language]?.grammar ?? '';
  const chosen = await tools.symbols.inTree(source, (root) => chosenCode(root, grammar, text, selected));
  return chosen === undefined || 'reason' in chosen ? chosenText(text, selected) : chosen;
}

function textCandidates(source: Source, { stretch, syntax, locals }: ChosenCode): Candidate[] {
  const text = source.text.value;
  const example = withoutMargin(text, stretch.start, text.slice(stretch.start, stretch.end));
  const exact: Candidate = { kind: 'exact', scope: { pattern: literalPattern(example) }, example };
  const { start, end } = syntax === undefined ? stretch : essenceWithin(stretch, syntax, text, locals);
  const marks = syntax === undefined ? [] : codeMarks(syntax, text, locals);
  const loose = loosePattern(text, { start, end }, marks);
  return loose === undefined ? [exact] : [exact, { kind: 'loose', scope: { pattern: loose }, example }];
}

/** The expression that a stretch is about, where it is one statement and no more. */
function essenceWithin(stretch: Span, syntax: SyntaxNode, text: string, locals: ReadonlySet<string>): Span {
  const essence = isWholly(text, syntax, stretch) ? essenceOf(syntax, text, locals) : stretch;
  return stretch.start <= essence.start && essence.end <= stretch.end ? essence : stretch;
}

interface StructureCandidate extends Candidate {
  /** Code around the example that may have to go with it. */
  readonly wider: readonly string[];
}

function structureCandidates(source: Source, { piece, locals }: ChosenCode): readonly StructureCandidate[] {
  if (piece === undefined) {
    return [];
  }
  const text = source.text.value;
  const isWhole = piece.body === undefined && isWholly(text, piece.syntax, piece.selected);
  const syntax = isWhole ? essenceOf(piece.syntax, text, locals) : piece.syntax;
  const marks = codeMarks(syntax, text, locals, isWhole ? syntax : piece.selected);
  const languages = families[source.language] ?? [source.language];
  const end = piece.body?.end ?? syntax.end;
  const written = (from: number, to: number) => withoutMargin(text, from, text.slice(from, to));
  const code = written(syntax.start, end);
  const statement = written(piece.syntax.start, piece.body?.end ?? piece.syntax.end);
  const lineEnd = text.indexOf('\n', end);
  const lineStart = text.lastIndexOf('\n', syntax.start - 1) + 1;
  const lines = written(lineStart, lineEnd === -1 ? text.length : lineEnd).trim();
  const candidate = (kind: 'structure' | 'shape'): StructureCandidate => ({
    kind,
    scope: {
      structure: withoutMargin(text, syntax.start, structurePattern(text, { ...piece, syntax }, marks, kind)),
      languages,
    },
    example: code,
    // Only within these PHP is code.
    wider: [statement, lines, `<?php ${code};`].filter(
      (one) => one !== code && one.length <= 2 * longestStretch,
    ),
  });
  return [candidate('structure'), candidate('shape')].filter(({ scope }) =>
    saysEnough(scope.structure ?? ''),
  );
}

const metavariable = /\$[A-Z$][A-Z0-9$]*/g;

/** Without any variable a structure finds what the plain pattern finds, and without any name nearly everything. */
function saysEnough(structure: string): boolean {
  const rest = structure.replace(metavariable, ' ');
  return rest !== structure && namesIn(rest).size > 0;
}

/** Code of several lines as it is where its first one has no margin. */
function withoutMargin(text: string, start: number, code: string): string {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const margin = /^[ \t]*/.exec(text.slice(lineStart, start))?.[0] ?? '';
  return margin === '' ? code : code.replaceAll(`\n${margin}`, '\n');
}

/** Whether a selection lets nothing of a node out but punctuation. */
function isWholly(text: string, { start, end }: Span, selected: Span): boolean {
  return !/\w/.test(text.slice(start, selected.start) + text.slice(selected.end, end));
}

/** The candidate with an example that it hits; `undefined` where it is of no use. */
async function provenIn(
  source: Source,
  candidate: Candidate & Partial<StructureCandidate>,
  selected: Span,
  { structures }: Tools,
): Promise<Candidate | undefined> {
  const { kind, scope, example, wider = [] } = candidate;
  const { pattern, structure } = scope;
  if (pattern !== undefined) {
    const compiled = compileOrFault(pattern);
    const hits = compiled.kind === 'fault' ? [] : compiled.pattern.hits(source.text.value, limitOf(kind));
    return isProof(hits, selected, kind) ? { kind, scope, example } : undefined;
  }
  if (structure === undefined || faultOfStructure(structure) !== undefined) {
    return undefined;
  }
  const result = await structures.hits(source, structure, limitOf(kind));
  if (result.kind === 'none' || !isProof(result.hits, selected, kind)) {
    return undefined;
  }
  for (const code of [example, ...wider]) {
    const own = await structures.hits(sourceOf('', code, source.language), structure, 1);
    if (own.kind === 'hits' && own.hits.length > 0) {
      return { kind, scope, example: code };
    }
  }
  return undefined;
}

function limitOf(kind: CandidateKind): number {
  return kind === 'exact' ? 100_000 : mostInOneFile + 1;
}

function isProof(hits: readonly Span[], selected: Span, kind: CandidateKind): boolean {
  return (
    hits.length < limitOf(kind) && hits.some(({ start, end }) => start < selected.end && selected.start < end)
  );
}
