/** What asks for paths by globs. */
export interface GlobEntry<T> {
  /** What it is told apart by. */
  readonly value: T;
  /** Every path where there are none. */
  readonly paths?: readonly string[];
  readonly exclude?: readonly string[];
}

export interface GlobHit<T> {
  readonly value: T;
  /** The first of the entry's paths that lets the path in; empty where the entry names no paths. */
  readonly glob: string;
}
