import type { FolderPattern } from './folderPattern';
import { NameTests, type TestedForm } from './nameTests';
import type { SegmentForm, SegmentTests } from './segment';

/** All that globs with the same folders say of the names in them. */
export class FolderRules {
  readonly pattern: FolderPattern;
  /** By the order of creation, so that a folder's rules have one order. */
  readonly index: number;
  /** The slots of `*`. */
  readonly any: number[] = [];
  /** `Makefile` */
  literal: Map<string, number[]> | undefined;
  /** `*.ts` and `*.d.ts`, by what follows the star. */
  endings: Map<string, number[]> | undefined;
  /** The rest, by the ending that it asks for; empty where it asks for none. */
  tests: Map<string, NameTests> | undefined;

  constructor(pattern: FolderPattern, index: number) {
    this.pattern = pattern;
    this.index = index;
  }

  add(name: SegmentForm, slot: number, tests: SegmentTests): void {
    if (name.kind === 'any') {
      this.any.push(slot);
    } else if (name.kind === 'literal') {
      this.literal ??= new Map();
      push(this.literal, name.text, slot);
    } else if (name.kind === 'affix' && name.prefix === '' && name.suffix.startsWith('.')) {
      this.endings ??= new Map();
      push(this.endings, name.suffix, slot);
    } else {
      this.#addTest(name, slot, tests);
    }
  }

  #addTest(form: TestedForm, slot: number, tests: SegmentTests): void {
    this.tests ??= new Map();
    const ending = endingAsked(form);
    let known = this.tests.get(ending);
    if (known === undefined) {
      known = new NameTests(ending.length);
      this.tests.set(ending, known);
    }
    known.add(form, slot, tests);
  }
}

/** The ending that a form asks for: from the first dot on of what it ends with; empty where it may be any. */
export function endingAsked(form: SegmentForm): string {
  const suffix = form.kind === 'affix' || form.kind === 'other' ? form.suffix : '';
  const dot = suffix.indexOf('.');
  return dot === -1 ? '' : suffix.slice(dot);
}

function push(table: Map<string, number[]>, key: string, slot: number): void {
  const known = table.get(key);
  if (known === undefined) {
    table.set(key, [slot]);
  } else {
    known.push(slot);
  }
}
