import * as vscode from 'vscode';
import { findingsOn } from '../core/display/surfaces';
import { colors, settings } from './contributions';
import type { Analysis } from './documentAnalysis';
import type { DocumentMatches } from './documentMatches';

/**
 * A quiet mark beside each line on which a lesson speaks by itself. What only answers when asked has none: the policy has
 * decided that it draws no eye. The editor moves the marks with the text until it is looked at anew.
 */
export function registerGutterMarks(documents: DocumentMatches, extension: vscode.Uri): vscode.Disposable {
  const mark = vscode.window.createTextEditorDecorationType({
    light: { gutterIconPath: vscode.Uri.joinPath(extension, 'media', 'mark-light.svg') },
    dark: { gutterIconPath: vscode.Uri.joinPath(extension, 'media', 'mark-dark.svg') },
    gutterIconSize: 'contain',
    overviewRulerColor: new vscode.ThemeColor(colors.mark),
    overviewRulerLane: vscode.OverviewRulerLane.Center,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  const paint = async (document: vscode.TextDocument) => {
    const answer = isOn(document) ? await documents.ask(document) : undefined;
    if (answer?.kind === 'stale') {
      return;
    }
    const marks = answer?.kind === 'analysis' ? marksOf(answer) : [];
    for (const editor of vscode.window.visibleTextEditors.filter((one) => one.document === document)) {
      editor.setDecorations(mark, marks);
    }
  };
  const paintAll = (editors: readonly vscode.TextEditor[]) => {
    for (const document of new Set(editors.map((editor) => editor.document))) {
      void paint(document);
    }
  };
  return vscode.Disposable.from(
    mark,
    documents.onDidChange((document) => {
      if (vscode.window.visibleTextEditors.some((editor) => editor.document === document)) {
        void paint(document);
      }
    }),
    vscode.window.onDidChangeVisibleTextEditors(paintAll),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${settings.section}.${settings.gutter}`)) {
        paintAll(vscode.window.visibleTextEditors);
      }
    }),
  );
}

function isOn({ uri }: vscode.TextDocument): boolean {
  return vscode.workspace.getConfiguration(settings.section, uri).get<boolean>(settings.gutter, true);
}

/** One for each line, however many lessons speak on it and however long their hits are. */
function marksOf({ findings }: Analysis): vscode.Range[] {
  const marks = new Map<number, vscode.Range>();
  for (const { match } of findingsOn('diagnostic', findings)) {
    const { start } = match.range;
    // A character that is there keeps the mark on its line when others are typed before it.
    const range = new vscode.Range(start.line, start.character, start.line, start.character + 1);
    marks.set(start.line, marks.get(start.line) ?? range);
  }
  return [...marks.values()];
}
