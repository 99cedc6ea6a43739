import type { FolderPattern } from './folderPattern';
import type { SegmentForm, SegmentTest, SegmentTests } from './segment';

/** A test of names that the tables cannot answer, with what it decides. */
export interface NameTest {
  readonly test: SegmentTest;
  readonly slots: number[];
  /** From the last dot on, where every name that passes ends so. */
  readonly ending: string | undefined;
  /** What every name that passes begins with. */
  readonly prefix: string;
  /** What every name that passes ends with. */
  readonly suffix: string;
}

/** All that globs with the same folders say of the names in them. Slots are numbers that the layer gives out. */
export class FolderRules {
  readonly pattern: FolderPattern;
  /** By the order of creation, so that a folder's rules have one order. */
  readonly index: number;
  /** `*` */
  readonly any: number[] = [];
  /** `Makefile` */
  literal: Map<string, number[]> | undefined;
  /** `*.ts`, by `.ts` */
  endings: Map<string, number[]> | undefined;
  /** The rest, by what they ask: the two ends of a name with a slash between, or a glob. */
  tests: Map<string, NameTest> | undefined;

  constructor(pattern: FolderPattern, index: number) {
    this.pattern = pattern;
    this.index = index;
  }

  add(name: SegmentForm, slot: number, tests: SegmentTests): void {
    switch (name.kind) {
      case 'any':
        this.any.push(slot);
        return;
      case 'literal':
        this.literal ??= new Map();
        push(this.literal, name.text, slot);
        return;
      case 'affix':
        if (name.prefix === '' && name.suffix.lastIndexOf('.') === 0) {
          this.endings ??= new Map();
          push(this.endings, name.suffix, slot);
          return;
        }
        this.#addTest(`${name.prefix}/${name.suffix}`, name, slot, tests);
        return;
      case 'other':
        this.#addTest(name.glob, name, slot, tests);
        return;
    }
  }

  #addTest(
    key: string,
    form: SegmentForm & { kind: 'affix' | 'other' },
    slot: number,
    tests: SegmentTests,
  ): void {
    this.tests ??= new Map();
    const known = this.tests.get(key);
    if (known !== undefined) {
      known.slots.push(slot);
      return;
    }
    const { prefix, suffix } = form;
    const ending = suffix.includes('.') ? endingOf(suffix) : undefined;
    this.tests.set(key, { test: tests.of(form), slots: [slot], ending, prefix, suffix });
  }
}

/** From the last dot on; empty without a dot. */
export function endingOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot === -1 ? '' : name.slice(dot);
}

function push(table: Map<string, number[]>, key: string, slot: number): void {
  const known = table.get(key);
  if (known === undefined) {
    table.set(key, [slot]);
  } else {
    known.push(slot);
  }
}
