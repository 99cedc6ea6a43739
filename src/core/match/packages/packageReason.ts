/** Why a package of a scope holds for a file. */
export interface PackageReason {
  readonly ecosystem: string;
  readonly name: string;
}
