import * as l10n from '@vscode/l10n';
import type { Finding } from '../display/display';
import { matchMessage } from './matchWording';

/** A line above code is no place for a paragraph. */
const longestAdvice = 60;

/** "1 lesson: Compare the claimed length…", for a line above the code that the findings are in. */
export function groupMessage(findings: readonly Finding[]): string {
  const count = new Set(findings.map(({ match }) => match.lesson.id)).size;
  const advice = findings.slice(0, 1).map(({ match }) => shortened(matchMessage(match)));
  return count === 1
    ? l10n.t('1 lesson: {0}', advice.join())
    : l10n.t('{0} lessons: {1}', count, advice.join());
}

/** Cut between words, where there are some. */
function shortened(text: string): string {
  if (text.length <= longestAdvice) {
    return text;
  }
  const cut = text.slice(0, longestAdvice);
  const end = cut.lastIndexOf(' ');
  return `${(end > 0 ? cut.slice(0, end) : cut).replace(/[,;:.]$/, '')}…`;
}
