import type { Pieces } from '../pieces';
import type { CompiledLesson, CompiledScope } from './compiledLesson';
import type { GlobEntry, GlobHit } from './globs/globEntry';
import { GlobIndex } from './globs/globIndex';
import { ScopePatterns } from './scopePatterns';

/** A scope with the lesson that it belongs to. */
export interface LessonScope {
  readonly lesson: CompiledLesson;
  readonly scope: CompiledScope;
}

/** A scope that lets a file in, and by which of its globs: an empty string where it names no paths. */
export interface ReachingScope extends LessonScope {
  readonly glob: string;
}

/**
 * Which scopes of all lessons let a file in, and their patterns as one; both are made when first asked for. Never changes:
 * the index of other lessons is derived from it.
 */
export class ScopeIndex {
  readonly #lessons: readonly CompiledLesson[];
  /** Made with the first of what is made of them. */
  #scopes: ReadonlyMap<CompiledLesson, readonly LessonScope[]> | undefined;
  #globs: GlobIndex<LessonScope> | undefined;
  #patterns: ScopePatterns | undefined;
  /** Of the hits of the globs, by language; the same hits are given for many paths. */
  readonly #reaching = new WeakMap<
    readonly GlobHit<LessonScope>[],
    Map<string | undefined, readonly ReachingScope[]>
  >();

  private constructor(lessons: readonly CompiledLesson[]) {
    this.#lessons = lessons;
  }

  static of(lessons: readonly CompiledLesson[]): ScopeIndex {
    return new ScopeIndex(lessons);
  }

  /** The index of other lessons; what both have in common is taken over. */
  of(lessons: readonly CompiledLesson[]): ScopeIndex {
    const next = new ScopeIndex(lessons);
    const known = this.#scopes;
    if (known === undefined) {
      return next;
    }
    const scopes = new Map(lessons.map((lesson) => [lesson, known.get(lesson) ?? scopesOf(lesson)] as const));
    const added = [...scopes].flatMap(([lesson, own]) => (known.has(lesson) ? [] : own));
    const removed = [...known].flatMap(([lesson, own]) => (scopes.has(lesson) ? [] : own));
    next.#scopes = scopes;
    next.#globs = this.#globs?.with(removed, added.map(entryOf));
    if (![...added, ...removed].some(({ scope }) => scope.hasPattern)) {
      next.#patterns = this.#patterns;
    }
    return next;
  }

  get patterns(): ScopePatterns {
    this.#patterns ??= new ScopePatterns(this.#all().map(({ scope }) => scope));
    return this.#patterns;
  }

  /** Makes what `reaching` needs, so that the first one to ask does not have to wait for it at one go. */
  *prepare(): Pieces<void> {
    if (this.#globs === undefined) {
      const globs = yield* GlobIndex.building(this.#all().map(entryOf));
      this.#globs ??= globs;
    }
  }

  /**
   * The scopes whose paths and languages let a file in, in no order that means anything.
   * @param language `undefined` where only the text tells it: then every language is let in
   * @returns to be read only: the same array for many paths
   */
  reaching(path: string, language: string | undefined): readonly ReachingScope[] {
    this.#globs ??= GlobIndex.of(this.#all().map(entryOf));
    const hits = this.#globs.lookup(path);
    const known = this.#reaching.get(hits) ?? new Map<string | undefined, readonly ReachingScope[]>();
    const scopes = known.get(language) ?? reachingOf(hits, language);
    this.#reaching.set(hits, known.set(language, scopes));
    return scopes;
  }

  #all(): readonly LessonScope[] {
    this.#scopes ??= new Map(this.#lessons.map((lesson) => [lesson, scopesOf(lesson)]));
    return [...this.#scopes.values()].flat();
  }
}

function reachingOf(
  hits: readonly GlobHit<LessonScope>[],
  language: string | undefined,
): readonly ReachingScope[] {
  return hits.flatMap(({ value: { lesson, scope }, glob }) => {
    const { languages } = scope.scope;
    return languages === undefined || language === undefined || languages.includes(language)
      ? [{ lesson, scope, glob }]
      : [];
  });
}

function scopesOf(lesson: CompiledLesson): readonly LessonScope[] {
  return lesson.scopes.map((scope) => ({ lesson, scope }));
}

function entryOf(value: LessonScope): GlobEntry<LessonScope> {
  const { paths, exclude } = value.scope.scope;
  return { value, ...(paths && { paths }), ...(exclude && { exclude }) };
}
