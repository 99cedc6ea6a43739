/** Crockford's base32: no I, L, O or U, so that an id read aloud comes back the same. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const idPattern = /^LSN-[0-9A-HJKMNP-TV-Z]{8}$/;

export function isLessonId(value: string): boolean {
  return idPattern.test(value);
}

/**
 * A new lesson id: `LSN-` and 40 random bits.
 * @param random fills the array from a cryptographic generator, like `crypto.getRandomValues`
 */
export function newLessonId(random: (bytes: Uint8Array) => Uint8Array): string {
  // 256 is a multiple of 32, so the remainder is as even as the generator.
  const letters = Array.from(random(new Uint8Array(8)), (byte) => alphabet[byte % 32]);
  return `LSN-${letters.join('')}`;
}
