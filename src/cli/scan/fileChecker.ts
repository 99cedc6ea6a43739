import { join } from 'node:path';
import type { Library } from '../../core/library/library';
import type { ByteScan } from '../../core/library/patterns/literalPlaces';
import { type ChangedLines, noLines } from '../../core/match/changedLines';
import { conflictLines, outside } from '../../core/match/conflicts';
import { matchSource } from '../../core/match/engine';
import type { Shortfall } from '../../core/match/gather';
import { languageOfPath } from '../../core/match/language';
import { reachingScopes } from '../../core/match/reachingScopes';
import { sourceOf } from '../../core/match/source';
import { type Suppression, suppressionWord } from '../../core/match/suppressions/suppression';
import { suppressionsIn } from '../../core/match/suppressions/suppressionsIn';
import type { Tools } from '../../core/match/tools';
import { changedSince } from '../git';
import type { GitBlobs } from '../gitBlobs';
import type { Committed } from '../gitStatus';
import { decodedText, isNarrow } from './decodedText';
import { bytesOf, contentId } from './fileBytes';
import type { FileStamp } from './fileStamp';
import { type KeptMatch, keptMatch } from './keptMatch';
import type { SkipReason } from './skipped';

/** A file to be looked at. Plain data, as all that goes to a worker and comes back. */
export interface FileTask {
  readonly path: string;
  readonly committed: Committed;
  /** The id of a content for which the outcome is known, so that it is enough to say that it is still there. */
  readonly known?: string;
}

/** The bytes that were looked at. */
export interface FileState {
  /** As git's id of a blob. */
  readonly content: string;
  readonly size: number;
  /** As long as the file has this stamp, it has this content; absent where that is not sure. */
  readonly stamp?: FileStamp;
}

/** What lessons have in a file. */
export interface FileMatches {
  readonly kind: 'matched';
  readonly matches: readonly KeptMatch[];
  /** The comments that keep lessons quiet. */
  readonly suppressions: readonly Suppression[];
  /** Nobody asks where there are no matches. */
  readonly changed: ChangedLines;
}

export type FileOutcome = { readonly path: string; readonly state?: FileState } & (
  | (FileMatches & { readonly shortfalls: readonly Shortfall[] })
  /** It has the content that was known. */
  | { readonly kind: 'known' }
  | { readonly kind: 'skipped'; readonly reason: SkipReason }
);

/** Looks at the files of a project one by one, the same in every thread. */
export class FileChecker {
  readonly #root: string;
  readonly #library: Library;
  readonly #tools: Tools;
  readonly #blobs: GitBlobs;

  constructor(root: string, library: Library, tools: Tools, blobs: GitBlobs) {
    this.#root = root;
    this.#library = library;
    this.#tools = tools;
    this.#blobs = blobs;
  }

  async check({ path, committed, known }: FileTask): Promise<FileOutcome> {
    const read = bytesOf(join(this.#root, path));
    if (read.kind === 'skipped') {
      return { path, kind: 'skipped', reason: read.reason };
    }
    const { bytes, stamp } = read;
    const state = { content: contentId(bytes), size: bytes.length, ...(stamp !== undefined && { stamp }) };
    if (state.content === known) {
      return { path, state, kind: 'known' };
    }
    const scan = isNarrow(bytes) ? this.#library.index.patterns.set.scan(bytes) : undefined;
    const isEmpty = scan !== undefined && !bytes.includes(0) && this.#hasNothing(path, scan);
    if (isEmpty && !bytes.includes(suppressionWord)) {
      return {
        path,
        state,
        kind: 'matched',
        matches: [],
        suppressions: [],
        shortfalls: [],
        changed: noLines,
      };
    }
    const text = decodedText(bytes);
    if (text === undefined) {
      return { path, state, kind: 'skipped', reason: 'binary' };
    }
    const source = sourceOf(path, text);
    const changesIn = () => changedSince(committed, source.text, this.#blobs);
    const matched = await matchSource(this.#library, source, this.#tools, changesIn, scan);
    const { shortfalls } = matched;
    // What a merge has left to be decided is nobody's code yet.
    const matches = outside(matched.matches, conflictLines(source.text));
    const changed = matches.length === 0 ? noLines : await changesIn();
    const suppressions = suppressionsIn(source.text, source.language);
    return {
      ...{ path, state, kind: 'matched', matches: matches.map(keptMatch), suppressions },
      ...{ shortfalls, changed },
    };
  }

  /** Whether the bytes tell already that no lesson has anything in a file: all ask for patterns of which nothing is there. */
  #hasNothing(path: string, scan: ByteScan): boolean {
    const { patterns } = this.#library.index;
    const scopes = reachingScopes(this.#library, path, languageOfPath(path)).map(({ scope }) => scope);
    return scopes.every(({ hasPattern }) => hasPattern) && !patterns.set.mayHit(scan, patterns.among(scopes));
  }
}
