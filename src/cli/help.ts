import type { Command, Commands } from './command';
import { aligned } from './phrases';

/** What `lessons --help` says. */
export function helpText(commands: Commands): string {
  const lines = Object.entries(commands).map(
    ([name, { operands, meaning }]) => [`  ${name} ${operands}`.trimEnd(), meaning] as const,
  );
  return `Usage: lessons <command> [options]

${aligned(lines)}
lessons <command> --help tells the options of one command; lessons --version tells the version.
Exit codes: 0 clean, 1 findings or problems, 2 the command itself failed.
`;
}

/** What `lessons <command> --help` says. */
export function commandHelp(name: string, { operands, meaning, options, note }: Command): string {
  const lines = Object.entries(options).map(
    ([name, option]) =>
      [`  --${name}${option.type === 'boolean' ? '' : ` ${option.value}`}`, option.meaning] as const,
  );
  return `Usage: lessons ${`${name} ${operands}`.trimEnd()} [options]

${meaning[0]?.toUpperCase()}${meaning.slice(1)}.

${aligned(lines)}${note === undefined ? '' : `\n${note}\n`}`;
}
