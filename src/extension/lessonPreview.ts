import * as vscode from 'vscode';

/** Where a person was, in an editor of text. */
interface Origin {
  readonly uri: vscode.Uri;
  readonly viewColumn: vscode.ViewColumn | undefined;
  readonly selections: readonly vscode.Selection[];
  readonly top: vscode.Range | undefined;
  readonly isPreview: boolean;
}

/** Shows one file after another beside a list, and leads back to where the person was. */
export class LessonPreview {
  readonly #log: vscode.LogOutputChannel;
  readonly #origin = originNow();
  readonly #tabsBefore = new Set(textTabs().map(({ key }) => key));
  /** The tab in italics that a preview takes the place of. */
  readonly #replaced = textTabs().find(({ tab }) => tab.isPreview && tab.group.isActive);
  readonly #opened = new Set<string>();
  #wanted: vscode.Uri | undefined;
  #work: Promise<unknown> = Promise.resolve();

  constructor(log: vscode.LogOutputChannel) {
    this.#log = log;
  }

  /** Opens the file for a look, in place of the one before. */
  show(uri: vscode.Uri): void {
    this.#wanted = uri;
    this.#next(async () => {
      if (this.#wanted === uri) {
        if (!this.#tabsBefore.has(uri.toString())) {
          this.#opened.add(uri.toString());
        }
        await vscode.window.showTextDocument(uri, { preview: true, preserveFocus: true });
        await this.#close((key) => key !== uri.toString());
      }
    });
  }

  /** Leaves this file open, and closes what else was opened. */
  async keep(uri: vscode.Uri): Promise<void> {
    this.#wanted = uri;
    this.#next(async () => {
      await vscode.window.showTextDocument(uri);
      await this.#close((key) => key !== uri.toString());
    });
    await this.#work;
  }

  /** Closes what was opened. The editor that the person came from, where it is one of text. */
  async back(): Promise<vscode.TextEditor | undefined> {
    this.#wanted = undefined;
    let editor: vscode.TextEditor | undefined;
    this.#next(async () => {
      await this.#close(() => true);
      await this.#restoreReplaced();
      editor = await this.#toOrigin();
    });
    await this.#work;
    return editor;
  }

  async #toOrigin(): Promise<vscode.TextEditor | undefined> {
    if (this.#origin === undefined) {
      await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
      return undefined;
    }
    const { uri, viewColumn, selections, top, isPreview } = this.#origin;
    const editor = await vscode.window.showTextDocument(uri, { viewColumn, preview: isPreview });
    editor.selections = selections;
    if (top !== undefined && editor.visibleRanges[0]?.start.line !== top.start.line) {
      editor.revealRange(new vscode.Range(top.start, top.start), vscode.TextEditorRevealType.AtTop);
    }
    return editor;
  }

  async #restoreReplaced(): Promise<void> {
    const { key, uri, tab } = this.#replaced ?? {};
    if (
      uri !== undefined &&
      key !== this.#origin?.uri.toString() &&
      !textTabs().some((one) => one.key === key)
    ) {
      const viewColumn = tab?.group.viewColumn;
      await vscode.window.showTextDocument(uri, { viewColumn, preview: true, preserveFocus: true });
    }
  }

  /** What the person changed meanwhile stays open. */
  async #close(isMeant: (key: string) => boolean): Promise<void> {
    const tabs = textTabs().filter(({ key, tab }) => this.#opened.has(key) && isMeant(key) && !tab.isDirty);
    await vscode.window.tabGroups.close(
      tabs.map(({ tab }) => tab),
      true,
    );
  }

  /** One step after the other. A file that is gone meanwhile is no reason to stop. */
  #next(step: () => Promise<void>): void {
    this.#work = this.#work.then(step).catch((error) => this.#log.warn('A lesson cannot be shown.', error));
  }
}

function originNow(): Origin | undefined {
  const editor = vscode.window.activeTextEditor;
  const { activeTab } = vscode.window.tabGroups.activeTabGroup;
  // A comparison or a notebook has editors of text within; to open their file beside them is not to go back.
  if (
    !(activeTab?.input instanceof vscode.TabInputText) ||
    activeTab.input.uri.toString() !== editor?.document.uri.toString()
  ) {
    return undefined;
  }
  const { document, viewColumn, selections, visibleRanges } = editor;
  return { uri: document.uri, viewColumn, selections, top: visibleRanges[0], isPreview: activeTab.isPreview };
}

function textTabs(): readonly { key: string; uri: vscode.Uri; tab: vscode.Tab }[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .flatMap((tab) => {
      const { input } = tab;
      return input instanceof vscode.TabInputText ? [{ key: input.uri.toString(), uri: input.uri, tab }] : [];
    });
}
