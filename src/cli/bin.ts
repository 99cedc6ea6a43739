import { main } from './main';
import { grammarFilesIn } from './nodeFiles';

const io = {
  cwd: process.cwd(),
  grammars: grammarFilesIn(__dirname),
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
