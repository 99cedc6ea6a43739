import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { SeededRandom } from './random';

type Words = readonly [string, ...string[]];

const areas: Words = [
  'api',
  'billing',
  'cache',
  'deploy',
  'edge',
  'http',
  'ingest',
  'mail',
  'orders',
  'search',
];
const parts: Words = ['client', 'handler', 'limits', 'pool', 'queue', 'reader', 'router', 'schema', 'worker'];
const verbs: Words = ['close', 'decode', 'drain', 'flush', 'merge', 'parse', 'retry', 'send', 'verify'];
const nouns: Words = ['Batch', 'Config', 'Cursor', 'Frame', 'Invoice', 'Lease', 'Session', 'Token'];
const endings: Words = ['go', 'java', 'py', 'rs', 'ts'];
const languages: Words = ['go', 'java', 'python', 'rust', 'typescript'];
const factors = ['default-unsafe', 'implicit-state', 'library-semantics', 'missing-control', 'missing-test'];
const tags = ['capacity', 'concurrency', 'overload', 'regex', 'storage', 'time', 'unicode', 'upgrade'];
const sentences: Words = [
  'A short network disruption had started it, and the answers took longer than the callers waited.',
  'One caller that asks again after a timeout is harmless, and such disruptions had always passed unnoticed.',
  'The value was written in one unit and read in another; both sides had tests, and neither test crossed over.',
  'The command came from an established playbook and did what it was told, on far more hosts than was meant.',
  'Nobody could see from the outside that the setting was read once, at the start, and never again.',
  'The limit was far above what the load had been for years, until one customer moved all their data in.',
  'The certificate was renewed on time, but the process that used it had been running since the year before.',
  'The migration was tried on a copy that had a hundredth of the rows, and locked the table for a second there.',
];

/** Patterns by how they start, in the proportion in which teams write them: mostly a call or a word. */
function pattern(random: SeededRandom): { readonly pattern: string; readonly hit: string } {
  const [verb, noun] = [random.pick(verbs), random.pick(nouns)];
  const serial = random.below(900) + 100;
  return random.pick([
    { pattern: `\\b${verb}${noun}\\(`, hit: `await ${verb}${noun}(input);` },
    { pattern: `new ${noun}\\([^)\\n]*timeout:\\s*0`, hit: `new ${noun}({ timeout: 0 })` },
    { pattern: `${verb}_${serial}\\s*=\\s*(?:true|1)\\b`, hit: `${verb}_${serial} = true` },
    { pattern: `(?:${verb}|${random.pick(verbs)})All\\w*\\(\\s*\\)`, hit: `${verb}All()` },
  ]);
}

function scope(random: SeededRandom): { readonly scope: Record<string, unknown>; readonly hit?: string } {
  const [area, part] = [random.pick(areas), random.pick(parts)];
  const ending = random.pick(endings);
  const paths = random.pick([
    `src/${area}/**`,
    [`src/${area}/**/*.${ending}`, `lib/${area}/${part}${random.below(100)}.${ending}`],
    `**/${part}${random.below(400)}.{${ending},${random.pick(endings)}}`,
    [`${area}/${part}/*.${ending}`],
  ]);
  const kind = random.next();
  if (kind < 0.35) {
    const { pattern: written, hit } = pattern(random);
    return { scope: { paths, pattern: written }, hit };
  }
  if (kind < 0.75) {
    const symbols = `${random.pick(nouns)}.${random.pick(verbs)}${random.pick(nouns)}`;
    return { scope: random.chance(0.5) ? { paths, symbols } : { symbols: [symbols], exclude: ['test/'] } };
  }
  return { scope: random.chance(0.5) ? { paths } : { paths, languages: [random.pick(languages)] } };
}

function frontMatter(random: SeededRandom, id: string): Record<string, unknown> {
  const scopes = Array.from({ length: random.chance(0.8) ? 1 : 2 }, () => scope(random));
  const hits = scopes.flatMap(({ hit }) => hit ?? []);
  const [area, part, verb] = [random.pick(areas), random.pick(parts), random.pick(verbs)];
  return {
    id,
    title: `A ${part} of ${area} that was left open let every ${verb} wait for the one before`,
    advice: `Give the ${part} a limit of its own, and ${verb} in batches that one failure cannot stop.`,
    status: random.pick(['accepted', 'accepted', 'accepted', 'proposed', 'deprecated']),
    severity: random.pick(['critical', 'high', 'medium', 'low']),
    confidence: random.pick(['high', 'medium', 'low']),
    applies_to: scopes.map((entry) => entry.scope),
    ...(hits.length > 0 && random.chance(0.6) ? { tests: { match: hits, no_match: ['return total;'] } } : {}),
    references: [{ type: 'INCIDENT', url: `https://incidents.example/${area}/${random.below(9999)}` }],
    created: `2026-0${random.below(9) + 1}-1${random.below(9)}`,
    review_by: `2027-0${random.below(9) + 1}-1${random.below(9)}`,
    origin: random.pick(['incident', 'near-miss', 'review', 'external']),
    factors: random.some(factors, random.below(2) + 1),
    tags: random.some(tags, random.below(3) + 1),
    owners: [`team-${area}`],
  };
}

function body(random: SeededRandom): string {
  const paragraph = () =>
    Array.from({ length: random.below(3) + 2 }, () => random.pick(sentences)).join('\n');
  return [
    ...['## What happened', paragraph(), '## Why it made sense', paragraph(), '## What to do instead'],
    `\`\`\`ts\nawait ${random.pick(verbs)}${random.pick(nouns)}(input, { limit: ${random.below(100)} });\n\`\`\``,
    ...['## Does not apply to', random.pick(sentences), '## How it would be noticed', random.pick(sentences)],
  ].join('\n\n');
}

export interface CorpusFile {
  readonly path: string;
  readonly text: string;
}

/** Lesson files as teams write them: two to three kilobytes, one in a hundred with something wrong in it. */
export function lessonCorpus(count: number, seed = 1): CorpusFile[] {
  const random = new SeededRandom(seed);
  const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  return Array.from({ length: count }, (_, index) => {
    const serial = Array.from({ length: 8 }, (_, at) => letters[(index >> (5 * (7 - at))) & 31]).join('');
    const data = frontMatter(random, `LSN-${serial}`);
    const broken = random.chance(0.01) ? { sevrity: 'low' } : {};
    const text = `---\n${stringify({ ...data, ...broken }, { lineWidth: 0 })}---\n\n${body(random)}\n`;
    return { path: `.lessons/${random.pick(areas)}/${2020 + (index % 7)}/lesson-${index}.md`, text };
  });
}

export async function writeCorpus(root: string, files: readonly CorpusFile[]): Promise<void> {
  const folders = new Set(files.map(({ path }) => dirname(join(root, path))));
  await Promise.all([...folders].map((folder) => mkdir(folder, { recursive: true })));
  for (let at = 0; at < files.length; at += 100) {
    await Promise.all(files.slice(at, at + 100).map(({ path, text }) => writeFile(join(root, path), text)));
  }
}
