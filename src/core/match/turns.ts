/** How long work stays polite. The core owns no time, so the fronts say when it is somebody else's turn. */
export interface Turns {
  /**
   * To be asked between any two pieces of work, each a few milliseconds at most. Waits where others should go first;
   * false where nobody wants the answer any more.
   */
  next(): Promise<boolean>;
}

/** For a front that does nothing else meanwhile. */
export const withoutPause: Turns = { next: async () => true };
