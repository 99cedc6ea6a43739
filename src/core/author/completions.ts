import type { AuthorContext, Completion } from './completion';
import { keyCompletions } from './keyCompletions';
import { lessonsInProse } from './lessonCompletions';
import type { Place } from './place';
import { skeletonCompletions } from './skeletonCompletions';
import { valueCompletions } from './valueCompletions';

/** What may be written at a place, the likeliest first. Nothing is left out for what is typed already. */
export async function completionsAt(place: Place, context: AuthorContext): Promise<readonly Completion[]> {
  switch (place.kind) {
    case 'start':
      return skeletonCompletions(place, context);
    case 'key':
      return keyCompletions(place, context);
    case 'value':
      return valueCompletions(place, context);
    case 'body':
      return lessonsInProse(place, context);
  }
}
