import * as vscode from 'vscode';
import { findingsOn, type Placed } from '../core/display/surfaces';
import { dayOf } from '../core/lesson/calendar';
import { between, lessonMarkdown } from '../core/present/lessonMarkdown';
import { whyMarkdown } from '../core/present/matchWording';
import { quietMarkdown } from '../core/present/rulingWording';
import { contains, type Position } from '../core/text';
import { settings } from './contributions';
import { fromPosition, toRange } from './convert';
import type { Analysis, FoundFinding } from './documentAnalysis';
import type { DocumentMatches } from './documentMatches';
import { hoverButtons } from './hoverButtons';
import { sourceOfLesson } from './lessonSource';
import type { LessonStandings } from './lessonStandings';

/** Tells what happened where a lesson's hit or symbol stands under the pointer; several lessons are one hover. */
export function registerHovers(documents: DocumentMatches, standings: LessonStandings): vscode.Disposable {
  return vscode.languages.registerHoverProvider(
    { pattern: '**' },
    {
      async provideHover(document, position, token) {
        if (!vscode.workspace.getConfiguration(settings.section, document.uri).get(settings.hover, true)) {
          return undefined;
        }
        const analysis = await documents.current(document, token);
        return analysis && hoverAt(document, fromPosition(position), analysis, standings);
      },
    },
  );
}

function hoverAt(
  document: vscode.TextDocument,
  position: Position,
  { findings, folders }: Analysis,
  standings: LessonStandings,
): vscode.Hover | undefined {
  const here = findingsOn('hover', findings).filter(({ match }) => contains(match.range, position));
  const [first] = here;
  if (first === undefined) {
    return undefined;
  }
  // A lesson may have a hit within the symbol that it names.
  const loudest = [...here].sort(
    (a, b) => Number(b.surface === 'diagnostic') - Number(a.surface === 'diagnostic'),
  );
  const lessons = new Map<string, Placed<FoundFinding>>();
  for (const finding of loudest) {
    const { id } = finding.match.lesson;
    lessons.set(id, lessons.get(id) ?? finding);
  }
  const contents = [...lessons.values()].flatMap((finding) => [
    storyOf(finding, folders, standings),
    hoverButtons(finding, document),
  ]);
  return new vscode.Hover(contents, toRange(first.match.range));
}

/** The lesson's own words, which are not trusted: nothing in them runs a command. */
function storyOf(
  { match, folder, surface, rulings }: FoundFinding,
  folders: Analysis['folders'],
  standings: LessonStandings,
): vscode.MarkdownString {
  const { lesson } = match;
  const control = standings.controlOf(folder, lesson);
  const source = sourceOfLesson(lesson, folder, folders);
  const votes = folder.library.feedback.get(lesson.id);
  const hasVotes = votes !== undefined && votes.useful + votes.notUseful > 0;
  const story = lessonMarkdown(lesson, {
    // The editor puts the diagnostic, which is the advice, right above the hover.
    withAdvice: surface !== 'diagnostic',
    today: dayOf(new Date()),
    ...(control && { control }),
    ...(source !== undefined && { source }),
    ...(hasVotes && { votes }),
  });
  const quiet = quietMarkdown(rulings);
  return new vscode.MarkdownString(
    [story, whyMarkdown(match), ...(quiet === undefined ? [] : [quiet])].join(between),
  );
}
