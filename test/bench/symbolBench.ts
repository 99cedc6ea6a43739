import { readFileSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Edit, Language, Parser, type Tree } from 'web-tree-sitter';
import { grammarFilesIn } from '../../src/cli/nodeFiles';
import { candidatesFor, meantBy } from '../../src/core/match/languages/grammarChoice';
import { type Source, sourceOf } from '../../src/core/match/source';
import { SymbolFinder } from '../../src/core/match/symbolFinder';
import { atOnce } from '../../src/core/pieces';
import { changeBetween, SourceText, type TextChange } from '../../src/core/text';
import type { Bench, Figure, Setting } from './bench';

/** What it costs to know a text's symbols: once, and after each key while somebody types. */
export const symbolBench: Bench = {
  name: 'symbols',
  readsCorpus: true,
  prepare: () => Promise.resolve(),
  tasks: [
    { name: 'keystrokes', run: runKeystrokes },
    { name: 'whole files', run: runWholeFiles },
  ],
};

/** One key at a time into and out of a file of about 3,000 lines: a session against the parser alone. */
async function runKeystrokes({ corpus }: Setting): Promise<Figure[]> {
  const whole = readFileSync(join(corpus, 'rxjs/src/internal/Observable.ts'), 'utf8');
  const source = sourceOf('a.ts', whole.repeat(Math.ceil(3000 / whole.split('\n').length)));
  const finder = new SymbolFinder(grammarFilesIn('dist'));
  const session = await finder.open(source);
  const parser = await parserOf(source);
  let tree = parser.parse(source.text.value);
  if (session === undefined || tree === null) {
    throw new Error('There is no grammar of TypeScript to measure.');
  }
  atOnce(session.update(source.text));
  const [parsing, following, broken]: number[][] = [[], [], []];
  let before = source.text;
  for (const value of keystrokes(source.text.value)) {
    const change = changeBetween(before.value, value);
    const after = new SourceText(value);
    if (change !== undefined) {
      const start = performance.now();
      const next = reparsed(parser, tree, before, after, change);
      const parsed = performance.now();
      atOnce(session.update(after, change));
      const isThere = session.symbols.length > 0;
      const followed = performance.now();
      const isBroken = next.rootNode.hasError || !isThere;
      (isBroken ? broken : following)?.push(followed - parsed);
      if (!isBroken) {
        parsing?.push(parsed - start);
      }
      tree.delete();
      tree = next;
    }
    before = after;
  }
  return [
    { what: 'edit and parse, p95 of a key', ...asTime(p95(parsing)), isYardstick: true },
    { what: 'session, p95 of a key', ...asTime(p95(following)) },
    { what: 'session, p95 of a key in broken code', ...asTime(p95(broken)) },
    { what: 'edit and parse, median of a key', ...asTime(median(parsing)) },
    { what: 'session, median of a key', ...asTime(median(following)) },
  ];
}

/** Per 1,000 lines of a language: parser alone, and symbols. */
async function runWholeFiles({ corpus }: Setting): Promise<Figure[]> {
  const finder = new SymbolFinder(grammarFilesIn('dist'));
  const figures: Figure[] = [];
  for (const [language, paths] of await filesByLanguage(corpus)) {
    const sources = paths.map((path) => sourceOf(path, readFileSync(path, 'utf8')));
    const [first] = sources;
    if (first === undefined) {
      continue;
    }
    const parser = await parserOf(first);
    const lines = sources.reduce((sum, { text }) => sum + text.lineCount, 0) / 1000;
    const best = { parse: Number.POSITIVE_INFINITY, symbols: Number.POSITIVE_INFINITY };
    for (let round = 0; round < 4; round++) {
      const start = performance.now();
      for (const { text } of sources) {
        parser.parse(text.value)?.delete();
      }
      const parsed = performance.now();
      for (const source of sources) {
        await finder.symbolsOf(source);
      }
      best.parse = Math.min(best.parse, parsed - start);
      best.symbols = Math.min(best.symbols, performance.now() - parsed);
    }
    figures.push({ what: `${language}: parser, 1,000 lines`, ...asTime(best.parse / lines) });
    figures.push({ what: `${language}: symbols, 1,000 lines`, ...asTime(best.symbols / lines) });
  }
  return figures;
}

/** Texts as they follow each other while a word, a call and a line are typed and taken back at places all over a text. */
function* keystrokes(text: string): Generator<string> {
  for (let place = 1; place <= 20; place++) {
    const at = text.indexOf('\n', Math.floor((text.length * place) / 21)) + 1;
    for (const typed of ['// word\n', 'const a = call(1);\n']) {
      for (let count = 1; count <= typed.length; count++) {
        yield text.slice(0, at) + typed.slice(0, count) + text.slice(at);
      }
      for (let count = typed.length - 1; count >= 0; count--) {
        yield text.slice(0, at) + typed.slice(0, count) + text.slice(at);
      }
    }
  }
}

function reparsed(
  parser: Parser,
  tree: Tree,
  before: SourceText,
  after: SourceText,
  change: TextChange,
): Tree {
  const point = (text: SourceText, offset: number) => {
    const { line, character } = text.positionAt(offset);
    return { row: line, column: character };
  };
  tree.edit(
    new Edit({
      ...{ startIndex: change.start, oldEndIndex: change.oldEnd, newEndIndex: change.newEnd },
      startPosition: point(before, change.start),
      oldEndPosition: point(before, change.oldEnd),
      newEndPosition: point(after, change.newEnd),
    }),
  );
  const next = parser.parse(after.value, tree);
  if (next === null) {
    throw new Error('The parser gave up.');
  }
  return next;
}

async function parserOf({ language, path, text }: Source): Promise<Parser> {
  const definitions = meantBy(candidatesFor(language, path), text.value);
  const files = grammarFilesIn('dist');
  // Starts the runtime as well.
  await new SymbolFinder(files).symbolsOf(sourceOf(path, ''));
  const parser = new Parser();
  parser.setLanguage(await Language.load(await files.read(definitions?.grammar)));
  return parser;
}

/** Up to 150 files of each language that has a grammar; bundles are longer than any code that is edited. */
async function filesByLanguage(folder: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const byLanguage = new Map<string, string[]>();
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const { language } = sourceOf(path, '');
    const known = byLanguage.get(language) ?? [];
    if (candidatesFor(language, path).length > 0 && known.length < 150 && statSync(path).size < 300_000) {
      byLanguage.set(language, [...known, path]);
    }
  }
  return byLanguage;
}

function asTime(elapsed: number): Pick<Figure, 'elapsed' | 'processor'> {
  return { elapsed, processor: elapsed };
}

function p95(times: readonly number[] = []): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
}

function median(times: readonly number[] = []): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}
