import type { Lesson } from '../../lesson/lesson';
import { parseLessonText } from '../../lesson/parse';
import type { Policy } from '../../lesson/policy';
import { isFailure } from '../../lesson/problem';
import { longestYaml } from '../../lesson/sheet';
import { SourceText } from '../../text';
import { type Draft, formatDraft, pathsFor } from '../draft';
import { documentKeys } from './documentAlias';
import type { ImportedLesson } from './imported';

/** What becomes of a lesson that was read from elsewhere. */
export type ImportOutcome =
  | { readonly kind: 'new'; readonly source: string; readonly draft: Draft; readonly text: string }
  /** `hasChanged` where what it was made from is other than it was then; the lesson is its team's own by now. */
  | { readonly kind: 'there'; readonly source: string; readonly path: string; readonly hasChanged: boolean }
  /** Another of the same import is about the same. */
  | { readonly kind: 'twice'; readonly source: string; readonly first: string }
  | { readonly kind: 'unusable'; readonly source: string };

export interface ImportContext {
  readonly policy: Policy;
  /** YYYY-MM-DD */
  readonly today: string;
  newId(): string;
}

/** Decides for one lesson after another, so that none is made twice: of what is there, and of what came before. */
export class ImportPlan {
  readonly #context: ImportContext;
  readonly #there = new Map<string, Lesson>();
  readonly #new = new Map<string, string>();

  constructor(lessons: readonly Lesson[], context: ImportContext) {
    this.#context = context;
    for (const lesson of lessons.toReversed()) {
      for (const key of keysOf(lesson.frontMatter.aliases ?? [])) {
        this.#there.set(key, lesson);
      }
    }
  }

  next({ source, revision, draft: imported }: ImportedLesson): ImportOutcome {
    const keys = keysOf(imported.aliases);
    const known = firstOf(keys, this.#there);
    if (known !== undefined) {
      return { kind: 'there', source, path: known.path, hasChanged: isOther(known, source, revision) };
    }
    const first = firstOf(keys, this.#new);
    if (first !== undefined) {
      return { kind: 'twice', source, first };
    }
    const { newId, today: created, policy } = this.#context;
    const body = [...(imported.body ?? []), { heading: 'Source', text: provenance(source, revision) }];
    const draft = { ...imported, id: newId(), created, body };
    const made = fitting(draft);
    if (made === undefined || !isUsable(made.text, draft, policy)) {
      return { kind: 'unusable', source };
    }
    for (const key of keys) {
      this.#new.set(key, source);
    }
    return { kind: 'new', source, ...made };
  }
}

/** Some aliases tell in several ways what they are of. */
function keysOf(aliases: readonly string[]): readonly string[] {
  return aliases.flatMap((alias) => {
    const keys = documentKeys(alias);
    return keys.length > 0 ? keys : [alias.toLowerCase()];
  });
}

function firstOf<T>(keys: readonly string[], known: ReadonlyMap<string, T>): T | undefined {
  return keys.map((key) => known.get(key)).find((one) => one !== undefined);
}

/** A sentence for the team, by which we tell later whether the source has changed. */
function provenance(source: string, revision: string): string {
  return `Imported from ${source.replace(/[\\`*_[\]<>]/g, '\\$&')}, revision \`${revision.replaceAll('`', '')}\`.`;
}

/** Only where the source is the same one: another record with a common alias has other dates. */
function isOther({ body }: Lesson, source: string, revision: string): boolean {
  const [said] = provenance(source, '').split(', revision', 1);
  const at = body.value.lastIndexOf(`${said}, revision`);
  return at !== -1 && !body.value.startsWith(provenance(source, revision), at);
}

/** Of UTF-16; in bytes it is three times as long at most, and then just what a lesson file may have. */
const longestText = 85_000;

/** The draft, as it is or without more and more of what is known elsewhere too; `undefined` where it stays too long. */
function fitting(draft: Draft): { readonly draft: Draft; readonly text: string } | undefined {
  const { affected = [], evidence = [], body = [] } = draft;
  const bare = affected.map(({ package: named, severity, ranges }) => ({ package: named, severity, ranges }));
  const shortBody = body.map(({ heading, text }) => ({ heading, text: text.slice(0, 8000) }));
  const changes: readonly Partial<Draft>[] = [
    {},
    { affected: bare },
    { affected: [], evidence: evidence.slice(0, 5), body: shortBody },
  ];
  for (const change of changes) {
    const smaller = { ...draft, ...change };
    const text = formatDraft(smaller);
    if (text.indexOf('\n---\n') < longestYaml && text.length < longestText) {
      return { draft: smaller, text };
    }
  }
  return undefined;
}

/** What is written must be a lesson; how it is worded is for the team to look at. */
function isUsable(text: string, draft: Draft, policy: Policy): boolean {
  const { lesson, problems } = parseLessonText(pathsFor(draft)[0], new SourceText(text), policy);
  return (
    lesson !== undefined && !problems.some((problem) => isFailure(problem) && problem.code !== 'wording')
  );
}
