import { atOnce, type Pieces } from '../pieces';

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

/** What a question ends with that nobody wants answered any more; what was begun for it has come to no end. */
export class Unwanted extends Error {
  constructor() {
    super('Nobody wants the answer any more.');
  }
}

/**
 * Does work with a turn for others between its pieces.
 * @throws Unwanted
 */
export async function inTurns<T>(work: Pieces<T>, turns: Turns): Promise<T> {
  if (turns === withoutPause) {
    return atOnce(work);
  }
  for (;;) {
    if (!(await turns.next())) {
      // What it holds outside of the garbage collector's reach is given back.
      work.return(undefined as never);
      throw new Unwanted();
    }
    const { done, value } = work.next();
    if (done === true) {
      return value;
    }
  }
}
