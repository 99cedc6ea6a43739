import { display, type Finding } from '../../core/display/display';
import { ordinaryFacts } from '../../core/display/ordinaryFacts';
import type { ChangedLines } from '../../core/match/changedLines';
import { matchScopes } from '../../core/match/engine';
import { languageOfPath } from '../../core/match/language';
import { asksForText, reachingScopes } from '../../core/match/reachingScopes';
import { freshReader } from '../../core/match/reader';
import { sourceOf } from '../../core/match/source';
import type { Project } from '../project';
import { changedAs } from './resultLookup';

/** A file that differs and is no text. */
const someChange: ChangedLines = { kind: 'some', spans: [{ start: 0, end: 1, kind: 'edit' }] };

/** What the lessons have in a file that need not be read for it, or cannot. */
export async function broadFindings(project: Project, path: string): Promise<readonly Finding[]> {
  const { library, tools, git } = project;
  const source = sourceOf(path, '');
  const scopes = reachingScopes(library, path, languageOfPath(path) ?? 'plaintext').filter(
    ({ scope }) => !asksForText(scope),
  );
  const changed = changedAs(git?.committed(path) ?? 'nothing') ?? someChange;
  const reader = freshReader(source, library.index.patterns, tools.symbols);
  const { matches } = await matchScopes(scopes, source, tools, reader, async () => changed);
  return display(matches, ordinaryFacts(changed));
}
