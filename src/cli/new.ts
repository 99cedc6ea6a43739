import { join, relative } from 'node:path';
import { type Draft, formatDraft, literalPattern, pathsFor } from '../core/learn/draft';
import { type CheckedDraft, checkDraft } from '../core/learn/draftCheck';
import { dayOf } from '../core/lesson/calendar';
import { newLessonId } from '../core/lesson/identity';
import type { Scope } from '../core/lesson/lesson';
import { severities } from '../core/lesson/vocabulary';
import { problemMessage } from '../core/present/problemWording';
import { problemRecord } from '../core/present/records';
import { command, formatOption, rootOption } from './command';
import { printJson, UsageError } from './io';
import { writeNew } from './newFile';
import { listed } from './phrases';
import { openLibrary } from './project';

/** Writes the draft of a lesson to a file of its own. Whatever cannot stand in a lesson is refused before. */
export const newLesson = command({
  operands: 'TITLE',
  meaning: 'write the draft of a lesson',
  options: {
    path: {
      ...{ type: 'string', multiple: true, value: 'GLOB' },
      meaning: 'files that it applies to, relative to the folder that holds .lessons',
    },
    symbol: {
      ...{ type: 'string', multiple: true, value: 'NAME' },
      meaning: 'functions, methods or classes that it applies to: charge, Invoice.charge, Invoice.*',
    },
    pattern: { type: 'string', value: 'RE', meaning: 'what a regular expression hits there (RE2 syntax)' },
    example: {
      ...{ type: 'string', value: 'CODE' },
      meaning: 'code that the pattern must hit; without a pattern, the code to look for',
    },
    advice: { type: 'string', value: 'TEXT', meaning: 'what to do instead, in one sentence' },
    reference: { type: 'string', multiple: true, value: 'URL', meaning: 'where it is told, by https' },
    severity: {
      ...{ type: 'string', value: 'SEVERITY', among: severities },
      meaning: `the harm if it happens again: ${listed(severities, 'or')}`,
    },
    tag: { type: 'string', multiple: true, value: 'TAG', meaning: 'a word to find it by' },
    print: { type: 'boolean', meaning: 'print the draft and write nothing' },
    root: rootOption,
    format: formatOption,
  },
  note: `--path, --symbol, --reference and --tag can be given several times. All of path, symbol and pattern must
hold. Prints the new file's path, and on stderr what the lesson lacks to be accepted.`,
  async run({ values, operands }, io) {
    const title = titleOf(operands);
    if (values.print && values.format === 'json') {
      throw new UsageError('--print prints the draft as it would be written. Leave out --format json.');
    }
    const { root, library } = await openLibrary(io, values.root);
    const draft = draftOf(title, values);
    const checked = checkDraft(draft, library);
    if (checked.faults.length > 0) {
      throw new UsageError(checked.faults.map(problemMessage).join('\n'));
    }
    if (values.print) {
      io.stdout(formatDraft(draft));
      return 0;
    }
    const path = await writeDraft(root, draft);
    if (values.format === 'json') {
      const { remarks, missing } = checked;
      printJson(io, { version: 1, id: draft.id, path, problems: remarks.map(problemRecord), missing });
    } else {
      io.stdout(`${relative(io.cwd, join(root, path))}\n`);
      io.stderr(stillToDo(draft, checked));
    }
    return 0;
  },
});

function titleOf([title, ...others]: readonly string[]): string {
  if (title === undefined) {
    throw new UsageError('Say what went wrong in one line: lessons new "TITLE".');
  }
  if (others.length > 0) {
    throw new UsageError(
      `One title is expected, and "${others[0]}" is one word too many. Put the title, and every glob, in quotes.`,
    );
  }
  return title.replace(/\s+/g, ' ').trim();
}

interface Given {
  readonly path: readonly string[];
  readonly symbol: readonly string[];
  readonly pattern: string | undefined;
  readonly example: string | undefined;
  readonly advice: string | undefined;
  readonly reference: readonly string[];
  readonly severity: Draft['severity'];
  readonly tag: readonly string[];
}

function draftOf(title: string, { advice, example, reference, severity, tag, ...scope }: Given): Draft {
  return {
    id: newLessonId((bytes) => crypto.getRandomValues(bytes)),
    ...{ title, advice, severity, examples: example === undefined ? [] : [example] },
    scopes: scopesOf(scope.path, scope.symbol, scope.pattern ?? (example && literalPattern(example))),
    references: reference.map((url) => ({ url })),
    created: dayOf(new Date()),
    tags: tag,
  };
}

function scopesOf(
  globs: readonly string[],
  symbols: readonly string[],
  pattern: string | undefined,
): readonly Scope[] {
  const scope: Scope = {
    // A shell that completes file names begins them like this, and no path in a lesson does.
    ...(globs.length > 0 && { paths: globs.map((glob) => glob.replace(/^\.\/+/, '')) }),
    ...(symbols.length > 0 && { symbols }),
    ...(pattern !== undefined && { pattern }),
  };
  return Object.keys(scope).length === 0 ? [] : [scope];
}

async function writeDraft(root: string, draft: Draft): Promise<string> {
  const text = formatDraft(draft);
  for (const path of pathsFor(draft)) {
    if (await writeNew(join(root, path), text)) {
      return path;
    }
  }
  throw new UsageError(`There is a file for this title already: ${pathsFor(draft)[0]}.`);
}

function stillToDo({ id }: Draft, { remarks, missing }: CheckedDraft): string {
  const needs =
    missing.length === 0
      ? 'It has all that it needs to be accepted.'
      : `To be accepted it also needs: ${missing.join(', ')}.`;
  const lines = [`${id} is proposed. ${needs}`, ...remarks.map((problem) => problemMessage(problem))];
  return lines.map((line) => `${line}\n`).join('');
}
