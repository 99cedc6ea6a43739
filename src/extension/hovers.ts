import * as vscode from 'vscode';
import { incidentOf } from '../core/lesson/lesson';
import type { Match } from '../core/match/match';
import { placedMatches } from '../core/present/findings';
import { lessonMarkdown } from '../core/present/lessonMarkdown';
import { whyMarkdown } from '../core/present/matchWording';
import { contains, type Position } from '../core/text';
import { commands } from './contributions';
import { fromPosition, toRange } from './convert';
import { findingsIn } from './diagnostics';
import type { Analysis, DocumentMatches } from './documentMatches';
import { refTo } from './lessonRef';

/** Tells what happened where a lesson's hit or symbol stands under the pointer. */
export function registerHovers(documents: DocumentMatches): vscode.Disposable {
  return vscode.languages.registerHoverProvider(
    { pattern: '**' },
    {
      async provideHover(document, position, token) {
        const analysis = await documents.current(document, token);
        return analysis && hoverAt(document, fromPosition(position), analysis);
      },
    },
  );
}

function hoverAt(
  document: vscode.TextDocument,
  position: Position,
  analysis: Analysis,
): vscode.Hover | undefined {
  const placed = placedMatches(analysis.matches).filter(({ range }) => contains(range, position));
  const [first] = placed;
  if (first === undefined) {
    return undefined;
  }
  const shown = new Set(findingsIn(document.uri, analysis).map(({ match }) => match));
  const contents = placed.flatMap((match) => {
    // The editor puts the diagnostic, which is the advice, right above the hover.
    const lesson = lessonMarkdown(match.lesson, !shown.has(match));
    return [new vscode.MarkdownString(`${lesson}\n\n${whyMarkdown(match)}`), buttons(match, analysis)];
  });
  return new vscode.Hover(contents, toRange(first.range));
}

/** The buttons are ours and may run two commands that only open things; the lesson's words above them run none. */
function buttons(match: Match, { folder }: Analysis): vscode.MarkdownString {
  const argument = encodeURIComponent(JSON.stringify([refTo({ folder, lesson: match.lesson })]));
  const links = [`[${vscode.l10n.t('Open Lesson')}](command:${commands.openLesson}?${argument})`];
  if (incidentOf(match.lesson) !== undefined) {
    links.push(`[${vscode.l10n.t('Open Incident')}](command:${commands.openIncident}?${argument})`);
  }
  const markdown = new vscode.MarkdownString(links.join(' | '));
  markdown.isTrusted = { enabledCommands: [commands.openLesson, commands.openIncident] };
  return markdown;
}
