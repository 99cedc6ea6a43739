import { type BigIntStats, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { languageOfPath } from '../../core/match/language';
import { asksForText, reachingScopes } from '../../core/match/reachingScopes';
import type { Project } from '../project';
import type { CachedResult } from './cachedResult';
import { failureOf, largestFile } from './fileBytes';
import type { FileMatches, FileOutcome, FileState } from './fileChecker';
import { type PlannedFile, Planner } from './planner';
import { resultFor, stateNow } from './resultLookup';
import type { RunResults } from './runResults';
import type { SizedTask } from './runTasks';
import type { FileShortfall, Skipped, SkipReason } from './skipped';

interface OpenFile {
  readonly file: PlannedFile;
  readonly stats: BigIntStats;
  /** What is known of it if its content turns out to be the same. */
  readonly earlier?: CachedResult;
}

/** The files of one check: what each is asked, and what was found. */
export class ScanFiles {
  readonly #project: Project;
  readonly #all: boolean;
  readonly #planner: Planner;
  readonly #opened = new Map<string, OpenFile>();
  /** Only files with matches. */
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

  /** Finds out what each file is asked. Returns how many bytes of code are to be looked at. */
  plan(paths: readonly string[]): number {
    const { git } = this.#project;
    let size = 0;
    for (const path of paths) {
      const plan = this.#planner.plan(path, git?.committed(path) ?? 'nothing');
      if (plan.kind === 'path') {
        this.byPathOnly.add(path);
      } else if (plan.kind === 'text') {
        size += this.#open(plan.file);
      }
    }
    return size;
  }

  /** The files that have to be read; what an earlier run knows of the others is taken over. */
  recall(results: RunResults): readonly SizedTask[] {
    const tasks: SizedTask[] = [];
    for (const [path, { file, stats }] of this.#opened) {
      const earlier = resultFor(file, results.earlier(path, file.usesManifests));
      const state = earlier && stateNow(path, stats, earlier.state, this.#project.git);
      if (earlier !== undefined && state !== undefined) {
        this.#keep(path, state === earlier.state ? earlier : { ...earlier, state }, results);
      } else {
        const known = earlier && { known: earlier.state.content };
        this.#opened.set(path, { file, stats, ...(earlier && { earlier }) });
        tasks.push({ task: { path, committed: file.committed, ...known }, size: Number(stats.size) });
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
        const { kind, matches, changed, shortfalls } = outcome;
        const found = { kind, matches, changed };
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

  #open(file: PlannedFile): number {
    const { path } = file;
    const stats = this.#look(path);
    if (stats === undefined || !stats.isFile()) {
      return 0;
    }
    if (stats.size > largestFile) {
      this.#skip(path, 'large');
      return 0;
    }
    this.#opened.set(path, { file, stats });
    return Number(stats.size);
  }

  #look(path: string): BigIntStats | undefined {
    try {
      return lstatSync(join(this.#project.root, path), { bigint: true });
    } catch (error) {
      this.#skip(path, failureOf(error as NodeJS.ErrnoException).reason);
      return undefined;
    }
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
    if (found.matches.length > 0) {
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
  { digest, committed, usesManifests }: PlannedFile,
  state: FileState,
  found: CachedResult['found'],
): CachedResult {
  return { state, scopes: digest, committed, usesManifests, found };
}
