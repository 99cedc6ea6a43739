import { EndingPlan } from './endingPlan';
import type { FolderRules } from './folderRules';
import { append, type Slots } from './slots';

/** Answers for the files of all folders that the same rules mean. */
export class FolderPlan<T> {
  readonly #rules: readonly FolderRules[];
  readonly #slots: Slots<T>;
  readonly #literal: readonly ReadonlyMap<string, readonly number[]>[];
  readonly #endings = new Map<string, EndingPlan<T>>();

  constructor(rules: readonly FolderRules[], slots: Slots<T>) {
    this.#rules = rules;
    this.#slots = slots;
    this.#literal = rules.flatMap(({ literal }) => literal ?? []);
  }

  prepared(ending: string): EndingPlan<T> | undefined {
    return this.#endings.get(ending);
  }

  prepare(ending: string): EndingPlan<T> {
    const plan = new EndingPlan(this.#rules, ending, this.#slots);
    this.#endings.set(ending, plan);
    return plan;
  }

  /** The slots of the globs that name a file. */
  slotsNaming(name: string): number[] {
    const slots: number[] = [];
    for (const table of this.#literal) {
      const named = table.get(name);
      if (named !== undefined) {
        append(named, slots);
      }
    }
    return slots;
  }
}
