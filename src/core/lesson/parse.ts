import { type Document, isMap, type Node, parseDocument, type YAMLMap } from 'yaml';
import { comparePositions, firstLine, type Range, SourceText } from '../text';
import { missingForAcceptance } from './acceptance';
import { decodeLesson } from './decode';
import { findFrontMatter } from './frontMatterBlock';
import type { Lesson, Reference } from './lesson';
import { type Problem, type ProblemFact, severityOf } from './problem';
import { readScopes } from './scopes';
import { checkTests } from './scopeTests';
import { type Report, ValueReader } from './valueReader';
import { type Confidence, type FrontMatter, type Severity, type Status, vocabulary } from './vocabulary';

/** What one lesson file gave: a lesson if one could be read, and everything that is wrong with the file. */
export interface ParsedLesson {
  readonly path: string;
  readonly lesson?: Lesson;
  readonly problems: readonly Problem[];
}

/** Reads a lesson file. Never throws: what is wrong comes back as problems. `path` is relative, with `/`. */
export function parseLesson(path: string, bytes: Uint8Array): ParsedLesson {
  const decoded = decodeLesson(bytes);
  if (decoded.kind === 'problem') {
    const range = firstLine(new SourceText(''));
    return { path, problems: [{ ...decoded.fact, path, range, severity: severityOf(decoded.fact.code) }] };
  }
  return parseLessonText(path, decoded.text);
}

export function parseLessonText(path: string, text: SourceText): ParsedLesson {
  const problems: Problem[] = [];
  const add = (fact: ProblemFact, range: Range) =>
    problems.push({ ...fact, path, range, severity: severityOf(fact.code) });
  const lesson = readLesson(path, text, add);
  problems.sort((a, b) => comparePositions(a.range.start, b.range.start));
  return { path, lesson, problems };
}

type Add = (fact: ProblemFact, range: Range) => void;

/** An open lesson file: its YAML, its body, and how a node's place and its faults are told. */
interface Sheet {
  readonly document: Document.Parsed;
  readonly body: string;
  readonly report: Report;
  rangeOf(node: Node | undefined): Range;
}

function readLesson(path: string, text: SourceText, add: Add): Lesson | undefined {
  const sheet = openSheet(text, add);
  if (sheet === undefined) {
    return undefined;
  }
  const root = sheet.document.contents;
  if (!isMap(root)) {
    sheet.report({ code: 'value-type', key: 'front matter', expected: 'record' }, undefined);
    return undefined;
  }
  const lesson = readFrontMatter(path, sheet, root);
  const missing = lesson === undefined ? [] : missingForAcceptance(lesson);
  if (missing.length > 0) {
    sheet.report({ code: 'acceptance-incomplete', missing }, nodeAt(root, 'status'));
  }
  return lesson;
}

function openSheet(text: SourceText, add: Add): Sheet | undefined {
  const block = findFrontMatter(text);
  if (block.kind !== 'found') {
    add({ code: `front-matter-${block.kind}` }, firstLine(text));
    return undefined;
  }
  const document = parseDocument(text.value.slice(block.start, block.end), { prettyErrors: false });
  const rangeAt = (start: number, end: number) => text.range(block.start + start, block.start + end);
  for (const { message, pos } of document.errors) {
    add({ code: 'yaml-syntax', reason: message }, rangeAt(pos[0], Math.max(pos[1], pos[0] + 1)));
  }
  if (document.errors.length > 0) {
    // Half a scope could be a wider scope, so a lesson whose YAML is broken stays silent until it is whole.
    return undefined;
  }
  const rangeOf = (node: Node | undefined) =>
    node?.range ? rangeAt(node.range[0], node.range[1]) : firstLine(text);
  return {
    document,
    body: text.value.slice(block.bodyStart),
    report: (fact, node) => add(fact, rangeOf(node)),
    rangeOf,
  };
}

function readFrontMatter(path: string, sheet: Sheet, root: YAMLMap): Lesson | undefined {
  const { report } = sheet;
  const reader = new ValueReader(sheet.document, report);
  const frontMatter = reader.read({ kind: 'record', keys: vocabulary }, 'front matter', root) as FrontMatter;
  for (const key of ['id', 'title']) {
    if (!root.has(key)) {
      report({ code: 'key-missing', key }, undefined);
    }
  }
  const scopes = readScopes(frontMatter.applies_to ?? [], nodeAt(root, 'applies_to'), reader, report);
  checkTests(frontMatter, scopes, nodeAt(root, 'tests'), reader, report);
  const { id, title } = frontMatter;
  if (id === undefined || title === undefined) {
    return undefined;
  }
  const idRange = sheet.rangeOf(nodeAt(root, 'id'));
  return {
    path,
    id,
    idRange,
    title,
    ...withDefaults(frontMatter, title),
    scopes,
    frontMatter,
    body: sheet.body,
  };
}

function nodeAt(map: YAMLMap, key: string): Node | undefined {
  return map.get(key, true) as Node | undefined;
}

function withDefaults(frontMatter: FrontMatter, title: string) {
  return {
    advice: frontMatter.advice ?? title,
    status: frontMatter.status ?? ('proposed' satisfies Status),
    severity: frontMatter.severity ?? ('medium' satisfies Severity),
    confidence: frontMatter.confidence ?? ('medium' satisfies Confidence),
    level: frontMatter.level,
    references: (frontMatter.references ?? []).flatMap(({ type, url }): Reference[] =>
      url === undefined ? [] : [{ type, url }],
    ),
  };
}
