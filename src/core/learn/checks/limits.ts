import * as l10n from '@vscode/l10n';

/** In what a check differs from the lesson it is made of. */
export type Limit =
  /** Keys of scopes that the check does not look at. */
  | { readonly kind: 'keys'; readonly keys: readonly string[] }
  /** Scopes that the check cannot say. */
  | { readonly kind: 'scopes'; readonly count: number }
  /** What stretches over several lines is not found. */
  | { readonly kind: 'lines' }
  /** It also finds code that is written otherwise and does the same. */
  | { readonly kind: 'equivalents' }
  /** `not_pattern` is looked for in the code found, not in its line. */
  | { readonly kind: 'not-in-line' };

export function limitSentence(limit: Limit): string {
  switch (limit.kind) {
    case 'keys':
      return l10n.t('It does not look at {0} of the lesson, so it may find more.', limit.keys.join(', '));
    case 'scopes':
      return limit.count === 1
        ? l10n.t('One scope of the lesson cannot be said this way, so it may find less.')
        : l10n.t('{0} scopes of the lesson cannot be said this way, so it may find less.', limit.count);
    case 'lines':
      return l10n.t('It looks at one line at a time, and does not find what stretches over several.');
    case 'equivalents':
      return l10n.t('It also finds code that means the same as the structure.');
    case 'not-in-line':
      return l10n.t('It looks for not_pattern in the code found, not in the whole line.');
  }
}

/** What is said at the top of a check, each line behind `mark`. */
export function headLines(
  { title, id, link }: { readonly title: string; readonly id: string; readonly link?: string },
  limits: readonly Limit[],
  mark: string,
): string {
  const lines = [
    `${title} (${id.toUpperCase()})`,
    ...(link === undefined ? [] : [link]),
    ...limits.map(limitSentence),
  ];
  return lines.map((line) => `${mark} ${line}\n`).join('');
}
