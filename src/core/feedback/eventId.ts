import { alphabet, type Random, randomLetters } from '../lesson/identity';

/** A ULID: ten characters of time, of which the first has three bits, and sixteen of chance. */
const form = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

export function isEventId(value: string): boolean {
  return form.test(value);
}

/**
 * A new event id: a ULID whose time is the beginning of a day. To the millisecond it would tell when somebody was at
 * work; with 80 random bits it needs no more to be the only one.
 * @param day YYYY-MM-DD
 */
export function newEventId(day: string, random: Random): string {
  let rest = Date.parse(`${day}T00:00:00Z`);
  let time = '';
  for (let digit = 0; digit < 10; digit++) {
    time = `${alphabet[rest % 32]}${time}`;
    rest = Math.floor(rest / 32);
  }
  return `${time}${randomLetters(16, random)}`;
}
