import type { Votes } from './votes';

type Opinions = Pick<Votes, 'useful' | 'notUseful'>;

/** Two-sided 95 %, and one-sided. */
const twoSided = 1.96;
const oneSided = 1.645;

/** What a lesson is worth of which nobody has said anything: as if nine of ten had found it useful. */
const prior: Opinions = { useful: 9, notUseful: 1 };

/**
 * The share that is at least to be expected after so few answers: Wilson's lower bound.
 * Wilson, Probable Inference, the Law of Succession, and Statistical Inference, 1927.
 */
export function wilsonLowerBound(hits: number, of: number, z: number): number {
  const share = hits / of;
  const spread = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  return (share + (z * z) / (2 * of) - spread) / (1 + (z * z) / of);
}

/** How useful a lesson is at least, from 0 to 1. */
export function usefulness(votes: Opinions): number {
  const { useful, notUseful } = votes.useful + votes.notUseful === 0 ? prior : votes;
  return wilsonLowerBound(useful, useful + notUseful, twoSided);
}

/**
 * By how many levels votes quieten a lesson. By one, when it is all but sure that more than one in ten found it of no use:
 * the bar of Tricorder (Sadowski et al., Lessons from Building Static Analysis Tools at Google, 2018). After that, votes
 * count anew; as a set of them has no order, they are taken for evenly spread: by as many levels as there are equal parts
 * of them that each pass the bar alone.
 */
export function demotionsOf(votes: Opinions): number {
  let steps = 0;
  while (isNoisy(votes, steps + 1)) {
    steps++;
  }
  return steps;
}

function isNoisy({ useful, notUseful }: Opinions, parts: number): boolean {
  const [against, all] = [notUseful / parts, (useful + notUseful) / parts];
  return against >= 2 && all >= 4 && wilsonLowerBound(against, all, oneSided) > 0.1;
}
