import * as l10n from '@vscode/l10n';
import { bodyHeadings } from '../learn/draft';
import type { AuthorContext, Completion } from './completion';
import type { StartPlace } from './place';
import { literal } from './yamlText';

/** A whole lesson to fill in, or what of it is not there yet. */
export function skeletonCompletions(place: StartPlace, context: AuthorContext): readonly Completion[] {
  return [
    {
      ...{ kind: 'skeleton', label: l10n.t('A whole lesson'), range: place.range, filter: place.written },
      description: l10n.t('front matter and headings'),
      documentation: l10n.t('Everything that a lesson begins with. Tab leads from one gap to the next.'),
      insert: { kind: 'snippet', text: skeleton(place.fences, context) },
      isPreselected: true,
    },
  ];
}

function skeleton(fences: StartPlace['fences'], { newId, today }: AuthorContext): string {
  const first = fences === 'none' ? ['---'] : [];
  const frontMatter = [
    ...[`id: ${newId()}`, `title: \${1:${literal(l10n.t('What went wrong, in one line'))}}`],
    ...['status: proposed', `created: ${today}`, 'applies_to:', `  - \${2|paths,symbols,pattern|}: $3`],
  ];
  const headings = bodyHeadings.flatMap((heading, at) => [
    '',
    `## ${heading}`,
    ...(at === 0 ? ['', '$0'] : []),
  ]);
  const rest = fences === 'both' ? [] : ['---', ...headings, ''];
  return [...first, ...frontMatter, ...rest].join('\n');
}
