import type { Figure } from './bench';

/** One line per figure: its best over all rounds, and how often each yardstick of its unit goes into it. */
export function tableOf(rounds: readonly (readonly Figure[])[]): string {
  const best = new Map<string, Figure>();
  for (const figure of rounds.flat()) {
    const known = best.get(figure.what);
    best.set(figure.what, known === undefined || figure.value < known.value ? figure : known);
  }
  const figures = [...best.values()];
  const yardsticks = figures.filter(({ isYardstick }) => isYardstick);
  const ratio = (figure: Figure, by: Figure) =>
    figure.unit === by.unit ? rounded(figure.value / by.value) : '';
  const lines = [
    ['', 'best', ...yardsticks.map(({ what }) => `x ${what}`)],
    ...figures.map((figure) => [
      figure.what,
      `${figure.value.toFixed(figure.value < 10 ? 1 : 0)} ${figure.unit}`,
      ...yardsticks.map((by) => ratio(figure, by)),
    ]),
  ];
  return markdown(lines);
}

function rounded(ratio: number): string {
  return ratio.toFixed(ratio < 0.1 ? 3 : ratio < 10 ? 2 : 0);
}

function markdown([head = [], ...rows]: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(' | ')} |`;
  const rule = `|${widths.map((width, at) => (at === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}
