/** How the core gets at the manifests of a project. */
export interface ManifestFiles {
  /** `undefined` where there is no such file. */
  read(path: string): Promise<string | undefined>;
}
