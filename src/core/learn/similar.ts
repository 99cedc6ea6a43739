import { compileGlob } from '../lesson/glob';
import { isRetired, type Lesson, type Scope } from '../lesson/lesson';
import { pageOf } from '../lesson/link';
import { meansSymbol } from '../match/codeSymbol';
import type { Turns } from '../match/turns';
import type { LessonSearch } from '../search/lessonSearch';
import type { Draft } from './draft';

/** What a draft and a lesson have in common, what says most first. */
export const similarityReasons = ['alias', 'reference', 'symbol', 'cwe', 'words'] as const;

export type SimilarityReason = (typeof similarityReasons)[number];

/** A lesson that may tell of the same as a draft. */
export interface SimilarLesson {
  readonly lesson: Lesson;
  /** In the order of `similarityReasons`; never empty. */
  readonly reasons: readonly SimilarityReason[];
}

const most = 3;

/** Of what a draft says, weighed by rarity, this share has to be said by a lesson whose words alone are like it. */
const enough = { score: 0.25, words: 2 };

/** Asking so many lessons takes a few milliseconds. */
const manyLessons = 256;

/**
 * At most three lessons that may tell of the same as a draft, the nearest first. Retired ones are among them only where they
 * name the same incident.
 * @returns `undefined` where nobody wants the answer any more
 */
export async function similarLessons(
  draft: Draft,
  lessons: readonly Lesson[],
  search: LessonSearch,
  turns: Turns,
): Promise<readonly SimilarLesson[] | undefined> {
  const words = await search.similar({ text: textOf(draft), lessons, limit: lessons.length }, turns);
  if (words === undefined) {
    return undefined;
  }
  const measures = new Map(words.map((one) => [one.lesson, one]));
  const reasonsOf = reasonsWith(draft);
  const found: (SimilarLesson & { readonly score: number })[] = [];
  for (const [at, lesson] of lessons.entries()) {
    if (at % manyLessons === 0 && !(await turns.next())) {
      return undefined;
    }
    const { score, words: common } = measures.get(lesson) ?? { score: 0, words: 0 };
    const areNear = score >= enough.score && common >= enough.words;
    const reasons = lesson.id === draft.id ? [] : reasonsOf(lesson, areNear);
    const isSame = reasons[0] === 'alias' || reasons[0] === 'reference';
    if (reasons.length > 0 && (isSame || !isRetired(lesson))) {
      found.push({ lesson, reasons, score });
    }
  }
  const rank = ({ reasons: [first = 'words'] }: SimilarLesson) => similarityReasons.indexOf(first);
  return found
    .sort((a, b) => rank(a) - rank(b) || b.score - a.score || (a.lesson.id < b.lesson.id ? -1 : 1))
    .slice(0, most)
    .map(({ lesson, reasons }) => ({ lesson, reasons }));
}

function textOf({ title, advice = '', tags = [], scopes = [] }: Draft): string {
  return [title, advice, ...tags, ...scopes.flatMap(({ symbols = [] }) => symbols)].join(' ');
}

function reasonsWith(draft: Draft): (lesson: Lesson, areNear: boolean) => readonly SimilarityReason[] {
  const aliases = folded(draft.aliases);
  const pages = pagesOf(draft.references ?? []);
  const weaknesses = folded(draft.cwe);
  const scopes = (draft.scopes ?? []).map(symbolsWithPaths);
  return ({ frontMatter, references, scopes: others }, areNear) => {
    const holds: Readonly<Record<SimilarityReason, () => boolean>> = {
      alias: () => aliases.size > 0 && shares(aliases, folded(frontMatter.aliases)),
      reference: () => pages.size > 0 && shares(pages, pagesOf(references)),
      symbol: () => others.some(({ scope }) => scopes.some((own) => own(scope))),
      cwe: () => weaknesses.size > 0 && shares(weaknesses, folded(frontMatter.cwe)),
      words: () => areNear,
    };
    return similarityReasons.filter((reason) => holds[reason]());
  };
}

/** Whether another scope names one of a scope's symbols, in files that both may mean. */
function symbolsWithPaths({ symbols = [], paths = [] }: Scope): (other: Scope) => boolean {
  const globs = symbols.length === 0 ? [] : paths.map((path) => ({ path, lets: compileGlob(path) }));
  return ({ symbols: others = [], paths: otherPaths = [] }) =>
    symbols.some((name) => others.some((other) => meansSymbol(name, other) || meansSymbol(other, name))) &&
    (globs.length === 0 ||
      otherPaths.length === 0 ||
      globs.some(({ path, lets }) =>
        otherPaths.some((other) => other === path || lets(other) || compileGlob(other)(path)),
      ));
}

function pagesOf(references: readonly { readonly url?: string }[]): ReadonlySet<string> {
  return new Set(references.flatMap(({ url }) => (url === undefined ? [] : [pageOf(url)])));
}

function folded(words: readonly string[] = []): ReadonlySet<string> {
  return new Set(words.map((word) => word.toLowerCase()));
}

function shares(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((one) => b.has(one));
}
