/** Crockford's base32: no I, L, O or U, so that an id read aloud comes back the same. */
export const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const idPattern = /^LSN-[0-9A-HJKMNP-TV-Z]{8}$/;

export function isLessonId(value: string): boolean {
  return idPattern.test(value);
}

/** Fills an array from a cryptographic generator, like `crypto.getRandomValues`. */
export type Random = (bytes: Uint8Array) => Uint8Array;

/** A new lesson id: `LSN-` and 40 random bits. */
export function newLessonId(random: Random): string {
  return `LSN-${randomLetters(8, random)}`;
}

/** So many letters of the alphabet, with 5 random bits each. */
export function randomLetters(count: number, random: Random): string {
  // 256 is a multiple of 32, so the remainder is as even as the generator.
  return Array.from(random(new Uint8Array(count)), (byte) => alphabet[byte % 32]).join('');
}
