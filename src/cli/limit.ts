import { UsageError } from './io';

/**
 * How many to show at most.
 * @throws UsageError where what was written is no such number
 */
export function limitOf(written: string | undefined, usual: number): number {
  if (written === undefined) {
    return usual;
  }
  if (!/^[1-9]\d{0,8}$/.test(written)) {
    throw new UsageError(`--limit takes a whole number from 1 on, and "${written}" is none.`);
  }
  return Number(written);
}
