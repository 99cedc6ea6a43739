/**
 * What a key is for, said to an author who has never seen the format. Plain sentences that read the same as Markdown; the
 * example is YAML to copy, the key itself and its value.
 */
export interface Meaning {
  readonly meaning: string;
  readonly example?: string;
  /** What holds where the key is left out, in words. */
  readonly fallback?: string;
}

/** A meaning for every key of a record, and for every value of a choice: where one is missing, this does not compile. */
export type Meanings<Keys> = { readonly [Key in keyof Keys]: Meaning & Inside<ElementOf<Keys[Key]>> };

type ElementOf<R> = R extends { kind: 'list'; of: infer O } ? O : R;

type Inside<R> = R extends { kind: 'record'; keys: infer K }
  ? { readonly keys: Meanings<K> }
  : R extends { kind: 'choice'; values: readonly (infer V extends string)[] }
    ? { readonly values: Readonly<Record<V, string>> }
    : unknown;

/** The values of a choice that stands at a key of some record, each with its meaning. */
export type ValueMeanings<Key extends { kind: 'choice'; values: readonly string[] }> = Readonly<
  Record<Key['values'][number], string>
>;

/** A meaning with what lies below it, when its place is known only at run time. */
export interface MeaningNode extends Meaning {
  readonly keys?: Readonly<Record<string, MeaningNode>>;
  readonly values?: Readonly<Record<string, string>>;
}
