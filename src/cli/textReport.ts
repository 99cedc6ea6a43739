import type { Finding } from '../core/display/display';
import { incidentOf } from '../core/lesson/lesson';
import type { Problem } from '../core/lesson/problem';
import { harmlessLine } from '../core/present/harmlessText';
import { matchMessage } from '../core/present/matchWording';
import type { ProblemRecord } from '../core/present/records';
import { type Range, SourceText } from '../core/text';
import { count } from './phrases';
import { readText } from './projectFiles';

/** What is said of one place, as a compiler says it. */
interface Remark {
  readonly path: string;
  readonly range: Range | undefined;
  readonly level: string;
  readonly code: string;
  readonly message: string;
  readonly notes: readonly string[];
}

/** Writes findings and problems for people; positions are one-based, as editors and terminals count. */
export class TextReport {
  readonly #root: string;
  readonly #texts = new Map<string, Promise<SourceText>>();

  constructor(root: string) {
    this.#root = root;
  }

  async findings(findings: readonly Finding[]): Promise<string> {
    return this.#remarks(
      findings.map(({ match, level }) => {
        const incident = incidentOf(match.lesson);
        return {
          ...{ path: match.path, range: match.range, level, code: match.lesson.id },
          message: matchMessage(match),
          notes: [
            `lesson: ${match.lesson.title} (${match.lesson.path})`,
            ...(incident === undefined ? [] : [`incident: ${incident.url}`]),
          ],
        };
      }),
    );
  }

  async problems(problems: readonly ProblemRecord[]): Promise<string> {
    return this.#remarks(
      problems.map(({ severity, ...problem }) => ({ ...problem, level: severity, notes: [] })),
    );
  }

  summary(
    findings: readonly Finding[],
    problems: readonly ProblemRecord[],
    files: number,
    lessons: number,
  ): string {
    const found = `${count(findings.length, 'match', 'matches')} in ${count(files, 'file')}`;
    return `${found}, ${count(lessons, 'lesson')}, ${count(problems.length, 'problem')} in lesson files\n`;
  }

  lintSummary(problems: readonly Problem[], files: number): string {
    return `${count(problems.length, 'problem')} in ${count(files, 'lesson file')}\n`;
  }

  async #remarks(remarks: readonly Remark[]): Promise<string> {
    const blocks = await Promise.all(remarks.map((remark) => this.#block(remark)));
    return blocks.map((block) => `${block}\n\n`).join('');
  }

  async #block({ path, range, level, code, message, notes }: Remark): Promise<string> {
    const start = range?.start;
    const place = start === undefined ? path : `${path}:${start.line + 1}:${start.character + 1}`;
    const frame = range === undefined ? [] : codeFrame(await this.#text(path), range);
    const said = harmlessLine(`${place}: ${level} ${code}: ${message}`);
    return [said, ...frame, ...notes.map((note) => `  = ${harmlessLine(note)}`)].join('\n');
  }

  #text(path: string): Promise<SourceText> {
    const known =
      this.#texts.get(path) ?? readText(this.#root, path).then((text) => new SourceText(text ?? ''));
    this.#texts.set(path, known);
    return known;
  }
}

const widestLine = 160;

function codeFrame(text: SourceText, { start, end }: Range): string[] {
  const line = text.line(start.line);
  if (line.trim() === '' || line.length > widestLine) {
    return [];
  }
  const number = String(start.line + 1);
  const last = end.line === start.line ? end.character : line.length;
  const indent = line.slice(0, start.character).replace(/[^\t]/g, ' ');
  const marks = '^'.repeat(Math.max(1, last - start.character));
  return [`  ${number} | ${line}`, `  ${' '.repeat(number.length)} | ${indent}${marks}`];
}
