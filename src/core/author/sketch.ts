import type { Document } from 'yaml';
import { readYaml } from '../lesson/readYaml';
import { longestYaml } from '../lesson/sheet';

/** YAML while it is being written, read as far as it goes. */
export interface Sketch {
  /** As long as what was given, so that offsets stay. */
  readonly source: string;
  readonly document: Document.Parsed;
}

/**
 * Reads YAML that may be broken. One fault can shift all that follows it (`title: a: b` takes the next keys for its own),
 * so where there is one, each key at the left edge is read by itself, and those that are broken keep their name alone.
 * @param cursor where someone is writing: what stands there is left as it is
 */
export function sketchOf(source: string, cursor: number): Sketch | undefined {
  const document = readSketch(source);
  if (document === undefined || document.errors.length === 0) {
    return document && { source, document };
  }
  const healed = blocksOf(source, cursor)
    .map(({ start, text, isHere }) => {
      if (readSketch(text)?.errors.length === 0) {
        return text;
      }
      return isHere ? linesHealed(text, cursor - start) : withoutValue(text);
    })
    .join('');
  const second = readSketch(healed);
  return second && { source: healed, document: second };
}

/** `undefined` where it is too long or too deep to be anybody's keys. */
export function readSketch(source: string): Document.Parsed | undefined {
  return source.length > longestYaml ? undefined : readYaml(source);
}

interface Block {
  readonly start: number;
  readonly text: string;
  readonly isHere: boolean;
}

const keyAtLeft = /^[\w-]+[ \t]*:(?=\s|$)/gm;

/** The stretches that begin with a key at the left edge; what comes before the first is one of its own. */
function blocksOf(source: string, cursor: number): readonly Block[] {
  const starts = [...source.matchAll(keyAtLeft)].map(({ index }) => index);
  const line = source.slice(0, cursor).lastIndexOf('\n') + 1;
  // A word at the left edge, or nothing, is about to become a key.
  const own = /^(?:\w|$)/m.test(source.slice(line).split('\n', 1)[0] ?? '') ? [line] : [];
  const bounds = [...new Set([0, ...starts, ...own, source.length])].sort((a, b) => a - b);
  const last = bounds.findLastIndex((bound, at) => bound <= cursor && at < bounds.length - 1);
  return bounds.slice(0, -1).map((start, at) => ({
    start,
    text: source.slice(start, bounds[at + 1]),
    isHere: at === last,
  }));
}

/** Lines that are broken by themselves keep the key alone, where that helps. */
function linesHealed(block: string, cursor: number): string {
  const healed = block.replace(keyAndValue, (line: string, at: number) => {
    const isHere = at <= cursor && cursor <= at + line.length;
    return isHere || readSketch(line.trim())?.errors.length === 0 ? line : withoutValue(line);
  });
  const faults = (text: string) => readSketch(text)?.errors.length ?? Number.POSITIVE_INFINITY;
  return faults(healed) < faults(block) ? healed : block;
}

const keyAndValue = /^[ \t]*(?:-[ \t]+)*[\w-]+:[ \t]+\S.*$/gm;

/** Something stays in the value's place, so that nobody takes the key for one that still needs one. */
function withoutValue(block: string): string {
  const key = /^[ \t]*(?:-[ \t]+)*[\w-]+[ \t]*:/.exec(block)?.[0] ?? '';
  const value = block.slice(key.length).replace(/[^\n]/g, ' ');
  return key + value.replace(/^(\n*) {2}/, '$1 ~');
}
