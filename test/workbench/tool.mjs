// Runs a pinned development tool: node test/workbench/tool.mjs <tool> [argument ...]
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { told } from './humanError.mjs';
import { ensureTool } from './toolbox.mjs';

const [name = '', ...args] = process.argv.slice(2);
try {
  // Standard output belongs to the tool.
  const script = await ensureTool(name, (line) => process.stderr.write(`${line}\n`));
  const child = spawn(process.execPath, [script, ...args], { stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  child.once('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (signal ? constants.signals[signal] : 0);
  });
} catch (error) {
  process.stderr.write(`${told(error)}\n`);
  process.exitCode = 2;
}
