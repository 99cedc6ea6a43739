import { compileGlob, type GlobTest } from '../lesson/glob';
import { type IndexedScope, isRetired, type Lesson } from '../lesson/lesson';
import { compilePattern, type Pattern } from '../lesson/pattern';

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

  get pattern(): Pattern | undefined {
    const { pattern, flags } = this.scope;
    if (pattern !== undefined) {
      this.#pattern ??= compilePattern(pattern, flags);
    }
    return this.#pattern;
  }

  get notPattern(): Pattern | undefined {
    const { not_pattern, flags } = this.scope;
    if (not_pattern !== undefined) {
      this.#notPattern ??= compilePattern(not_pattern, flags);
    }
    return this.#notPattern;
  }
}

/** A lesson with the scopes by which it can match; none while it is retired. */
export class CompiledLesson {
  readonly lesson: Lesson;
  readonly scopes: readonly CompiledScope[];

  constructor(lesson: Lesson) {
    this.lesson = lesson;
    this.scopes = isRetired(lesson) ? [] : lesson.scopes.map((scope) => new CompiledScope(scope));
  }
}

function compileAll(globs: readonly string[] = []): readonly NamedGlob[] {
  return globs.map((glob) => ({ glob, test: compileGlob(glob) }));
}
