import type { Policy } from '../lesson/policy';
import type { Status } from '../lesson/vocabulary';
import type { TextEdit } from '../textEdit';

/** What a fix does, as facts; the titles are written in `present/fixWording`. */
export type FixFact =
  | { readonly kind: 'assign-id'; readonly id: string }
  | { readonly kind: 'correct-id'; readonly id: string }
  | { readonly kind: 'quote'; readonly written: string }
  | { readonly kind: 'indent-with-blanks' }
  | { readonly kind: 'rename-key'; readonly key: string }
  | { readonly kind: 'use-value'; readonly value: string }
  | { readonly kind: 'use-title'; readonly title: string }
  | { readonly kind: 'set-status'; readonly status: Status }
  | { readonly kind: 'set-review'; readonly day: string }
  | { readonly kind: 'add-section'; readonly heading: string }
  | { readonly kind: 'add-front-matter' };

/** A way to mend a problem. A safe one can only mean what its author meant, so it may be made unasked. */
export type Fix = FixFact & {
  readonly isSafe: boolean;
  readonly edits: readonly TextEdit[];
};

/** What mending needs to know besides the text. */
export interface FixFacts {
  /** YYYY-MM-DD */
  readonly today: string;
  readonly policy: Policy;
  newId(): string;
}
