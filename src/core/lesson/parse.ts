import { isMap, isScalar, type Node } from 'yaml';
import type { LazyText } from '../lazyText';
import { comparePositions, firstLine, SourceText } from '../text';
import { missingForAcceptance } from './acceptance';
import { assembleLesson } from './assemble';
import { type Decoded, decodeLesson } from './decode';
import { findFrontMatter } from './frontMatterBlock';
import { KeyRanges, numbersOf } from './keyRanges';
import { type Lesson, type Relation, relationKeys } from './lesson';
import { PatternCompiler } from './patternCompiler';
import { defaultPolicy, type Policy } from './policy';
import { type Problem, problemAt } from './problem';
import { checkWording } from './proseChecks';
import { readScopes } from './scopes';
import { checkTests } from './scopeTests';
import { type Add, nodeAt, openSheet, type Sheet } from './sheet';
import { ValueReader } from './valueReader';
import { type FrontMatter, requiredKeys, vocabulary } from './vocabulary';

/** What one lesson file gave: a lesson if one could be read, and everything that is wrong with the file. */
export interface ParsedLesson {
  readonly path: string;
  readonly lesson?: Lesson;
  readonly problems: readonly Problem[];
}

/** Reads a lesson file. Never throws: what is wrong comes back as problems. `path` is relative, with `/`. */
export function parseLesson(path: string, bytes: Uint8Array, policy: Policy = defaultPolicy): ParsedLesson {
  return parseDecoded(path, decodeLesson(bytes), policy);
}

export function parseDecoded(path: string, decoded: Decoded, policy: Policy): ParsedLesson {
  if (decoded.kind === 'problem') {
    return { path, problems: [problemAt(path, firstLine(new SourceText('')), decoded.fact)] };
  }
  return parseLessonText(path, decoded.text, policy);
}

export function parseLessonText(
  path: string,
  text: SourceText,
  policy: Policy = defaultPolicy,
): ParsedLesson {
  const problems: Problem[] = [];
  const add: Add = (fact, range) => problems.push(problemAt(path, range, fact));
  const lesson = readLesson(path, text, policy, add);
  problems.sort((a, b) => comparePositions(a.range.start, b.range.start));
  return { path, lesson, problems };
}

function readLesson(path: string, text: SourceText, policy: Policy, add: Add): Lesson | undefined {
  const block = findFrontMatter(text);
  if (block.kind !== 'found') {
    add({ code: `front-matter-${block.kind}` }, firstLine(text));
    return undefined;
  }
  const sheet = openSheet(text, block.start, block.end, add);
  if (sheet === undefined) {
    return undefined;
  }
  const lesson = readFrontMatter(path, sheet, { value: text.value.slice(block.bodyStart) }, policy);
  const missing = lesson?.status === 'accepted' ? missingForAcceptance(lesson) : [];
  if (missing.length > 0) {
    sheet.report({ code: 'acceptance-incomplete', missing }, nodeAt(sheet.root, 'status'));
  }
  checkWording(text, block.bodyStart, sheet, policy.wordingOff);
  return lesson;
}

function readFrontMatter(path: string, sheet: Sheet, body: LazyText, policy: Policy): Lesson | undefined {
  const { report, root } = sheet;
  const reader = new ValueReader(sheet.document, report, policy.added);
  const frontMatter = reader.read({ kind: 'record', keys: vocabulary }, 'front matter', root) as FrontMatter;
  for (const key of requiredKeys) {
    if (!root.has(key)) {
      report({ code: 'key-missing', key }, undefined);
    }
  }
  const compiler = new PatternCompiler();
  const written = nodeAt(root, 'applies_to');
  const scopes = readScopes(frontMatter.applies_to ?? [], written, reader, sheet, compiler);
  checkTests(frontMatter, scopes, sheet, reader, compiler);
  const [ranges, relations] = [rangesOf(sheet), relationsOf(sheet, reader)];
  return assembleLesson(frontMatter, { path, ranges, relations, scopes, body });
}

function rangesOf({ root, rangeOf }: Sheet): KeyRanges {
  const keys: string[] = [];
  const places: number[] = [];
  for (const { key, value } of root.items) {
    const name = isScalar(key) ? String(key.value) : '';
    if (Object.hasOwn(vocabulary, name)) {
      // A key without a value still has a place.
      const placed = value === null || (isScalar(value) && value.value === null) ? key : value;
      keys.push(name);
      places.push(...numbersOf(rangeOf(placed as Node)));
    }
  }
  return new KeyRanges(keys, places);
}

function relationsOf({ root, rangeOf }: Sheet, reader: ValueReader): readonly Relation[] {
  return relationKeys.flatMap((key) =>
    reader.entries(nodeAt(root, key)).flatMap((node): Relation[] => {
      const id = isScalar(node) ? node.value : undefined;
      return typeof id === 'string' && !isMap(node) ? [{ key, id, range: rangeOf(node) }] : [];
    }),
  );
}
