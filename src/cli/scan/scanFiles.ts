import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { languageOfPath } from '../../core/match/language';
import { asksForText, reachingScopes } from '../../core/match/reachingScopes';
import type { Project } from '../project';
import type { CachedResult } from './cachedResult';
import { failureOf, largestFile } from './fileBytes';
import type { FileMatches, FileOutcome, FileState } from './fileChecker';
import { type FileStamp, stampOf } from './fileStamp';
import { type PlannedFile, Planner } from './planner';
import { resultFor, stateNow } from './resultLookup';
import type { RunResults } from './runResults';
import type { SizedTask } from './runTasks';
import type { FileShortfall, Skipped, SkipReason } from './skipped';

/** A file that has to be read. */
interface OpenFile {
  readonly file: PlannedFile;
  /** What is known of it if its content turns out to be the same. */
  readonly earlier?: CachedResult;
}

/** The files of one check: what each is asked, and what was found. */
export class ScanFiles {
  readonly #project: Project;
  readonly #all: boolean;
  readonly #planner: Planner;
  readonly #opened = new Map<string, OpenFile>();
  /** Only files with matches, or with comments that keep some quiet. */
  readonly found = new Map<string, FileMatches>();
  /** Files of which the path alone is asked. */
  readonly byPathOnly = new Set<string>();
  readonly skipped: Skipped[] = [];
  readonly shortfalls: FileShortfall[] = [];

  constructor(project: Project, all: boolean) {
    this.#project = project;
    this.#all = all;
    this.#planner = new Planner(project.library, all);
  }

  /** The files that have to be read; what an earlier run knows of the others is taken over. */
  plan(paths: readonly string[], results: RunResults): readonly SizedTask[] {
    const { git } = this.#project;
    const tasks: SizedTask[] = [];
    for (const path of paths) {
      const plan = this.#planner.plan(path, git?.committed(path) ?? 'nothing');
      const stamp = plan.kind === 'text' ? this.#look(path) : undefined;
      if (plan.kind === 'path') {
        this.byPathOnly.add(path);
      } else if (plan.kind === 'text' && stamp !== undefined) {
        tasks.push(...this.#recall(plan.file, stamp, results));
      }
    }
    return tasks;
  }

  take(outcome: FileOutcome, results: RunResults): void {
    const { path, state } = outcome;
    const open = this.#opened.get(path);
    if (open === undefined) {
      return;
    }
    switch (outcome.kind) {
      case 'known':
        if (open.earlier !== undefined && state !== undefined) {
          this.#keep(path, { ...open.earlier, state }, results);
        }
        break;
      case 'skipped': {
        const { reason } = outcome;
        if (reason === 'binary' && state !== undefined) {
          this.#keep(path, resultOf(open.file, state, { kind: 'skipped', reason }), results);
        } else {
          this.#skip(path, reason);
        }
        break;
      }
      case 'matched': {
        const { kind, matches, suppressions, changed, shortfalls } = outcome;
        const found = { kind, matches, suppressions, changed };
        this.shortfalls.push(...shortfalls.map((one) => ({ path, ...one })));
        if (shortfalls.length > 0 || state === undefined) {
          // The next time it may succeed.
          this.#find(path, found);
        } else {
          this.#keep(path, resultOf(open.file, state, found), results);
        }
        break;
      }
    }
  }

  #recall(file: PlannedFile, stamp: FileStamp, results: RunResults): SizedTask[] {
    const { path, committed, demand } = file;
    const earlier = resultFor(file, results.earlier(path, demand.usesManifests));
    const state = earlier && stateNow(path, stamp, earlier.state, this.#project.git);
    if (earlier !== undefined && state !== undefined) {
      this.#keep(path, state === earlier.state ? earlier : { ...earlier, state }, results);
      return [];
    }
    this.#opened.set(path, { file, ...(earlier && { earlier }) });
    const known = earlier && { known: earlier.state.content };
    return [{ task: { path, committed, ...known }, size: stamp[0] }];
  }

  /** Of a file that may be read; `undefined` for others, and for links, which are no files of their own. */
  #look(path: string): FileStamp | undefined {
    try {
      const stats = lstatSync(join(this.#project.root, path));
      if (stats.isFile() && stats.size <= largestFile) {
        return stampOf(stats);
      }
      if (stats.isFile()) {
        this.#skip(path, 'large');
      }
    } catch (error) {
      this.#skip(path, failureOf(error as NodeJS.ErrnoException).reason);
    }
    return undefined;
  }

  #keep(path: string, result: CachedResult, results: RunResults): void {
    results.add(path, result);
    if (result.found.kind === 'skipped') {
      this.#skip(path, result.found.reason);
    } else {
      this.#find(path, result.found);
    }
  }

  #find(path: string, found: FileMatches): void {
    if (found.matches.length + found.suppressions.length > 0) {
      this.found.set(path, found);
    }
  }

  /** A file that cannot be read may be meant by its path all the same. */
  #skip(path: string, reason: SkipReason): void {
    const language = languageOfPath(path) ?? 'plaintext';
    // Others were only to be asked for their first line, and do not begin like a script.
    if (reachingScopes(this.#project.library, path, language).some(({ scope }) => asksForText(scope))) {
      this.skipped.push({ path, reason });
    }
    if (this.#all && reason !== 'vanished') {
      this.byPathOnly.add(path);
    }
  }
}

function resultOf(
  { demand: { digest, usesManifests }, committed }: PlannedFile,
  state: FileState,
  found: CachedResult['found'],
): CachedResult {
  return { state, scopes: digest, committed, usesManifests, found };
}
