import * as vscode from 'vscode';
import type { Lesson } from '../core/lesson/lesson';
import { toRange } from './convert';
import type { LessonFolder } from './lessonFolder';

/** Each is a row in the Problems panel. */
const mostShown = 2;

/** Where it happened, as a lesson's `evidence` says: in the code, or in the lesson where the code is gone by now. */
export async function evidenceOf(
  lesson: Lesson,
  folder: LessonFolder,
): Promise<vscode.DiagnosticRelatedInformation[]> {
  const { evidence = [] } = lesson.frontMatter;
  const shown = evidence.filter(({ path }) => path !== undefined).slice(0, mostShown);
  return Promise.all(shown.map((one) => placeOf(one, lesson, folder)));
}

type Evidence = NonNullable<Lesson['frontMatter']['evidence']>[number];

async function placeOf(
  { path = '', symbol, lines, commit }: Evidence,
  lesson: Lesson,
  folder: LessonFolder,
): Promise<vscode.DiagnosticRelatedInformation> {
  const uri = folder.uriOf(path);
  const what = symbol === undefined ? path : `${symbol} (${path})`;
  const when = commit === undefined ? '' : `, ${commit.slice(0, 8)}`;
  if (await isFile(uri)) {
    const [first = 1, last = first] = (lines ?? '').split(/\D+/).filter(Boolean).map(Number);
    const range = new vscode.Range(Math.max(first - 1, 0), 0, Math.max(last - 1, 0), 0);
    return information(uri, range, vscode.l10n.t('It happened here: {0}', `${what}${when}`));
  }
  const range = lesson.ranges.of('evidence');
  return information(
    folder.uriOf(lesson.path),
    range === undefined ? new vscode.Range(0, 0, 0, 0) : toRange(range),
    vscode.l10n.t('It happened in code that is gone: {0}', `${what}${when}`),
  );
}

function information(
  uri: vscode.Uri,
  range: vscode.Range,
  message: string,
): vscode.DiagnosticRelatedInformation {
  return new vscode.DiagnosticRelatedInformation(new vscode.Location(uri, range), message);
}

/** Only asks whether something is there: a place that cannot be looked at cannot be opened either. */
async function isFile(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    ({ type }) => (type & vscode.FileType.File) !== 0,
    () => false,
  );
}
