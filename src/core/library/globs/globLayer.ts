import { compileGlob } from '../../lesson/glob';
import { atOnce, type Pieces } from '../../pieces';
import { FolderPattern } from './folderPattern';
import { FolderPlan } from './folderPlan';
import { endingAsked, FolderRules } from './folderRules';
import { FolderTree } from './folderTree';
import type { GlobEntry, GlobHit } from './globEntry';
import { type GlobRow, rowsOf } from './globRow';
import { SegmentTests } from './segment';
import { Slots } from './slots';

/** As many numbers and references, about 16 megabytes, are kept of what was worked out for folders and endings. */
const mostKept = 2_000_000;

/** So many take a few milliseconds. */
const entriesInPiece = 100;

/** Every file: what an entry without paths asks for. */
const everything: readonly GlobRow[] = [{ folder: '**', name: { kind: 'any' } }];

/** Entries that are built into tables together, and never change. */
export class GlobLayer<T> {
  readonly entries: readonly GlobEntry<T>[];
  readonly #slots: Slots<T>;
  readonly #tree: FolderTree;
  /** The endings that make a difference. */
  readonly #endings: ReadonlySet<string>;
  readonly #longestEnding: number;
  #numbers: ReadonlyMap<T, number> | undefined;

  /** By folder; `undefined` for one that has to be looked at glob by glob. */
  readonly #plans = new Map<string, FolderPlan<T> | undefined>();
  readonly #plansByRules = new Map<string, FolderPlan<T>>();
  #kept = 0;
  #lastFolder = '';
  #lastPlan: FolderPlan<T> | undefined;

  private constructor(
    entries: readonly GlobEntry<T>[],
    slots: Slots<T>,
    tree: FolderTree,
    endings: ReadonlySet<string>,
  ) {
    this.entries = entries;
    this.#slots = slots;
    this.#tree = tree;
    this.#endings = endings;
    this.#longestEnding = [...endings].reduce((most, { length }) => Math.max(most, length), 0);
  }

  static of<T>(entries: readonly GlobEntry<T>[]): GlobLayer<T> {
    return atOnce(GlobLayer.building(entries));
  }

  static *building<T>(entries: readonly GlobEntry<T>[]): Pieces<GlobLayer<T>> {
    const [slots, tree] = [new Slots<T>(), new FolderTree()];
    const filing = new Filing(tree);
    for (const [number, { value, paths = [], exclude = [] }] of entries.entries()) {
      if (number % entriesInPiece === 0) {
        yield;
      }
      for (const glob of exclude) {
        filing.file(glob, slots.add(number, undefined));
      }
      for (const glob of paths) {
        filing.file(glob, slots.add(number, { value, glob }));
      }
      if (paths.length === 0) {
        filing.fileRows(everything, slots.add(number, { value, glob: '' }));
      }
    }
    return new GlobLayer(entries, slots, tree, filing.endings);
  }

  /** The place of a value's entry in `entries`. */
  numberOf(value: T): number | undefined {
    this.#numbers ??= new Map(this.entries.map((entry, number) => [entry.value, number]));
    return this.#numbers.get(value);
  }

  /**
   * @param gone by the number of an entry, 1 where it does not count any more
   * @returns in the order of the entries; the same array for many paths
   */
  lookup(path: string, gone: Uint8Array | undefined): readonly GlobHit<T>[] {
    const slash = path.lastIndexOf('/');
    const name = slash === -1 ? path : path.slice(slash + 1);
    const plan = slash === 0 ? undefined : this.#planAt(path, slash);
    if (plan === undefined || isIrregular(name)) {
      return this.#lookupOneByOne(path, gone);
    }
    const ending = this.#endingOf(name);
    let answers = plan.prepared(ending);
    if (answers === undefined) {
      answers = plan.prepare(ending);
      this.#keep(answers.size);
    }
    return answers.lookup(name, plan.slotsNaming(name), gone);
  }

  /** Neighbours are often asked for one after the other. */
  #planAt(path: string, slash: number): FolderPlan<T> | undefined {
    if (slash !== this.#lastFolder.length || !path.startsWith(this.#lastFolder)) {
      this.#lastFolder = slash === -1 ? '' : path.slice(0, slash);
      this.#lastPlan = this.#planOf(this.#lastFolder);
    }
    return this.#lastPlan;
  }

  /** The longest ending of a name that makes a difference. */
  #endingOf(name: string): string {
    let dot = name.indexOf('.', Math.max(0, name.length - this.#longestEnding));
    while (dot !== -1) {
      const ending = name.slice(dot);
      if (this.#endings.has(ending)) {
        return ending;
      }
      dot = name.indexOf('.', dot + 1);
    }
    return '';
  }

  #planOf(folder: string): FolderPlan<T> | undefined {
    const known = this.#plans.get(folder);
    if (known !== undefined || this.#plans.has(folder)) {
      return known;
    }
    const segments = folder === '' ? [] : folder.split('/');
    const plan = segments.some(isIrregular) ? undefined : this.#planFor(segments);
    this.#plans.set(folder, plan);
    this.#keep(folder.length + 10);
    return plan;
  }

  #planFor(segments: readonly string[]): FolderPlan<T> {
    const rules = this.#tree.rulesOf(segments);
    const key = rules.map(({ index }) => index).join();
    const known = this.#plansByRules.get(key);
    if (known !== undefined) {
      return known;
    }
    const plan = new FolderPlan(rules, this.#slots);
    this.#plansByRules.set(key, plan);
    this.#keep(key.length + rules.length + 20);
    return plan;
  }

  #keep(size: number): void {
    this.#kept += size;
    if (this.#kept > mostKept) {
      this.#plans.clear();
      this.#plansByRules.clear();
      this.#kept = 0;
    }
  }

  /** For paths with `.`, `..` or an empty segment, where the tables do not know what minimatch makes of them. */
  #lookupOneByOne(path: string, gone: Uint8Array | undefined): readonly GlobHit<T>[] {
    const tested = new Map<string, boolean>();
    const means = (glob: string) => {
      const isMeant = tested.get(glob) ?? compileGlob(glob)(path);
      tested.set(glob, isMeant);
      return isMeant;
    };
    return this.entries.flatMap(({ value, paths = [], exclude = [] }, number) => {
      if (gone?.[number] === 1 || exclude.some(means)) {
        return [];
      }
      const glob = paths.length === 0 ? '' : paths.find(means);
      return glob === undefined ? [] : [{ value, glob }];
    });
  }
}

function isIrregular(segment: string): boolean {
  return segment === '' || segment === '.' || segment === '..';
}

/** Files globs under their rows, reading each only once. */
class Filing {
  readonly endings = new Set<string>();
  readonly #tree: FolderTree;
  readonly #tests = new SegmentTests();
  readonly #rows = new Map<string, readonly GlobRow[]>();
  readonly #rules = new Map<string, FolderRules>();

  constructor(tree: FolderTree) {
    this.#tree = tree;
  }

  file(glob: string, slot: number): void {
    let rows = this.#rows.get(glob);
    if (rows === undefined) {
      rows = rowsOf(glob);
      this.#rows.set(glob, rows);
    }
    this.fileRows(rows, slot);
  }

  fileRows(rows: readonly GlobRow[], slot: number): void {
    for (const { folder, name } of rows) {
      this.#rulesOf(folder).add(name, slot, this.#tests);
      const ending = endingAsked(name);
      if (ending !== '') {
        this.endings.add(ending);
      }
    }
  }

  #rulesOf(folder: string): FolderRules {
    const known = this.#rules.get(folder);
    if (known !== undefined) {
      return known;
    }
    const rules = new FolderRules(new FolderPattern(folder, this.#tests), this.#rules.size);
    this.#rules.set(folder, rules);
    this.#tree.add(rules);
    return rules;
  }
}
