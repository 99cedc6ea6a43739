import { capturedDraft, type Said } from '../core/learn/capturedDraft';
import { type Draft, literalPattern } from '../core/learn/draft';
import { draftFromFix } from '../core/learn/fromFix';
import { severityIn } from '../core/learn/severity';
import { dayOf } from '../core/lesson/calendar';
import { newLessonId } from '../core/lesson/identity';
import type { Scope } from '../core/lesson/lesson';
import type { Given } from './captureOptions';
import type { CaptureStart } from './captureStart';

/** The draft of what was said of a place, a fix or nothing at all; what stands on the command line comes first. */
export function draftOf(start: CaptureStart, said: Said, given: Given): Draft {
  const told = toldDraft(start, said);
  const { pattern, example, reference, tag, supersedes } = given;
  const scopes = scopesOf(told.scopes ?? [], given);
  const isFound = told.scopes?.some(looksForCode) === true && pattern === undefined;
  const severity = given.severity ?? told.severity ?? severityIn(`${said.title}\n${said.advice}`);
  return {
    ...told,
    ...(severity !== undefined && { severity }),
    scopes,
    examples: [
      // Another pattern than that of the place need not hit what stands there.
      ...(pattern === undefined ? (told.examples ?? []) : []),
      ...(example === undefined || (isFound && told.examples?.includes(example)) ? [] : [example]),
    ],
    counterexamples: pattern === undefined ? told.counterexamples : [],
    references: [...(told.references ?? []), ...reference.map((url) => ({ url }))],
    tags: tag,
    supersedes,
  };
}

function toldDraft({ site, fix, project: { library } }: CaptureStart, said: Said): Draft {
  const own = { id: freeId((id) => library.byId.has(id)), created: dayOf(new Date()) };
  const told = capturedDraft(said, site, own);
  if (fix === undefined) {
    return told;
  }
  const mended = draftFromFix(fix, own.id, own.created);
  return {
    ...mended,
    ...(said.title.trim() !== '' && { title: told.title }),
    ...(told.advice !== undefined && { advice: told.advice }),
    references: [...(told.references ?? []), ...(mended.references ?? [])],
    body: [...(mended.body ?? []), ...(told.body ?? [])],
  };
}

/** Two never meet by chance, and a look is cheap. */
export function freeId(isTaken: (id: string) => boolean): string {
  for (;;) {
    const id = newLessonId((bytes) => crypto.getRandomValues(bytes));
    if (!isTaken(id)) {
      return id;
    }
  }
}

/** What was said of the scope goes into the first one, in place of what is known of the same. */
function scopesOf(known: readonly Scope[], given: Given): readonly Scope[] {
  const [first = {}, ...others] = known;
  const { path, symbol, pattern, example } = given;
  const looked =
    pattern ?? (known.some(looksForCode) || example === undefined ? undefined : literalPattern(example));
  const { pattern: _, structure: __, ...place } = first;
  const scope: Scope = {
    ...(looked === undefined ? first : place),
    // A shell that completes file names begins them like this, and no path in a lesson does.
    ...(path.length > 0 && { paths: path.map((glob) => glob.replace(/^\.\/+/, '')) }),
    ...(symbol.length > 0 && { symbols: symbol }),
    ...(looked !== undefined && { pattern: looked }),
  };
  const rest = pattern === undefined ? others : others.filter((one) => !looksForCode(one));
  return Object.keys(scope).length === 0 ? [] : [scope, ...rest];
}

function looksForCode({ pattern, structure }: Scope): boolean {
  return pattern !== undefined || structure !== undefined;
}
