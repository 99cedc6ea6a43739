/** What YAML and JSON both can say. */
export type Data = string | number | boolean | null | readonly Data[] | { readonly [key: string]: Data };

/** Whether two plain values are the same, whatever the order of keys. */
export function isSameData(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    return Object.is(a, b);
  }
  if (Array.isArray(a) !== Array.isArray(b)) {
    return false;
  }
  const [left, right] = [Object.entries(a), Object.entries(b)];
  return (
    left.length === right.length &&
    left.every(
      ([key, value]) => Object.hasOwn(b, key) && isSameData(value, (b as Record<string, unknown>)[key]),
    )
  );
}
