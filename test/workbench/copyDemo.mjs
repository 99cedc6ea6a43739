// Makes the copy of the demo that a debugged window opens, unless it is there already.
import { told } from './humanError.mjs';
import { keptScratchDemo } from './scratch.mjs';

try {
  const folder = await keptScratchDemo({ progress: (line) => console.log(line) });
  console.log(`The demo lies in ${folder}`);
} catch (error) {
  console.error(told(error));
  process.exitCode = 1;
}
