import { version } from '../../package.json';
import { type Command, parseCommand, usage } from './arguments';
import { check, listFor } from './check';
import { type Io, UsageError } from './io';
import { lint } from './lint';

/** Runs one command: exit code 0 clean, 1 findings or problems, 2 the command itself failed. Never rejects. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await run(parseCommand(argv), io);
  } catch (error) {
    if (error instanceof UsageError) {
      io.stderr(`lessons: ${error.message}\nTry lessons --help.\n`);
    } else {
      io.stderr(`lessons: ${error instanceof Error ? error.message : String(error)}\n`);
    }
    return 2;
  }
}

async function run(command: Command, io: Io): Promise<number> {
  switch (command.kind) {
    case 'check':
      return check(command.options, io);
    case 'for':
      return listFor(command.options, io);
    case 'lint':
      return lint(command.options, io);
    case 'help':
      io.stdout(usage);
      return 0;
    case 'version':
      io.stdout(`${version}\n`);
      return 0;
  }
}
