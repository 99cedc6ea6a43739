import * as vscode from 'vscode';
import { harmlessLine } from '../core/present/harmlessText';
import { type LinkPlace, lessonLink } from '../core/present/lessonLink';
import { commands, contextKeys } from './contributions';
import { Debounce } from './debounce';
import { FoundLessons, type FoundRow } from './foundLessons';
import type { LessonFolder } from './lessonFolder';
import type { LessonFolders } from './lessonFolders';
import { LessonPreview } from './lessonPreview';
import type { FoundLesson } from './lessonRef';
import type { SharedTurns } from './sharedTurns';

/** Long enough that a person who moves on quickly opens nothing on the way. */
const previewDelay = 150;

interface FoundItem extends vscode.QuickPickItem {
  readonly found?: FoundLesson;
}

/** *Find…*: lessons by words, with a look at each; a link to one can be left where the person was. */
export function registerFind(
  folders: LessonFolders,
  turns: SharedTurns,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const source = new FoundLessons(() => folders.all);
  let open: FindBox | undefined;
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.find, () => {
      if (open === undefined || open.isDone) {
        open = new FindBox(folders, source, turns, log);
      }
    }),
    vscode.commands.registerCommand(commands.insertLink, () => open?.insertLink()),
    { dispose: () => open?.dispose() },
  );
}

class FindBox implements vscode.Disposable {
  readonly #folders: LessonFolders;
  readonly #source: FoundLessons<LessonFolder>;
  readonly #turns: SharedTurns;
  readonly #log: vscode.LogOutputChannel;
  readonly #box = vscode.window.createQuickPick<FoundItem>();
  readonly #preview: LessonPreview;
  readonly #soon = new Debounce(previewDelay);
  readonly #disposable: vscode.Disposable;
  /** Each question is an object of its own: only the last one still stands. */
  #asked: object | undefined;
  #hasMoved = false;
  #isDone = false;

  constructor(
    folders: LessonFolders,
    source: FoundLessons<LessonFolder>,
    turns: SharedTurns,
    log: vscode.LogOutputChannel,
  ) {
    this.#folders = folders;
    this.#source = source;
    this.#turns = turns;
    this.#log = log;
    this.#preview = new LessonPreview(log);
    const box = this.#box;
    box.title = vscode.l10n.t('Find a Lesson');
    box.placeholder = vscode.l10n.t('Words, an id or the address of an incident; Ctrl+Enter inserts a link');
    // The list is sorted by the search. Without this, which older versions do not know, VS Code sorts by its own guess.
    Object.assign(box, { sortByLabel: false });
    // A look into the lesson below must not end the search.
    box.ignoreFocusOut = true;
    this.#disposable = vscode.Disposable.from(
      box,
      this.#soon,
      box.onDidChangeValue(() => void this.#ask()),
      box.onDidChangeActive(([item]) => this.#look(item)),
      box.onDidTriggerItemButton(({ item }) => void this.insertLink(item)),
      box.onDidAccept(() => void this.#accept()),
      box.onDidHide(() => void this.#hidden()),
      folders.onDidChange(() => void this.#ask()),
    );
    setFinding(true);
    box.show();
    void this.#ask();
  }

  get isDone(): boolean {
    return this.#isDone;
  }

  /** Names the lesson at the cursors where the person came from, else on the clipboard. */
  async insertLink(item = this.#box.activeItems[0]): Promise<void> {
    if (item?.found === undefined) {
      return;
    }
    const { folder, lesson } = item.found;
    this.dispose();
    const editor = await this.#preview.back();
    const link = lessonLink(lesson, {
      isMarkdown: editor?.document.languageId === 'markdown',
      way: editor && this.#way(editor.document.uri, folder.uriOf(lesson.path)),
    });
    if (editor === undefined || !(await this.#insert(editor, link))) {
      await vscode.env.clipboard.writeText(link);
      void vscode.window.showInformationMessage(
        vscode.l10n.t('The link could not be inserted here. It is on the clipboard.'),
      );
    }
  }

  async #insert(editor: vscode.TextEditor, link: string): Promise<boolean> {
    try {
      return await editor.edit((edit) => {
        for (const selection of editor.selections) {
          edit.replace(selection, link);
        }
      });
    } catch (error) {
      // VS Code rejects where the editor is closed meanwhile.
      this.#log.warn('A link cannot be inserted.', error);
      return false;
    }
  }

  /** From one file to another, where some folder holds both. */
  #way(from: vscode.Uri, to: vscode.Uri): LinkPlace['way'] {
    const folder = this.#folders.foldersOf(from).find((one) => one.holds(to));
    return folder && { from: folder.pathOf(from), to: folder.pathOf(to) };
  }

  async #ask(): Promise<void> {
    const question = {};
    this.#asked = question;
    this.#box.busy = true;
    const turns = this.#turns.of(() => this.#asked === question);
    const rows = await this.#source.ask(this.#box.value, turns);
    if (this.#asked !== question || rows === undefined) {
      return;
    }
    this.#box.items = rows.map((row) => this.#itemOf(row));
    this.#box.busy = false;
    await this.#source.prepare(turns);
  }

  #itemOf(row: FoundRow<LessonFolder>): FoundItem {
    if (row.kind === 'lesson') {
      const { folder, lesson } = row;
      const areSeveral = this.#folders.all.filter(({ library }) => library.lessons.length > 0).length > 1;
      const facts = [lesson.id, lesson.severity, lesson.status, ...(areSeveral ? [folder.name] : [])];
      return {
        label: harmlessLine(lesson.title),
        // Beside the title there would be no room for it.
        detail: facts.join(' · '),
        alwaysShow: true,
        buttons: [{ iconPath: new vscode.ThemeIcon('link'), tooltip: vscode.l10n.t('Insert Link') }],
        found: { folder, lesson },
      };
    }
    return { label: remarkOn(row), alwaysShow: true };
  }

  /** What the list begins with is not looked at until the person does something. */
  #look(item: FoundItem | undefined): void {
    this.#hasMoved ||= this.#box.value !== '' || (item !== undefined && item !== this.#box.items[0]);
    const found = item?.found;
    this.#soon.dispose();
    if (found !== undefined && this.#hasMoved) {
      this.#soon.run(() => this.#preview.show(found.folder.uriOf(found.lesson.path)));
    }
  }

  async #accept(): Promise<void> {
    const found = this.#box.activeItems[0]?.found;
    if (found !== undefined) {
      this.dispose();
      await this.#preview.keep(found.folder.uriOf(found.lesson.path));
    }
  }

  async #hidden(): Promise<void> {
    if (!this.#isDone) {
      this.dispose();
      await this.#preview.back();
    }
  }

  dispose(): void {
    this.#isDone = true;
    this.#asked = undefined;
    setFinding(false);
    this.#disposable.dispose();
  }
}

function remarkOn(row: Exclude<FoundRow<LessonFolder>, { kind: 'lesson' }>): string {
  if (row.kind === 'none') {
    return row.isEmpty
      ? vscode.l10n.t('There are no lessons yet')
      : vscode.l10n.t('No lesson has all of these words');
  }
  return row.count === 1
    ? vscode.l10n.t('1 more lesson')
    : vscode.l10n.t('{0} more lessons', row.count.toLocaleString());
}

function setFinding(value: boolean): void {
  void vscode.commands.executeCommand('setContext', contextKeys.finding, value);
}
