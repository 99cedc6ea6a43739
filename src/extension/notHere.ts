import * as vscode from 'vscode';
import { safeSuppression } from '../core/match/suppressions/safeSuppression';
import { type Reasoned, suppressionWords } from '../core/match/suppressions/suppressionComment';
import type { SymbolFinder } from '../core/match/symbolFinder';
import type { Range } from '../core/text';
import type { TextEdit } from '../core/textEdit';
import { commands } from './contributions';
import type { DocumentMatches } from './documentMatches';
import { toTextEdit } from './lessonEdits';
import type { LessonFolders } from './lessonFolders';
import {
  choosePlace,
  FollowedRange,
  heardIn,
  type LessonPlaceInCode,
  namedPlace,
  placesAtCursor,
} from './notHerePlace';
import { askReason, askTerm } from './notHereQuestions';
import { registerWritingCommand } from './writingCommand';

/** Somebody types while the place is looked at; after so many times it is theirs to write. */
const mostAttempts = 3;

type Outcome = 'written' | 'gone' | 'no-way' | 'refused';

/**
 * *Not Here…*: asks why a lesson does not apply at a place, and for how long, and writes that into a comment at the place.
 * Its argument, if any, is `{folder, id, document, line}`.
 */
export function registerNotHere(
  folders: LessonFolders,
  documents: DocumentMatches,
  symbols: SymbolFinder,
): vscode.Disposable {
  return registerWritingCommand(commands.notHere, async (argument) => {
    const named = argument === undefined ? undefined : namedPlace(folders, argument);
    const places =
      argument === undefined ? await placesAtCursor(documents) : named === undefined ? [] : [named];
    if (places.length === 0) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('No lesson speaks here. Put the cursor on the line that it is about.'),
      );
      return;
    }
    const place = await choosePlace(places);
    if (place === undefined) {
      return;
    }
    const followed = new FollowedRange(place);
    try {
      const reasoned = await askReasoned(place);
      if (reasoned !== undefined) {
        await tell(await write(place, followed, reasoned, documents, symbols), reasoned);
      }
    } finally {
      followed.dispose();
    }
  });
}

async function askReasoned({ id, title }: LessonPlaceInCode): Promise<Reasoned | undefined> {
  const reason = await askReason(vscode.l10n.t('Not here: {0} (1/2)', title));
  const term = reason === undefined ? undefined : await askTerm(vscode.l10n.t('Not here: {0} (2/2)', title));
  return reason === undefined || term === undefined ? undefined : { lesson: id, reason, ...term };
}

/** Writes the comment where the lesson speaks by now, in one step that can be undone. */
async function write(
  { document }: LessonPlaceInCode,
  followed: FollowedRange,
  reasoned: Reasoned,
  documents: DocumentMatches,
  symbols: SymbolFinder,
): Promise<Outcome> {
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const line = lineOf(await heardIn(document, documents), reasoned.lesson, followed.current);
    const source = documents.sourceOf(document);
    if (line === undefined || source === undefined) {
      return 'gone';
    }
    const { version } = document;
    // The command line knows a file by its name alone, and comments in some .json files are for the editor to know.
    const language = source.language === 'json' ? document.languageId : source.language;
    const edit = await safeSuppression({ ...source, language }, line, reasoned, symbols);
    if (document.version === version) {
      return edit === undefined ? 'no-way' : await apply(document, edit);
    }
  }
  return 'gone';
}

function lineOf(
  heard: Awaited<ReturnType<typeof heardIn>>,
  lesson: string,
  place: Range | undefined,
): number | undefined {
  const lines = heard.flatMap(({ match }) => (match.lesson.id === lesson ? [match.range.start.line] : []));
  return place && lines.find((line) => place.start.line <= line && line <= place.end.line);
}

async function apply(document: vscode.TextDocument, edit: TextEdit): Promise<Outcome> {
  const { version } = document;
  const change = new vscode.WorkspaceEdit();
  change.set(document.uri, [toTextEdit(edit)]);
  return (await vscode.workspace.applyEdit(change)) && document.version !== version ? 'written' : 'refused';
}

/** What was not written is on the clipboard, so that nobody has to think of it twice. */
async function tell(outcome: Outcome, reasoned: Reasoned): Promise<void> {
  if (outcome !== 'written') {
    await vscode.env.clipboard.writeText(suppressionWords(reasoned));
    void vscode.window.showWarningMessage(messageOf(outcome, suppressionWords(reasoned)));
  }
}

function messageOf(outcome: Exclude<Outcome, 'written'>, words: string): string {
  switch (outcome) {
    case 'gone':
      return vscode.l10n.t(
        'The lesson no longer speaks there. What you wrote is on the clipboard: {0}',
        words,
      );
    case 'no-way':
      return vscode.l10n.t(
        'No comment is known to be safe on this line. If you know one, paste this into it: {0}',
        words,
      );
    case 'refused':
      return vscode.l10n.t('The file cannot be changed here. What you wrote is on the clipboard: {0}', words);
  }
}
