import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Language, Parser, type Tree } from 'web-tree-sitter';
import { grammarFilesIn } from '../../src/cli/nodeFiles';
import { parseLessonText } from '../../src/core/lesson/parse';
import { buildLibrary, type Library } from '../../src/core/library/library';
import { noLines } from '../../src/core/match/changedLines';
import { DocumentSession, type Pace } from '../../src/core/match/documentSession';
import { matchSource } from '../../src/core/match/engine';
import { Grammars } from '../../src/core/match/grammars';
import { ProjectManifests } from '../../src/core/match/packages/projectManifests';
import { sourceOf } from '../../src/core/match/source';
import { StructureFinder } from '../../src/core/match/structure/structureFinder';
import { SymbolFinder } from '../../src/core/match/symbolFinder';
import type { Tools } from '../../src/core/match/tools';
import { changeBetween, SourceText } from '../../src/core/text';
import type { Bench, Figure, Setting } from './bench';
import { SeededRandom } from './random';

/** What one keystroke costs in a long file under many lessons, against the parser's own work for it. */
export const keystrokeBench: Bench = {
  name: 'keystroke',
  readsCorpus: true,
  prepare: async () => undefined,
  tasks: [{ name: 'keystrokes', run: runKeystrokes }],
};

const keystrokes = 300;
const reaching = 100;
const path = 'src/renderer.ts';

/** Everything is done for each keystroke in turn, so that a slow moment of the machine hits all alike. */
async function runKeystrokes({ corpus, files }: Setting): Promise<readonly Figure[]> {
  const text = await readFile(join(corpus, 'three/src/renderers/WebGLRenderer.js'), 'utf8');
  const library = libraryFor(text, files);
  const grammars = grammarFilesIn('dist');
  const languages = new Grammars(grammars);
  const tools: Tools = {
    symbols: new SymbolFinder(grammars, { languages: languages, now: () => performance.now() }),
    structures: new StructureFinder(grammars, languages),
    manifests: new ProjectManifests({ read: async () => undefined }),
  };
  const session = new DocumentSession(tools);
  const changesIn = async () => noLines;
  await session.match(library, sourceOf(path, text), changesIn);
  const floor = await Floor.open(text, await grammars.read('typescript'));
  const times = { floor: [], quick: [], settled: [], fresh: [] } as Record<string, number[]>;
  const note = (what: string, time: number) => times[what]?.push(time);
  let broken = 0;
  const elapsed = async (action: () => unknown) => {
    const start = performance.now();
    await action();
    return performance.now() - start;
  };
  for (const [index, typed] of [...typing(text)].entries()) {
    const match = (pace: Pace) => session.match(library, sourceOf(path, typed), changesIn, pace);
    note('floor', floor.update(typed));
    note('quick', await elapsed(() => match('quick')));
    if (index % 10 === 0) {
      const isExact = (await match('quick'))?.isExact !== false;
      broken += isExact ? 0 : 1;
      if (!isExact) {
        note('settled', await elapsed(() => match('exact')));
      }
      note('fresh', await elapsed(() => matchSource(library, sourceOf(path, typed), tools, changesIn)));
    }
  }
  return [
    ...figures('incremental parse alone', times.floor, true),
    ...figures('keystroke', times.quick),
    ...figures(`after a pause, in broken code (${broken} of ${keystrokes / 10})`, times.settled),
    ...figures('full match', times.fresh),
    { what: 'resident memory', megabytes: process.memoryUsage.rss() / 1e6 },
  ];
}

function figures(what: string, times: readonly number[] = [], isYardstick = false): Figure[] {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return [
    { what: `${what}, median`, elapsed: at(0.5), processor: at(0.5), isYardstick },
    { what: `${what}, p95`, elapsed: at(0.95), processor: at(0.95), isYardstick },
  ];
}

/** The texts after each keystroke of someone who writes a few lines, goes elsewhere, and takes some back. */
function* typing(text: string): Generator<string> {
  const random = new SeededRandom(7);
  let current = text;
  for (let done = 0; done < keystrokes; ) {
    const lines = current.split('\n');
    let at = lines.slice(0, random.below(lines.length)).join('\n').length;
    for (const letter of `\nconst value${done} = this.render( scene, camera );`) {
      current = current.slice(0, at) + letter + current.slice(at);
      at++;
      yield current;
      done++;
    }
    current = current.slice(0, at - 10) + current.slice(at);
    yield current;
    done++;
  }
}

/** Many lessons, of which some are about the file: half by symbols, half by patterns with words that it has. */
function libraryFor(text: string, lessons: number): Library {
  const random = new SeededRandom(3);
  const words = [...new Set(text.match(/\b[a-z]\w{6,}\b/g))] as [string, ...string[]];
  return buildLibrary(
    Array.from({ length: lessons }, (_, index) => {
      const folder = index < reaching ? 'src' : `area${index % 500}`;
      const scope =
        index % 2 === 0
          ? `{paths: "${folder}/**/*.ts", symbols: ["${random.pick(words)}", "WebGLRenderer.${random.pick(words)}"]}`
          : `{paths: "${folder}/**/*.ts", pattern: "\\\\b${random.pick(words)}\\\\s*\\\\("}`;
      const id = `LSN-${index.toString().padStart(8, '0')}`;
      const front = `id: ${id}\ntitle: Lesson number ${index}\napplies_to: ${scope}\n`;
      return parseLessonText(`.lessons/${index}.md`, new SourceText(`---\n${front}---\n`));
    }),
  );
}

/** The parser alone, told of each edit. */
class Floor {
  readonly #parser: Parser;
  #tree: Tree | null;
  #text: string;

  private constructor(parser: Parser, text: string) {
    this.#parser = parser;
    this.#tree = parser.parse(text);
    this.#text = text;
  }

  static async open(text: string, grammar: Uint8Array): Promise<Floor> {
    await Parser.init();
    const parser = new Parser();
    parser.setLanguage(await Language.load(grammar));
    return new Floor(parser, text);
  }

  /** @returns the milliseconds that telling and parsing took, without finding out what the edit was */
  update(text: string): number {
    const change = changeBetween(this.#text, text);
    const old = this.#tree;
    if (change === undefined || old === null) {
      return 0;
    }
    const [before, after] = [new SourceText(this.#text), new SourceText(text)];
    const point = (of: SourceText, offset: number) => {
      const { line, character } = of.positionAt(offset);
      return { row: line, column: character };
    };
    const edit = {
      startIndex: change.start,
      oldEndIndex: change.oldEnd,
      newEndIndex: change.newEnd,
      startPosition: point(before, change.start),
      oldEndPosition: point(before, change.oldEnd),
      newEndPosition: point(after, change.newEnd),
    } as Parameters<Tree['edit']>[0];
    const start = performance.now();
    old.edit(edit);
    this.#tree = this.#parser.parse(text, old);
    const elapsed = performance.now() - start;
    old.delete();
    this.#text = text;
    return elapsed;
  }
}
