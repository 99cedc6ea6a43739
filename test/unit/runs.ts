/**
 * How many cases a property is tried with: few each time, as every run has other ones. `LESSONS_RUNS=20` in the
 * environment tries twenty times as many.
 */
export function runs(ordinary: number): number {
  return Math.ceil(ordinary * Number(process.env.LESSONS_RUNS ?? 1));
}
