import { compileGlob, type GlobTest } from '../lesson/glob';
import { type IndexedScope, isRetired, type Lesson } from '../lesson/lesson';
import { compilePattern, type Pattern, patternThat } from '../lesson/pattern';

interface NamedGlob {
  readonly glob: string;
  readonly test: GlobTest;
}

/** A scope with its globs and patterns ready to run; each is compiled when first asked for. */
export class CompiledScope {
  readonly index: number;
  readonly scope: IndexedScope['scope'];
  #paths?: readonly NamedGlob[];
  #exclude?: readonly NamedGlob[];
  #pattern?: Pattern;
  #notPattern?: Pattern;

  constructor({ index, scope }: IndexedScope) {
    this.index = index;
    this.scope = scope;
  }

  /** The glob that lets the path in; an empty string where the scope names no paths; `undefined` where none does. */
  pathReason(path: string): string | undefined {
    this.#exclude ??= compileAll(this.scope.exclude);
    if (this.#exclude.some(({ test }) => test(path))) {
      return undefined;
    }
    this.#paths ??= compileAll(this.scope.paths);
    return this.#paths.length === 0 ? '' : this.#paths.find(({ test }) => test(path))?.glob;
  }

  /** Whether there is a pattern, without compiling it. */
  get hasPattern(): boolean {
    return this.scope.pattern !== undefined;
  }

  get pattern(): Pattern | undefined {
    const { pattern, flags } = this.scope;
    if (pattern !== undefined) {
      this.#pattern ??= compiled(pattern, flags, 'nothing');
    }
    return this.#pattern;
  }

  get notPattern(): Pattern | undefined {
    const { not_pattern, flags } = this.scope;
    if (not_pattern !== undefined) {
      this.#notPattern ??= compiled(not_pattern, flags, 'everything');
    }
    return this.#notPattern;
  }
}

/**
 * Parsing refuses a pattern that is not whole. One that comes in by another way, as from a damaged cache, must not end
 * the matching of all others: its scope matches nothing.
 */
function compiled(source: string, flags: string | undefined, otherwise: 'nothing' | 'everything'): Pattern {
  try {
    return compilePattern(source, flags);
  } catch {
    return patternThat(otherwise);
  }
}

/** A lesson with the scopes by which it can match; none while it is retired. */
export class CompiledLesson {
  readonly lesson: Lesson;
  #scopes?: readonly CompiledScope[];

  constructor(lesson: Lesson) {
    this.lesson = lesson;
  }

  /** Made when first asked for, and the same from then on. */
  get scopes(): readonly CompiledScope[] {
    const { lesson } = this;
    this.#scopes ??= isRetired(lesson) ? [] : lesson.scopes.map((scope) => new CompiledScope(scope));
    return this.#scopes;
  }
}

function compileAll(globs: readonly string[] = []): readonly NamedGlob[] {
  return globs.map((glob) => ({ glob, test: compileGlob(glob) }));
}
