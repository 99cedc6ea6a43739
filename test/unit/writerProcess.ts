import { join } from 'node:path';
import { NewFiles } from '../../src/cli/newFile';
import { textOfFile, withoutLinks } from './writtenFiles';

/** Writes file after file until it is ended: `node writerProcess FOLDER links|none`. */
async function writeOn(folder: string, disk: string): Promise<void> {
  const files = disk === 'links' ? new NewFiles() : new NewFiles(withoutLinks);
  for (let number = 0; ; number++) {
    await files.write(join(folder, `${number}.md`), textOfFile(number, process.pid));
  }
}

// No writer outlives the test.
process.on('disconnect', () => process.exit());
void writeOn(process.argv[2] ?? '', process.argv[3] ?? '');
