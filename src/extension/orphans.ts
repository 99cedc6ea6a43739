import * as vscode from 'vscode';
import type { Lesson } from '../core/lesson/lesson';
import { folderProblems } from '../core/match/folderProblems';
import { orphansAmong } from '../core/match/orphans';
import type { CodeFolders } from './codeFolders';
import { Debounce } from './debounce';
import type { FolderTools } from './folderTools';
import type { LessonFolder } from './lessonFolder';
import type { LessonFolders } from './lessonFolders';
import type { SharedTurns } from './sharedTurns';

/** Nobody waits for it, and a checkout tells of many files. In milliseconds. */
const calm = 2000;

/** Which lessons have lost what they hang on, looked for while somebody sees the answer. */
export class Orphans implements vscode.Disposable {
  readonly #folders: LessonFolders;
  readonly #code: CodeFolders;
  readonly #tools: FolderTools;
  readonly #turns: SharedTurns;
  readonly #log: vscode.LogOutputChannel;
  readonly #found = new Map<LessonFolder, ReadonlySet<Lesson>>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #soon = new Debounce(calm);
  readonly #disposable: vscode.Disposable;
  #isWanted = false;
  #isOld = true;
  #run = 0;
  readonly onDidChange = this.#changed.event;

  constructor(
    folders: LessonFolders,
    code: CodeFolders,
    tools: FolderTools,
    turns: SharedTurns,
    log: vscode.LogOutputChannel,
  ) {
    this.#folders = folders;
    this.#code = code;
    this.#tools = tools;
    this.#turns = turns;
    this.#log = log;
    this.#disposable = vscode.Disposable.from(
      this.#changed,
      this.#soon,
      folders.onDidChange(() => this.#forget()),
      code.onDidChange(() => this.#forget()),
    );
  }

  /** As far as is known by now. */
  isOrphaned(folder: LessonFolder, lesson: Lesson): boolean {
    return this.#found.get(folder)?.has(lesson) === true;
  }

  /** Says whether somebody sees the answer; nothing is looked for while nobody does. */
  want(isWanted: boolean): void {
    this.#isWanted = isWanted;
    if (isWanted && this.#isOld) {
      this.#soon.run(() => void this.#look());
    }
  }

  #forget(): void {
    this.#isOld = true;
    this.#run++;
    this.want(this.#isWanted);
  }

  async #look(): Promise<void> {
    const run = ++this.#run;
    const stands = () => this.#isWanted && run === this.#run;
    for (const folder of this.#folders.all) {
      const { library } = folder;
      try {
        const turns = this.#turns.of(stands);
        const { symbols } = this.#tools.of(folder);
        const problems = await folderProblems(library, this.#code.of(folder), symbols, turns);
        if (!stands()) {
          return;
        }
        this.#found.set(folder, orphansAmong(library.lessons, problems));
      } catch (error) {
        this.#log.error(`Whether lessons of ${folder.name} lost their code cannot be told`, error);
      }
    }
    this.#isOld = false;
    this.#changed.fire();
  }

  dispose(): void {
    this.#disposable.dispose();
  }
}
