import { join } from 'node:path';
import type { ManifestFiles } from '../../core/match/packages/projectManifests';
import { decodedText } from './decodedText';
import { bytesOf, contentId } from './fileBytes';

/** A manifest that was asked for, and the id of its content; none where it could not be read. */
export type ManifestReading = readonly [path: string, content: string | null];

/** Reads a project's manifests, each once, and remembers which: what was found depends on all of them. */
export class ManifestReadings implements ManifestFiles {
  readonly #root: string;
  readonly #known = new Map<string, { readonly text?: string; readonly content: string | null }>();
  #recent: ManifestReading[] = [];

  constructor(root: string) {
    this.#root = root;
  }

  async read(path: string): Promise<string | undefined> {
    return this.#look(path).text;
  }

  contentOf(path: string): string | null {
    return this.#look(path).content;
  }

  /** What was read since this was asked last. */
  takeRecent(): readonly ManifestReading[] {
    const recent = this.#recent;
    this.#recent = [];
    return recent;
  }

  #look(path: string) {
    const known = this.#known.get(path);
    if (known !== undefined) {
      return known;
    }
    const read = bytesOf(join(this.#root, path));
    const found =
      read.kind === 'bytes'
        ? { text: decodedText(read.bytes), content: contentId(read.bytes) }
        : { content: null };
    this.#known.set(path, found);
    this.#recent.push([path, found.content]);
    return found;
  }
}
