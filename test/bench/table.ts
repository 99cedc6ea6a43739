import type { Figure } from './bench';

type Measure = 'elapsed' | 'processor' | 'stall' | 'megabytes';
const measures: readonly Measure[] = ['elapsed', 'processor', 'stall', 'megabytes'];

/** One line for each thing measured: its best over all rounds, and how often each yardstick goes into it. */
export function tableOf(rounds: readonly (readonly Figure[])[]): string {
  const best = new Map<string, Figure>();
  for (const figure of rounds.flat()) {
    best.set(figure.what, better(figure, best.get(figure.what)));
  }
  const figures = [...best.values()];
  const yardsticks = figures.filter(({ isYardstick }) => isYardstick);
  return markdown([
    ['', 'ms', 'processor ms', 'longest stall ms', 'MB', ...yardsticks.map(({ what }) => `x ${what}`)],
    ...figures.map((figure) => [
      figure.what,
      ...measures.map((measure) => rounded(figure[measure])),
      ...yardsticks.map((by) => ratio(figure, by)),
    ]),
  ]);
}

function better(figure: Figure, known: Figure = figure): Figure {
  const best = measures.flatMap((measure) => {
    const values = [figure[measure], known[measure]].filter((value) => value !== undefined);
    return values.length === 0 ? [] : [[measure, Math.min(...values)] as const];
  });
  return { ...figure, ...Object.fromEntries(best) };
}

/** By work where there was work, else by size. */
function ratio(figure: Figure, by: Figure): string {
  const measure = by.processor === undefined ? 'megabytes' : 'processor';
  const [value, unit] = [figure[measure], by[measure]];
  return value === undefined || unit === undefined ? '' : rounded(value / unit);
}

function rounded(value: number | undefined): string {
  return value === undefined ? '' : value.toFixed(value < 0.1 ? 3 : value < 1 ? 2 : value < 10 ? 1 : 0);
}

function markdown([head = [], ...rows]: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(' | ')} |`;
  const rule = `|${widths.map((width, at) => (at === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}
