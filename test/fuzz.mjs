// `npm run fuzz`: the fuzzer of the unit suite with many more cases, for the night. Options: --cases N --seed N
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';

const { values } = parseArgs({ options: { cases: { type: 'string' }, seed: { type: 'string' } } });
const { cases = '200000', seed = String(Date.now() % 2 ** 31) } = values;
process.env.LESSONS_FUZZ_CASES = cases;
process.env.LESSONS_FUZZ_SEED = seed;
execFileSync(process.execPath, ['esbuild.js', '--tests', 'unit'], { stdio: 'inherit' });
console.log(`${cases} cases, seed ${seed}`);
const mocha = new Mocha({ timeout: 0 }).addFile('out/test/unit/fuzz.test.mjs');
const failures = await new Promise((resolve) => mocha.run(resolve));
process.exit(failures === 0 ? 0 : 1);
