import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SeededRandom } from './random';

export interface PatternGroup {
  readonly name: string;
  readonly patterns: readonly string[];
}

/** All files below a folder, whatever they are called. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      return filesBelow(path);
    }
    return entry.isFile() ? [path] : [];
  });
}

/** Patterns as lessons have them, made of names that occur in the files. */
export function patternGroups(files: readonly string[]): readonly PatternGroup[] {
  const random = new SeededRandom(7);
  const names = namesIn(files, random);
  const withLiteral = Array.from({ length: 100 }, () => literalPattern(names, random));
  const mixed = Array.from({ length: 100 }, (_, index) => mixedPattern(index, names, random));
  const plain = random.some(names, 1100);
  return [
    { name: '100 literals', patterns: plain.slice(0, 100) },
    { name: '1,000 literals', patterns: plain.slice(100) },
    { name: '100 with a literal', patterns: withLiteral },
    { name: '100 mixed', patterns: mixed },
  ];
}

type Names = readonly [string, ...string[]];

function namesIn(files: readonly string[], random: SeededRandom): Names {
  const names = new Set<string>();
  const sources = files.filter((file) => /\.(?:js|mjs|ts)$/.test(file));
  for (const file of random.some(sources, 400)) {
    const found = readFileSync(file, 'utf8').match(/\b[A-Za-z_]\w{5,24}\b/g) ?? [];
    for (const name of random.some(found, 6)) {
      names.add(name);
    }
  }
  const [first = 'useEffect', ...others] = [...names].sort();
  return [first, ...others];
}

function literalPattern(names: Names, random: SeededRandom): string {
  const name = random.pick(names);
  return random.pick([
    name,
    `\\b${name}\\b`,
    `\\b${name}\\(`,
    `${name}\\s*=\\s*`,
    `new ${name}\\([^)]*\\)`,
    `\\.${name}\\.\\w+\\(`,
    `(?:${name}|${random.pick(names)})\\s*\\(`,
  ]);
}

/** A third ignores case, a fifth has classes of Unicode, a fifth alternatives, one in twenty no literal at all. */
function mixedPattern(index: number, names: Names, random: SeededRandom): string {
  const [name, other] = [random.pick(names), random.pick(names)];
  const kinds = [
    `(?i)\\b${name}\\s*[:=]\\s*["'][^"']{4,}["']`,
    `(?:get|set|has|is)${name}\\b`,
    `\\p{Lu}\\p{Ll}+\\.${name}\\b`,
    `(?i)${name}\\w*\\s*\\(`,
    `[a-z]+\\.${name}\\([^)]*\\)`,
    `(?i)(?:${name}|${other})\\d+`,
    `\\b(?:${name}|${other}|${random.pick(names)})\\b`,
    `[\\p{L}\\d_]+${name}\\s*=>`,
    `\\w+\\s+${name}[A-Z]\\w+`,
  ];
  const withoutLiteral = [
    '\\b0x[0-9a-f]{16,}\\b',
    '[\\p{Greek}\\p{Cyrillic}]+',
    '\\b[A-Z]{5,}_[A-Z]{5,}\\d\\b',
    '[ \\t]+$',
    '\\d{4}-\\d{2}-\\d{2}',
  ];
  return index % 20 === 19
    ? (withoutLiteral[(index - 19) / 20] ?? name)
    : (kinds[index % kinds.length] ?? name);
}
