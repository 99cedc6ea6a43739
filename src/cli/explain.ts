import { display } from '../core/display/display';
import type { DisplayFacts } from '../core/display/facts';
import { ordinaryFacts } from '../core/display/ordinaryFacts';
import { silenceIn } from '../core/display/silence';
import { dayOf } from '../core/lesson/calendar';
import { allLines } from '../core/match/changedLines';
import { conflictLines } from '../core/match/conflicts';
import { explain } from '../core/match/explain';
import { suppressionsIn } from '../core/match/suppressions/suppressionsIn';
import { type Explained, explanationOf } from '../core/present/explanation';
import { harmlessLine } from '../core/present/harmlessText';
import { foldersAround, lessonsAround, matchesAround } from './around';
import { command, formatOption, rootOption } from './command';
import { printJson, UsageError } from './io';
import { lessonMeant } from './lessonMeant';
import { needLessons, rootOf } from './project';
import { codePathsInside, readText } from './projectFiles';
import { standingsIn } from './standings';
import { writtenPlace } from './writtenPlace';

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
    const root = rootOf(io, values.root);
    const { file, lines } = writtenPlace(written);
    const [path = ''] = await codePathsInside(root, [file], io.cwd);
    const text = await readText(root, path);
    const around = await foldersAround(io, root, path, text ?? '');
    if (around.length === 0) {
      await needLessons(root);
    }
    const lesson = lessonMeant(id, lessonsAround(around));
    const here = around.find(({ project }) => project.library.byId.has(lesson.id));
    const [nearest] = around;
    if (text === undefined || here === undefined || nearest === undefined) {
      throw new UsageError(`${file} cannot be read: it is not there, too large, or not text.`);
    }
    const { project, source } = here;
    const changed = (await project.git?.changedLines(source.path, source.text)) ?? allLines;
    const { budget } = nearest.project.library.policy;
    const silenceOf = silenceIn(suppressionsIn(source.text, source.language), dayOf(new Date()));
    const facts: DisplayFacts = {
      ...ordinaryFacts(changed),
      ...{ show: 'changes', budget, silenceOf },
      standingOf: standingsIn(project),
      conflicts: conflictLines(source.text),
    };
    const explanation = await explain(lesson, project.library, source, project.tools, async () => changed);
    const explained = explanationOf(explanation, {
      ...{ findings: display(await matchesAround(around, changed), facts), path: source.path },
      ...(lines !== undefined && { line: lines.first }),
    });
    if (values.format === 'json') {
      printJson(io, { version: 1, ...explained });
    } else {
      io.stdout(textOf(explained, `${lesson.id} in ${written}`));
    }
    return 0;
  },
});

function textOf({ shown, steps, remedy }: Explained, what: string): string {
  const width = Math.max(...steps.map(({ rule }) => rule.length));
  const rows = steps.map(
    ({ rule, holds, detail }) =>
      `  ${holds ? 'yes' : 'no '}  ${rule.padEnd(width)}  ${harmlessLine(detail)}\n`,
  );
  const change = remedy === undefined ? '' : `\n  What would change that: ${harmlessLine(remedy)}\n`;
  return `${harmlessLine(what)}: ${shown ? 'shown' : 'not shown'}\n${rows.join('')}${change}`;
}
