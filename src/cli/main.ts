import { version } from '../../package.json';
import { readRequest } from './arguments';
import type { Command } from './command';
import { commands } from './commands';
import { commandHelp, helpText } from './help';
import { harmlessIo, type Io, UsageError } from './io';

/** Runs one command: exit code 0 clean, 1 findings or problems, 2 the command itself failed. Never rejects. */
export async function main(argv: readonly string[], world: Io): Promise<number> {
  const io = harmlessIo(world);
  try {
    return await answer(argv, io);
  } catch (error) {
    io.stderr(`lessons: ${error instanceof Error ? error.message : String(error)}\n`);
    if (error instanceof UsageError) {
      const name = argv.find((word) => Object.hasOwn(commands, word));
      io.stderr(`Try lessons ${name === undefined ? '' : `${name} `}--help.\n`);
    }
    return 2;
  }
}

async function answer(argv: readonly string[], io: Io): Promise<number> {
  const request = readRequest(argv, commands);
  switch (request.kind) {
    case 'run':
      return request.command.run(request.words, io);
    case 'help':
      io.stdout(
        request.name === undefined
          ? helpText(commands)
          : commandHelp(request.name, commands[request.name] as Command),
      );
      return 0;
    case 'version':
      io.stdout(`${version}\n`);
      return 0;
  }
}
