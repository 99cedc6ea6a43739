import * as l10n from '@vscode/l10n';
import type { AuthorContext, Completion } from './completion';
import { keyCompletions } from './keyCompletions';
import { lessonsInProse } from './lessonCompletions';
import type { Place, SheetPlace } from './place';
import { skeletonCompletions } from './skeletonCompletions';
import { valueCompletions } from './valueCompletions';

/** What may be written at a place, the likeliest first. Nothing is left out for what is typed already. */
export async function completionsAt(place: Place, context: AuthorContext): Promise<readonly Completion[]> {
  switch (place.kind) {
    case 'start':
      return skeletonCompletions(place, context);
    case 'key':
      return keyCompletions(place, context).map(placed(place));
    case 'value':
      return (await valueCompletions(place, context)).map(placed(place));
    case 'body':
      return lessonsInProse(place, context);
  }
}

/** Says of what is further out where it goes: the same key may stand on several levels. */
function placed({ isAside, path, lead, kind }: SheetPlace): (completion: Completion) => Completion {
  if (!isAside) {
    return (completion) => completion;
  }
  const key = path.at(-1);
  const isEntry = kind === 'key' && lead.endsWith('- ');
  const where = key === undefined ? l10n.t('at the top') : l10n.t('in {0}', key);
  return (completion) => ({
    ...completion,
    where,
    label: isEntry ? `- ${completion.label}` : completion.label,
  });
}
