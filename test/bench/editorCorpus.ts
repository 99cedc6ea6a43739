import type { CorpusFile } from './lessonCorpus';

/** Code of so many lines: classes with a method each, as `Holder7.load7`. */
export function longCode(lines: number): string {
  const holders = Array.from(
    { length: Math.ceil(lines / 10) },
    (_, serial) => `/** Number ${serial}. */
export class Holder${serial} {
  readonly #value = new Map<string, number[]>();

  load${serial}(name: string, options: { limit: number } = { limit: ${serial} }): number {
    if (name.length > options.limit) throw new Error(\`too long: \${name}\`);
    const found = this.#value.get(name) ?? [];
    return found.reduce((sum, one) => sum + one * ${serial}, 0);
  }
}
`,
  );
  return `${holders.join('').split('\n').slice(0, lines).join('\n')}\n`;
}

/** Lessons that reach that code: half by symbols, half by patterns. */
export function reachingLessons(count: number): CorpusFile[] {
  return Array.from({ length: count }, (_, serial) => {
    const what =
      serial % 2 === 0 ? `symbols: Holder${serial}.load${serial}` : `pattern: '\\bload${serial}\\s*\\('`;
    const front = [
      `id: LSN-${serial.toString().padStart(8, '0').replace(/^0000/, 'ZZZZ')}`,
      `title: A loader that was asked without a limit (${serial})`,
      'status: accepted',
      `applies_to: {paths: src/, ${what}}`,
    ];
    return { path: `.lessons/loaders/${serial}.md`, text: `---\n${front.join('\n')}\n---\n` };
  });
}
