import { main } from './main';
import { grammarFilesIn } from './nodeFiles';

const io = {
  cwd: process.cwd(),
  grammars: grammarFilesIn(__dirname),
  stdout: (text: string) => void process.stdout.write(text),
  stderr: (text: string) => void process.stderr.write(text),
};

// Setting the code, rather than exiting, lets a pipe take all that was written.
void main(process.argv.slice(2), io).then((code) => {
  process.exitCode = code;
});
