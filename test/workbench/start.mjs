// `npm start`. What needs a recent Node is imported only once it is known to be one.
if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(
    `This needs Node 20 or newer, and this is Node ${process.versions.node}: install a newer one, then run npm start again.`,
  );
  process.exit(1);
}
const { Ended, endOnSignals } = await import('./ending.mjs');
const { told } = await import('./humanError.mjs');
const { help, startOptions } = await import('./startOptions.mjs');
const { runDemo } = await import('./demo.mjs');

// When the terminal is closed there is nobody left to write to, and still something to end.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

const signal = endOnSignals();
try {
  const options = startOptions(process.argv.slice(2));
  if (options.help) console.log(help);
  else await runDemo(options, { progress: (line) => console.log(line), signal });
  process.exit(0);
} catch (error) {
  if (error instanceof Ended) process.exit(error.status);
  console.error(`\n${told(error)}`);
  process.exit(1);
}
