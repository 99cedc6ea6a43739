import { parseArgs } from 'node:util';
import { nearestWord } from '../core/lesson/nearestWord';
import type { Command, Commands, Option, Options, Words } from './command';
import { UsageError } from './io';
import { listed } from './phrases';

/** What the words of a command line ask for. */
export type Request =
  | { readonly kind: 'run'; readonly command: Command; readonly words: Words<Options> }
  | { readonly kind: 'help'; readonly name: string | undefined }
  | { readonly kind: 'version' };

type Token = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number];
type OptionToken = Token & { readonly kind: 'option' };

/** @throws UsageError where the words make no command */
export function readRequest(argv: readonly string[], commands: Commands): Request {
  const tokens = tokensOf(argv, commands);
  const given = tokens.filter((token): token is OptionToken => token.kind === 'option');
  const [name, ...operands] = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  if (given.some((token) => token.name === 'version')) {
    return { kind: 'version' };
  }
  if (name === 'help') {
    return { kind: 'help', name: operands[0] && knownName(operands[0], commands) };
  }
  if (name === undefined) {
    refuseUnknown(given, { help: true }, () => 'Name a command first.');
    return { kind: 'help', name };
  }
  knownName(name, commands);
  const command = commands[name] as Command;
  if (given.some((token) => token.name === 'help')) {
    return { kind: 'help', name };
  }
  refuseUnknown(given, command.options, (option) => adviceOn(option, name, commands));
  if (command.operands === '' && operands.length > 0) {
    throw new UsageError(`${name} takes options alone, and "${operands[0]}" is none.`);
  }
  return { kind: 'run', command, words: { values: valuesOf(given, command.options), operands } };
}

/**
 * The options of all commands say which of them take a value, so that the command is found wherever it stands, but behind an
 * option that takes one with it alone; whether an option goes with the command is asked later.
 */
function tokensOf(argv: readonly string[], commands: Commands): readonly Token[] {
  const all = Object.values(commands).flatMap(({ options }) => Object.entries(options));
  const flags = all.filter(([, { type }]) => type === 'boolean');
  const every: Options = Object.fromEntries([...all, ...flags]);
  const name = tokensBy(every, argv).find(({ kind }) => kind === 'positional');
  const own = name?.kind === 'positional' ? commands[name.value]?.options : undefined;
  return tokensBy({ ...every, ...own }, argv);
}

function tokensBy(known: Options, argv: readonly string[]): readonly Token[] {
  const options = { ...known, help: { type: 'boolean', short: 'h' }, version: { type: 'boolean' } } as const;
  const args = [...argv];
  return parseArgs({ args, allowPositionals: true, strict: false, tokens: true, options }).tokens;
}

function knownName(name: string, commands: Commands): string {
  if (Object.hasOwn(commands, name)) {
    return name;
  }
  const nearest = nearestWord(name, Object.keys(commands));
  throw new UsageError(
    `There is no command "${name}".${nearest === undefined ? '' : ` Did you mean "${nearest}"?`}`,
  );
}

function refuseUnknown(
  given: readonly OptionToken[],
  known: Readonly<Record<string, unknown>>,
  advice: (option: string) => string,
): void {
  const unknown = given.find(({ name }) => !Object.hasOwn(known, name));
  if (unknown !== undefined) {
    throw new UsageError(`There is no option ${unknown.rawName} here. ${advice(unknown.name)}`);
  }
}

/** Where an unknown option belongs, or which one was meant. */
function adviceOn(option: string, name: string, commands: Commands): string {
  const others = Object.keys(commands).filter((other) =>
    Object.hasOwn(commands[other]?.options ?? {}, option),
  );
  if (others.length > 0) {
    return `It goes with ${others.join(' and ')}, not with ${name}.`;
  }
  const known = Object.keys(commands[name]?.options ?? {});
  const nearest = nearestWord(option, known);
  return nearest === undefined
    ? `${name} has ${known.map((word) => `--${word}`).join(', ')}.`
    : `Did you mean --${nearest}?`;
}

function valuesOf(given: readonly OptionToken[], options: Options): Words<Options>['values'] {
  const entries = Object.entries(options).map(([name, option]) => {
    const tokens = given.filter((token) => token.name === name);
    const [second] = tokens.slice(1);
    if (second !== undefined && option.type === 'string' && option.multiple !== true) {
      throw new UsageError(`${second.rawName} can be given once.`);
    }
    const words = tokens.map((token) => wordOf(token, option));
    return [
      name,
      option.type === 'boolean' ? tokens.length > 0 : option.multiple ? words : words[0],
    ] as const;
  });
  return Object.fromEntries(entries) as Words<Options>['values'];
}

function wordOf({ rawName, value, inlineValue }: OptionToken, option: Option): string {
  if (option.type === 'boolean') {
    if (value !== undefined) {
      throw new UsageError(`${rawName} takes no value.`);
    }
    return '';
  }
  if (value === undefined) {
    throw new UsageError(`${rawName} needs a value: ${rawName} ${option.value}.`);
  }
  if (!inlineValue && value.length > 1 && value.startsWith('-')) {
    throw new UsageError(
      `${rawName} needs a value. If "${value}" is meant to be it, write ${rawName}=${value} in one word.`,
    );
  }
  if (option.among !== undefined && !option.among.includes(value)) {
    throw new UsageError(
      `There is no ${option.value.toLowerCase()} "${value}". Use ${listed(option.among, 'or')}.`,
    );
  }
  return value;
}
