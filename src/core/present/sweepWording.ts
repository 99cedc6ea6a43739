import * as l10n from '@vscode/l10n';
import type { Narrowing } from '../learn/narrowing';
import type { Sweep } from '../learn/sweep';
import { hitsMessage } from './candidateWording';

/** "7 hits in 3 files, 2 in changed code": where else the mistake may stand. */
export function sweepMessage({ hits, files, changed, isCut }: Sweep): string {
  if (hits === 0) {
    return l10n.t('Nothing here is hit.');
  }
  const found = hitsMessage({ hits, files: files.length, isCut });
  return changed === 0 ? found : l10n.t('{0}, {1} in changed code', found, changed);
}

/** What its author should know of a lesson's reach, each with what to do about it; none where it is right. */
export function sweepRemarks({ hits, limit, breadth, missesOrigin, isCut }: Sweep): readonly string[] {
  return [
    ...(breadth === 'broad' ? [broadMessage(`${hits}${isCut ? '+' : ''}`, limit)] : []),
    ...(missesOrigin ? [missedOriginMessage()] : []),
  ];
}

/** @param hits how many, as they are shown */
export function broadMessage(hits: string, limit: number): string {
  return l10n.t(
    'This means {0} places; of more than {1}, nobody looks at any. Narrow it by a path, a symbol or a closer pattern.',
    hits,
    limit,
  );
}

export function missedOriginMessage(): string {
  return l10n.t(
    'This does not hit the code that the lesson comes from (evidence). Widen it, or correct its pattern.',
  );
}

/** What is left of a scope, as the title of a fix: "Only in cors (1 hit)". */
export function narrowingTitle({ kind, scope, hits, files }: Omit<Narrowing, 'index'>): string {
  const found = hitsMessage({ hits, files });
  const [path = ''] = scope.paths ?? [];
  switch (kind) {
    case 'folder':
      return l10n.t('Only below {0} ({1})', path, found);
    case 'path':
      return l10n.t('Only in {0} ({1})', path, found);
    case 'symbol':
      return l10n.t('Only in {0} ({1})', (scope.symbols ?? []).join(', '), found);
    case 'pattern':
      return scope.structure === undefined
        ? l10n.t('Use the pattern {0} ({1})', shortened(scope.pattern ?? ''), found)
        : l10n.t('Use the structure {0} ({1})', shortened(scope.structure), found);
  }
}

/** A title has one line. */
const longestCode = 60;

function shortened(code: string): string {
  const line = code.replace(/\s+/g, ' ');
  return line.length <= longestCode ? line : `${line.slice(0, longestCode - 1)}…`;
}
