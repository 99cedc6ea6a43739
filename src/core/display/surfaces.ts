import type { Range } from '../text';
import type { Finding, Surface } from './display';

/** What a finding on a surface in the text has: a place. */
export type Placed<F extends Finding> = F & { readonly match: F['match'] & { readonly range: Range } };

const asLoudAs: Readonly<Record<Exclude<Surface, 'tree'>, readonly Surface[]>> = {
  diagnostic: ['diagnostic'],
  hover: ['diagnostic', 'hover'],
};

/** The findings that are to be seen on a surface in the text; what speaks by itself also answers when it is asked. */
export function findingsOn<F extends Finding>(
  surface: Exclude<Surface, 'tree'>,
  findings: readonly F[],
): readonly Placed<F>[] {
  return findings.filter(
    (finding): finding is Placed<F> =>
      finding.match.range !== undefined && asLoudAs[surface].includes(finding.surface),
  );
}
