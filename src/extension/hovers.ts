import * as vscode from 'vscode';
import { findingsOn, type Placed } from '../core/display/surfaces';
import { incidentOf } from '../core/lesson/lesson';
import { lessonMarkdown } from '../core/present/lessonMarkdown';
import { whyMarkdown } from '../core/present/matchWording';
import { contains, type Position } from '../core/text';
import { commands, settings } from './contributions';
import { fromPosition, toRange } from './convert';
import type { Analysis, FoundFinding } from './documentAnalysis';
import type { DocumentMatches } from './documentMatches';
import { refTo } from './lessonRef';

/** Tells what happened where a lesson's hit or symbol stands under the pointer. */
export function registerHovers(documents: DocumentMatches): vscode.Disposable {
  return vscode.languages.registerHoverProvider(
    { pattern: '**' },
    {
      async provideHover(document, position, token) {
        if (!vscode.workspace.getConfiguration(settings.section, document.uri).get(settings.hover, true)) {
          return undefined;
        }
        const analysis = await documents.current(document, token);
        return analysis && hoverAt(fromPosition(position), analysis);
      },
    },
  );
}

function hoverAt(position: Position, { findings }: Analysis): vscode.Hover | undefined {
  const here = findingsOn('hover', findings).filter(({ match }) => contains(match.range, position));
  const [first] = here;
  if (first === undefined) {
    return undefined;
  }
  const contents = here.flatMap((finding) => {
    // The editor puts the diagnostic, which is the advice, right above the hover.
    const lesson = lessonMarkdown(finding.match.lesson, finding.surface !== 'diagnostic');
    return [new vscode.MarkdownString(`${lesson}\n\n${whyMarkdown(finding.match)}`), buttons(finding)];
  });
  return new vscode.Hover(contents, toRange(first.match.range));
}

/** The buttons are ours and may run two commands that only open things; the lesson's words above them run none. */
function buttons({ match: { lesson }, folder }: Placed<FoundFinding>): vscode.MarkdownString {
  const argument = encodeURIComponent(JSON.stringify([refTo({ folder, lesson })]));
  const links = [`[${vscode.l10n.t('Open Lesson')}](command:${commands.openLesson}?${argument})`];
  if (incidentOf(lesson) !== undefined) {
    links.push(`[${vscode.l10n.t('Open Incident')}](command:${commands.openIncident}?${argument})`);
  }
  const markdown = new vscode.MarkdownString(links.join(' | '));
  markdown.isTrusted = { enabledCommands: [commands.openLesson, commands.openIncident] };
  return markdown;
}
