import type { Finding } from './display';
import { findingsOn, type Placed } from './surfaces';

/** Findings that belong together in the text: those of one symbol, or without one those of a line. */
export interface CodeGroup<F extends Finding> {
  /** Where the symbol's name stands, or else the first hit. */
  readonly line: number;
  readonly findings: readonly Placed<F>[];
}

/** What a document's findings say by place, in the order of the text; nothing about the whole file is among it. */
export function codeGroups<F extends Finding>(findings: readonly F[]): readonly CodeGroup<F>[] {
  const groups: { readonly line: number; readonly findings: Placed<F>[] }[] = [];
  const open = new Map<string | number, (typeof groups)[number]>();
  for (const finding of findingsOn('hover', findings)) {
    const { why, range, class: kind } = finding.match;
    const { line } = range.start;
    const key = why.symbol ?? line;
    const known = open.get(key);
    // A symbol may have several parts with one name; each name begins one.
    if (known === undefined || (kind === 'named' && known.line !== line)) {
      const group = { line, findings: [finding] };
      open.set(key, group);
      groups.push(group);
    } else {
      known.findings.push(finding);
    }
  }
  return groups;
}
