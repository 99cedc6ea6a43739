import * as vscode from 'vscode';
import { type CodeGroup, codeGroups } from '../core/display/codeGroups';
import { groupMessage } from '../core/present/lensWording';
import { matchMessage } from '../core/present/matchWording';
import { contains } from '../core/text';
import { commands, settings } from './contributions';
import type { FoundFinding } from './documentAnalysis';
import type { DocumentMatches } from './documentMatches';
import { showHoverAt } from './placeHover';

/** Tells above code how many lessons it has, where somebody has switched that on; a click shows them. */
export function registerCodeLenses(documents: DocumentMatches): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const setting = `${settings.section}.${settings.codeLenses}`;
  return vscode.Disposable.from(
    changed,
    documents.onDidChange((document) => {
      const isVisible = vscode.window.visibleTextEditors.some((editor) => editor.document === document);
      if (isVisible && isOn(document)) {
        changed.fire();
      }
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(setting)) {
        changed.fire();
      }
    }),
    vscode.languages.registerCodeLensProvider(
      { pattern: '**' },
      {
        onDidChangeCodeLenses: changed.event,
        async provideCodeLenses(document, token) {
          const analysis = isOn(document) ? await documents.current(document, token) : undefined;
          return codeGroups(analysis?.findings ?? []).map((group) => lensOf(document, group));
        },
      },
    ),
    vscode.commands.registerCommand(commands.showAtLine, (uri: unknown, line: unknown) =>
      showAtLine(documents, uri, line),
    ),
  );
}

function isOn({ uri }: vscode.TextDocument): boolean {
  return vscode.workspace.getConfiguration(settings.section, uri).get<boolean>(settings.codeLenses, false);
}

/** Its title has no icon, as the list of lenses for the keyboard would read its name. */
function lensOf({ uri }: vscode.TextDocument, { line, findings }: CodeGroup<FoundFinding>): vscode.CodeLens {
  return new vscode.CodeLens(new vscode.Range(line, 0, line, 0), {
    command: commands.showAtLine,
    title: groupMessage(findings),
    arguments: [uri.toString(), line],
  });
}

/** The text may be another one by the time of the click, so what stands nearest to the lens is looked up anew. */
async function showAtLine(documents: DocumentMatches, uri: unknown, line: unknown): Promise<void> {
  const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
  if (editor === undefined) {
    return;
  }
  const { token } = new vscode.CancellationTokenSource();
  const analysis = await documents.current(editor.document, token);
  const distance = (group: CodeGroup<FoundFinding>) => Math.abs(group.line - Number(line));
  const [group] = [...codeGroups(analysis?.findings ?? [])].sort((a, b) => distance(a) - distance(b));
  const finding = group && (await oneOf(group));
  if (finding !== undefined) {
    const shown = await vscode.window.showTextDocument(editor.document, { viewColumn: editor.viewColumn });
    await showHoverAt(shown, finding.match.range.start);
  }
}

type Grouped = CodeGroup<FoundFinding>['findings'][number];

/** Where one hover shows all findings, the first will do; otherwise the person chooses a place. */
async function oneOf({ findings }: CodeGroup<FoundFinding>): Promise<Grouped | undefined> {
  const [first] = findings;
  if (first === undefined || findings.every(({ match }) => contains(match.range, first.match.range.start))) {
    return first;
  }
  const items = findings.map((finding) => ({
    label: finding.match.lesson.title,
    description: vscode.l10n.t('line {0}', finding.match.range.start.line + 1),
    detail: matchMessage(finding.match),
    finding,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Lessons at this place'),
    placeHolder: vscode.l10n.t('The one to read'),
    matchOnDetail: true,
  });
  return picked?.finding;
}
