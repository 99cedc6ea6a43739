import * as vscode from 'vscode';
import { isSilencedBy } from '../core/display/silence';
import { movedRange } from '../core/movedRange';
import type { Range } from '../core/text';
import { fromRange } from './convert';
import type { FoundFinding } from './documentAnalysis';
import type { DocumentMatches } from './documentMatches';
import type { LessonFolders } from './lessonFolders';
import { findLesson } from './lessonRef';

/** One lesson at one place of an open document. */
export interface LessonPlaceInCode {
  readonly document: vscode.TextDocument;
  readonly id: string;
  readonly title: string;
  readonly range: Range;
}

type PlacedFinding = FoundFinding & { readonly match: { readonly range: Range } };

/**
 * The place that a command's argument names, as `{folder, id, document, line}`. Arguments come from anywhere: nothing is
 * opened for them.
 */
export function namedPlace(folders: LessonFolders, argument: unknown): LessonPlaceInCode | undefined {
  const { document: uri, line } = (argument ?? {}) as Readonly<Record<string, unknown>>;
  const found = findLesson(folders, argument);
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri);
  if (found === undefined || document === undefined || typeof line !== 'number') {
    return undefined;
  }
  if (!Number.isInteger(line) || line < 0 || line >= document.lineCount) {
    return undefined;
  }
  const { id, title } = found.lesson;
  return { document, id, title, range: fromRange(document.lineAt(line).range) };
}

/** The lessons at the cursor: those about its line, else those of the symbol around it. */
export async function placesAtCursor(documents: DocumentMatches): Promise<readonly LessonPlaceInCode[]> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    return [];
  }
  const { document, selection } = editor;
  const { line } = selection.active;
  const placed = await heardIn(document, documents);
  const isOn = (range: Range | undefined) =>
    range !== undefined && range.start.line <= line && line <= range.end.line;
  const here = placed.filter(({ match }) => isOn(match.range));
  const around = here.length > 0 ? here : placed.filter(({ match }) => isOn(match.extent));
  return around.map(({ match: { lesson, range } }) => ({
    document,
    id: lesson.id,
    title: lesson.title,
    range,
  }));
}

/** The one that is meant; `undefined` where the person turns away. */
export async function choosePlace(
  places: readonly LessonPlaceInCode[],
): Promise<LessonPlaceInCode | undefined> {
  const [only, ...others] = places;
  if (others.length === 0) {
    return only;
  }
  const items = places.map((place) => ({
    label: place.title,
    description: vscode.l10n.t('line {0}', place.range.start.line + 1),
    place,
  }));
  const title = vscode.l10n.t('Not here');
  const placeHolder = vscode.l10n.t('Which lesson does not apply here?');
  return (await vscode.window.showQuickPick(items, { title, placeHolder, ignoreFocusOut: true }))?.place;
}

/** The findings that have a place in a document as it is now, and that no comment keeps quiet. */
export async function heardIn(
  document: vscode.TextDocument,
  documents: DocumentMatches,
): Promise<readonly PlacedFinding[]> {
  const asking = new vscode.CancellationTokenSource();
  try {
    const analysis = await documents.current(document, asking.token);
    return (analysis?.findings ?? []).filter(
      (finding): finding is PlacedFinding =>
        finding.match.range !== undefined && !isSilencedBy(finding, 'suppressed'),
    );
  } finally {
    asking.dispose();
  }
}

/** A range that goes along with its document's text, for as long as somebody is being asked. */
export class FollowedRange implements vscode.Disposable {
  readonly #disposable: vscode.Disposable;
  #range: Range | undefined;

  constructor({ document, range }: LessonPlaceInCode) {
    this.#range = range;
    this.#disposable = vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document === document) {
        for (const change of event.contentChanges) {
          const replacement = { range: fromRange(change.range), text: change.text };
          this.#range = this.#range && movedRange(this.#range, replacement);
        }
      }
    });
  }

  /** `undefined` where all of it was replaced. */
  get current(): Range | undefined {
    return this.#range;
  }

  dispose(): void {
    this.#disposable.dispose();
  }
}
