import * as vscode from 'vscode';
import type { Lesson } from '../core/lesson/lesson';
import { explain } from '../core/match/explain';
import { type Explained, type ExplainStep, explanationOf } from '../core/present/explanation';
import type { CommittedTexts } from './committedTexts';
import { commands } from './contributions';
import { toRange } from './convert';
import type { DocumentMatches } from './documentMatches';
import type { FolderTools } from './folderTools';
import type { LessonFolders } from './lessonFolders';
import { type FoundLesson, findLesson, pickLesson } from './lessonRef';
import { type CodePlace, placeMeant } from './placeRef';

/** What it takes to explain. */
export interface WhySources {
  readonly folders: LessonFolders;
  readonly documents: DocumentMatches;
  readonly tools: FolderTools;
  readonly committed: CommittedTexts;
}

/** *Why Is This Lesson (Not) Shown Here?*: every rule, what it looked at, and the one change that would alter the outcome. */
export function registerWhy(sources: WhySources): vscode.Disposable {
  return vscode.commands.registerCommand(commands.why, async (argument: unknown) => {
    const place = placeMeant(argument);
    if (place === undefined) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Open a file first: whether a lesson is shown depends on where.'),
      );
      return;
    }
    const title = vscode.l10n.t('Which lesson do you wonder about, at line {0}?', place.line + 1);
    const found =
      findLesson(sources.folders, argument) ?? (await pickLesson(sources.folders, title, () => true));
    const explained = found && (await explainAt(found, place, sources));
    if (explained !== undefined) {
      await showExplanation(explained, found as FoundLesson, place);
    }
  });
}

/** `undefined` where the file does not lie in the lesson's folder, which is told. */
async function explainAt(
  { folder, lesson }: FoundLesson,
  { document, line }: CodePlace,
  { documents, tools, committed }: WhySources,
): Promise<Explained | undefined> {
  const source = folder.holds(document.uri) ? documents.sourceOf(document, folder) : undefined;
  if (source === undefined) {
    const message = vscode.l10n.t(
      'The lesson applies in {0} only, and this file lies elsewhere.',
      folder.name,
    );
    void vscode.window.showInformationMessage(message);
    return undefined;
  }
  const analysis = await documents.current(document, new vscode.CancellationTokenSource().token);
  const changesIn = () => committed.changedLines(document.uri, source.text);
  const explanation = await explain(lesson, folder.library, source, tools.ofDocuments(folder), changesIn);
  const explained = explanationOf(explanation, {
    ...{ findings: analysis?.findings ?? [], path: source.path, line },
  });
  return analysis === undefined ? offHere(explained) : explained;
}

function offHere({ steps }: Explained): Explained {
  const detail = vscode.l10n.t(
    'Lessons are not shown in this file: they are switched off, or it is left out.',
  );
  const remedy = vscode.l10n.t(
    'Look at lessons.enabled and files.exclude in the settings, and at .gitignore.',
  );
  return { shown: false, steps: [{ rule: 'document', holds: false, detail }, ...steps], remedy };
}

interface StepItem extends vscode.QuickPickItem {
  readonly step?: ExplainStep;
}

/** A list of the rules; choosing one leads to what it looked at. */
async function showExplanation(explained: Explained, found: FoundLesson, place: CodePlace): Promise<void> {
  const picked = await vscode.window.showQuickPick(itemsOf(explained), {
    title: explained.shown
      ? vscode.l10n.t('Shown at line {0}: {1}', place.line + 1, found.lesson.title)
      : vscode.l10n.t('Not shown at line {0}: {1}', place.line + 1, found.lesson.title),
    placeHolder: vscode.l10n.t('Each rule that was asked; Enter goes to what it looked at'),
    matchOnDetail: true,
  });
  if (picked?.step !== undefined) {
    await goTo(picked.step, found, place);
  }
}

function itemsOf({ steps, remedy }: Explained): StepItem[] {
  const items = steps.map(
    (step): StepItem => ({
      label: step.holds ? `$(pass) ${step.rule}` : `$(circle-slash) ${step.rule}`,
      description: step.holds ? vscode.l10n.t('lets it through') : vscode.l10n.t('holds it back'),
      detail: step.detail,
      step,
    }),
  );
  if (remedy === undefined) {
    return items;
  }
  const decided = steps.findLast(({ holds }) => !holds);
  const change: StepItem = {
    label: `$(lightbulb) ${vscode.l10n.t('What would change that')}`,
    detail: remedy,
    ...(decided && { step: decided }),
  };
  const separator = (label: string): StepItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  return [change, separator(vscode.l10n.t('Rules, in the order of asking')), ...items];
}

async function goTo({ rule }: ExplainStep, { folder, lesson }: FoundLesson, { document, line }: CodePlace) {
  if (rule === 'suppressed' || rule === 'conflict' || rule === 'changed' || rule === 'line') {
    const at = new vscode.Range(line, 0, line, 0);
    await vscode.window.showTextDocument(document, { selection: at });
    return;
  }
  const range = rangeOf(rule, lesson);
  await vscode.window.showTextDocument(folder.uriOf(lesson.path), {
    ...(range && { selection: toRange(range) }),
  });
}

/** Where in the lesson file stands what a rule looked at. */
function rangeOf(rule: string, lesson: Lesson) {
  const [, index] = /^applies_to\[(\d+)\]/.exec(rule) ?? [];
  if (index !== undefined) {
    return lesson.scopes.find((scope) => scope.index === Number(index))?.ranges.scope;
  }
  const keys = {
    codified: 'controls',
    proposed: 'status',
    class: 'applies_to',
    orphaned: 'applies_to',
  } as const;
  const key = rule in keys ? keys[rule as keyof typeof keys] : rule;
  return lesson.ranges.of(key as keyof Lesson['frontMatter']) ?? lesson.ranges.of('title');
}
