import type { Control } from '../lesson/control';
import type { Confidence, Level, Severity } from '../lesson/vocabulary';
import type { MatchClass } from '../match/match';
import type { Show, Silence } from './facts';

/** none: the rule leaves the match as it is. lower: it speaks more softly. silence: it is no diagnostic. */
export type Effect = 'none' | 'lower' | 'silence';

/** What a rule looked at. */
export type RuleFacts =
  | { readonly rule: 'class'; readonly class: MatchClass }
  | { readonly rule: 'conflict' }
  | { readonly rule: 'suppressed'; readonly silence?: Silence }
  | { readonly rule: 'orphaned' }
  /** `control` is in place. */
  | { readonly rule: 'codified'; readonly control?: Control }
  | {
      readonly rule: 'level';
      readonly level: Level;
      readonly severity: Severity;
      readonly confidence: Confidence;
      readonly cap?: Level;
    }
  | { readonly rule: 'proposed' }
  | { readonly rule: 'demoted'; readonly steps: number; readonly from: Level; readonly to: Level }
  | { readonly rule: 'changed'; readonly isChanged: boolean; readonly show: Show }
  | { readonly rule: 'setting'; readonly show: Show }
  /** `ahead` are titles of the lessons that took the places. */
  | {
      readonly rule: 'symbol-budget';
      readonly symbol: string;
      readonly limit: number;
      readonly ahead: readonly string[];
    }
  /** Asked only where a lesson has more hits than that. */
  | { readonly rule: 'hit-budget'; readonly limit: number }
  | { readonly rule: 'file-budget'; readonly limit: number; readonly ahead: readonly string[] };

/** What one rule made of one match. */
export type Ruling = RuleFacts & { readonly effect: Effect };

/** In the order of asking. A match that a rule silences is still asked about by the others, but takes no place. */
export type Rule = RuleFacts['rule'];
