import { availableParallelism } from 'node:os';
import { isMainThread } from 'node:worker_threads';
import { main } from './main';
import { grammarFilesIn } from './nodeFiles';
import { userCacheFolder, worthwhileBytes } from './scan/machine';
import { serveChecks } from './scan/scanWorker';
import { openTerminal } from './terminal';

/** Writes over what it wrote before, and wipes the rest of the line. */
const progress = (text: string) => void process.stderr.write(`\r${text}\x1b[K`);

function run(): void {
  const io = {
    cwd: process.cwd(),
    grammars: grammarFilesIn(__dirname),
    machine: {
      ...{ program: __filename, cores: availableParallelism(), cacheFolder: userCacheFolder() },
      worthwhile: worthwhileBytes,
      ...(process.stderr.isTTY && { progress }),
    },
    // Questions stand on stderr, as what comes out may go elsewhere.
    ...(process.stdin.isTTY &&
      process.stderr.isTTY && { terminal: () => openTerminal(process.stdin, process.stderr) }),
    stdout: (text: string) => void process.stdout.write(text),
    stderr: (text: string) => void process.stderr.write(text),
  };

  // A reader like `head` may have had enough; that is no failure of ours.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') {
        throw error;
      }
    });
  }

  // Setting the code, rather than exiting, lets a pipe take all that was written.
  void main(process.argv.slice(2), io).then((code) => {
    process.exitCode = code;
  });
}

if (isMainThread) {
  run();
} else {
  serveChecks();
}
