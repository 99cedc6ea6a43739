import { display } from '../core/display/display';
import type { DisplayFacts } from '../core/display/facts';
import { ordinaryFacts } from '../core/display/ordinaryFacts';
import { allLines } from '../core/match/changedLines';
import { matchSource } from '../core/match/engine';
import { explain } from '../core/match/explain';
import { sourceOf } from '../core/match/source';
import { type Explained, explanationOf } from '../core/present/explanation';
import { harmlessLine } from '../core/present/harmlessText';
import { command, formatOption, rootOption } from './command';
import { printJson, UsageError } from './io';
import { lessonMeant } from './lessonMeant';
import { openProject } from './project';
import { codePathsInside, readText } from './projectFiles';

const usage = 'lessons explain ID PATH[:LINE]';

/** Says why a lesson is shown in a file, or why not. Exit code 2 where the lesson or the file is not there. */
export const explainLesson = command({
  operands: 'ID PATH[:LINE]',
  meaning: 'why a lesson is shown in a file, or at a line of it, or why not',
  options: { root: rootOption, format: formatOption },
  async run({ values, operands }, io) {
    const [id, written, ...others] = operands;
    if (id === undefined || written === undefined || others.length > 0) {
      throw new UsageError(`Name one lesson and one file: ${usage}`);
    }
    const project = await openProject(io, values.root);
    const { root, library, tools, git } = project;
    const lesson = lessonMeant(id, library);
    const { file, line } = placeOf(written);
    const [path = ''] = await codePathsInside(root, [file], io.cwd);
    const text = await readText(root, path);
    if (text === undefined) {
      throw new UsageError(`${file} cannot be read: it is not there, too large, or not text.`);
    }
    const source = sourceOf(path, text);
    const changed = (await git?.changedLines(path, source.text)) ?? allLines;
    const changesIn = async () => changed;
    const { matches } = await matchSource(library, source, tools, changesIn);
    const { budget } = library.policy;
    const facts: DisplayFacts = { ...ordinaryFacts(changed), show: 'changes', budget };
    const explained = explanationOf(await explain(lesson, library, source, tools, changesIn), {
      ...{ findings: display(matches, facts), path },
      ...(line !== undefined && { line: line - 1 }),
    });
    if (values.format === 'json') {
      printJson(io, { version: 1, ...explained });
    } else {
      io.stdout(textOf(explained, `${lesson.id} in ${written}`));
    }
    return 0;
  },
});

/** A line counts from one, as editors and compilers write it; a column behind it is of no use here. */
function placeOf(written: string): { readonly file: string; readonly line?: number } {
  const [, file, line] = /^(.+?):(\d+)(?::\d+)?$/.exec(written) ?? [];
  return file === undefined ? { file: written } : { file, line: Math.max(1, Number(line)) };
}

function textOf({ shown, steps, remedy }: Explained, what: string): string {
  const width = Math.max(...steps.map(({ rule }) => rule.length));
  const rows = steps.map(
    ({ rule, holds, detail }) =>
      `  ${holds ? 'yes' : 'no '}  ${rule.padEnd(width)}  ${harmlessLine(detail)}\n`,
  );
  const change = remedy === undefined ? '' : `\n  What would change that: ${harmlessLine(remedy)}\n`;
  return `${harmlessLine(what)}: ${shown ? 'shown' : 'not shown'}\n${rows.join('')}${change}`;
}
