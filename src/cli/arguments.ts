import { parseArgs } from 'node:util';
import { type Level, levels } from '../core/lesson/vocabulary';
import { UsageError } from './io';

export interface PathOptions {
  readonly root: string | undefined;
  readonly paths: readonly string[];
  readonly format: 'text' | 'json';
}

export interface CheckOptions extends PathOptions {
  readonly failOn: Level;
  readonly all: boolean;
}

export type Command =
  | { readonly kind: 'check'; readonly options: CheckOptions }
  | { readonly kind: 'for' | 'lint'; readonly options: PathOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' };

export const usage = `Usage: lessons <command> [--root DIR] [options]

  check [PATH...]   where the team's lessons apply to the code
                    --fail-on LEVEL   exit 1 from this level on: error (default), warning, info, hint
                    --all             broad matches too, which mean a whole file
  for PATH...       every lesson that applies to these files, broad ones too
  lint [PATH...]    what is wrong with the lesson files

  --root DIR        the folder that holds .lessons (default: the current one)
  --format FORMAT   text (default) or json
  --help, --version

Exit codes: 0 clean, 1 findings or problems, 2 the command itself failed.
`;

/** @throws UsageError where the words make no command */
export function parseCommand(argv: readonly string[]): Command {
  const { values, positionals } = parseWords(argv);
  const [name, ...paths] = positionals;
  if (values.version) {
    return { kind: 'version' };
  }
  if (values.help || name === undefined || name === 'help') {
    return { kind: 'help' };
  }
  const { root, format, all } = values;
  if (format !== 'text' && format !== 'json') {
    throw new UsageError(`There is no format "${format}". Use text or json.`);
  }
  const common = { root, paths, format } as const;
  switch (name) {
    case 'check':
      return {
        kind: name,
        options: { ...common, failOn: levelOf(values['fail-on'] ?? 'error'), all: all ?? false },
      };
    case 'for':
    case 'lint':
      if (values['fail-on'] !== undefined || all !== undefined) {
        throw new UsageError(`--fail-on and --all go with check, not with ${name}.`);
      }
      return { kind: name, options: common };
    default:
      throw new UsageError(`There is no command "${name}".`);
  }
}

function parseWords(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        root: { type: 'string' },
        format: { type: 'string', default: 'text' },
        'fail-on': { type: 'string' },
        all: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function levelOf(word: string): Level {
  const level = levels.find((known) => known === word);
  if (level === undefined || level === 'silent') {
    throw new UsageError(`There is no level "${word}". Use error, warning, info or hint.`);
  }
  return level;
}
