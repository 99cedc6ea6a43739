import type { Io } from './io';

/** One option of a command: as node's `parseArgs` takes it, and what help says of it. */
export type Option =
  | { readonly type: 'boolean'; readonly meaning: string }
  | {
      readonly type: 'string';
      readonly multiple?: true;
      /** Stands for the value in help: `DIR`. */
      readonly value: string;
      /** The only words it takes, where they are few. */
      readonly among?: readonly string[];
      readonly meaning: string;
    };

export type Options = Readonly<Record<string, Option>>;

type WordOf<O> = O extends { among: readonly (infer W)[] } ? W : string;

/** What a person gave for each option. */
export type Values<O extends Options> = {
  readonly [K in keyof O]: O[K] extends { type: 'boolean' }
    ? boolean
    : O[K] extends { multiple: true }
      ? readonly WordOf<O[K]>[]
      : WordOf<O[K]> | undefined;
};

/** The words behind a command's name. */
export interface Words<O extends Options> {
  readonly values: Values<O>;
  readonly operands: readonly string[];
}

interface Spec<O extends Options> {
  /** What follows the name in help: `PATH...`; empty where nothing may. */
  readonly operands: string;
  /** One line; small letters, no full stop. */
  readonly meaning: string;
  readonly options: O;
  /** What else help says. */
  readonly note?: string;
  /** @returns the exit code */
  run(words: Words<O>, io: Io): Promise<number>;
}

export interface Command extends Spec<Options> {}

/** The commands by their names, in the order of help. */
export type Commands = Readonly<Record<string, Command>>;

/** A command with options of its own, as one among others. It is run with words that were read by these options. */
export function command<const O extends Options>(spec: Spec<O>): Command {
  return { ...spec, run: (words, io) => spec.run(words as Words<O>, io) };
}

export const rootOption = {
  type: 'string',
  value: 'DIR',
  meaning: 'the folder that holds .lessons (default: the current one)',
} as const satisfies Option;

export const formatOption = {
  type: 'string',
  value: 'FORMAT',
  among: ['text', 'json'],
  meaning: 'text (default) or json',
} as const satisfies Option;
