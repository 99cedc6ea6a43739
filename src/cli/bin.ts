import { availableParallelism } from 'node:os';
import { isMainThread } from 'node:worker_threads';
import { main } from './main';
import { grammarFilesIn } from './nodeFiles';
import { userCacheFolder, worthwhileBytes } from './scan/machine';
import { serveChecks } from './scan/scanWorker';

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
    stdout: (text: string) => void process.stdout.write(text),
    stderr: (text: string) => void process.stderr.write(text),
  };

  // A reader like `head` may have had enough; that is no failure of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') {
      throw error;
    }
  });

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
