import { globOfPath } from '../../lesson/glob';
import type { Scope } from '../../lesson/lesson';
import { compileOrFault } from '../../lesson/pattern';
import type { FrontMatter } from '../../lesson/vocabulary';
import { documentAlias } from './documentAlias';
import { type ImportFile, type ImportReading, nothingBut } from './imported';
import { digestOf, lineIn, listIn, numberIn, readJson, recordIn, textIn } from './json';
import { escapedLine, plainMarkdown } from './plainMarkdown';
import { pathIn } from './sarifPlaces';
import { titleFrom } from './title';

type Data = ReturnType<typeof recordIn>;

const mostSteps = 100;

/**
 * A tour is one lesson: its steps tell a story that none of them tells alone, and one draft is looked at where thirty are
 * not. Each step that names a file is a scope, so that the tour is offered where it passes.
 * https://github.com/microsoft/codetour/blob/main/schema.json
 */
export function readCodeTour({ path, text }: ImportFile): ImportReading {
  const read = readJson(text);
  if (read.kind === 'fault') {
    return nothingBut(read.fault);
  }
  const tour = recordIn(read.value);
  if (!isCodeTour(tour)) {
    return nothingBut({ code: 'no-record', kind: 'code-tour' });
  }
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.tour$/i, '');
  const said = lineIn(tour.title, 5000) ?? name;
  const { title, whole } = titleFrom(said, `Tour ${name}`);
  const steps = listIn(tour.steps).slice(0, mostSteps).map(recordIn);
  const scopes = scopesOf(steps);
  return {
    imported: [
      {
        source: path,
        revision: digestOf(text),
        draft: {
          title,
          kind: 'practice',
          origin: 'external',
          scopes,
          evidence: steps.flatMap(evidenceOf),
          aliases: [documentAlias('codetour', path, said)],
          body: [
            { heading: 'What happened', text: [whole, plainMarkdown(textIn(tour.description))].join('\n\n') },
            { heading: 'Steps', text: steps.map(stepText).join('\n\n') },
          ],
        },
      },
    ],
    faults: scopes.length === 0 ? [{ code: 'tour-without-files' }] : [],
  };
}

export function isCodeTour(value: unknown): boolean {
  const { steps, title } = recordIn(value);
  return typeof title === 'string' && Array.isArray(steps) && steps.length > 0;
}

/** Steps by a pattern one each; all files and folders that are only passed through in one. */
function scopesOf(steps: readonly Data[]): readonly Scope[] {
  const places = steps.flatMap((step): { readonly glob: string; readonly pattern?: string }[] => {
    const glob = globOf(step);
    const pattern = typeof step.pattern === 'string' ? step.pattern : undefined;
    const isUsable = pattern !== undefined && pattern !== '' && compileOrFault(pattern).kind === 'pattern';
    return glob === undefined ? [] : [isUsable ? { glob, pattern } : { glob }];
  });
  const plain = [...new Set(places.flatMap(({ glob, pattern }) => (pattern === undefined ? [glob] : [])))];
  return [
    ...places.flatMap(({ glob, pattern }) => (pattern === undefined ? [] : [{ paths: [glob], pattern }])),
    ...(plain.length === 0 ? [] : [{ paths: plain }]),
  ];
}

function globOf({ file, directory }: Data): string | undefined {
  const path = pathIn(file);
  const folder = path === undefined ? pathIn(directory)?.replace(/\/+$/, '') : undefined;
  return path !== undefined ? globOfPath(path) : folder && `${globOfPath(folder)}/`;
}

function evidenceOf(step: Data): NonNullable<FrontMatter['evidence']> {
  const path = pathIn(step.file);
  const { start, end } = recordIn(step.selection);
  const [first, last] = [numberIn(recordIn(start).line), numberIn(recordIn(end).line)];
  const line = numberIn(step.line);
  const lines =
    first !== undefined && last !== undefined
      ? `${first}-${last}`
      : line === undefined
        ? undefined
        : `${line}`;
  return path === undefined ? [] : [{ path, ...(lines !== undefined && { lines }) }];
}

function stepText(step: Data, index: number): string {
  const place = pathIn(step.file) ?? pathIn(step.directory);
  const line = numberIn(step.line);
  const where = place === undefined ? '' : ` (${place}${line === undefined ? '' : `:${line}`})`;
  const title = lineIn(step.title, 300) ?? `Step ${index + 1}`;
  return `### ${escapedLine(`${index + 1}. ${title}${where}`)}\n\n${plainMarkdown(textIn(step.description))}`;
}
