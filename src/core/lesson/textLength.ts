/** Whether a text has as many characters as a rule wants, counted as JSON Schema counts: an emoji is one. */
export function hasLength(
  value: string,
  { min = 0, max = Number.POSITIVE_INFINITY }: { readonly min?: number; readonly max?: number },
): boolean {
  if (min * 2 <= value.length && value.length <= max) {
    // It never has more characters than code units, and never fewer than half as many.
    return true;
  }
  const { length } = [...value];
  return min <= length && length <= max;
}
