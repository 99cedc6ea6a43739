import * as vscode from 'vscode';
import { type Suggestion, suggestLessons } from '../core/learn/suggest';
import { Debounce } from './debounce';
import type { GitHistories } from './gitHistory';
import type { GitRepositories } from './gitRepositories';
import type { LessonFolder } from './lessonFolder';
import type { LessonFolders } from './lessonFolders';
import type { SharedTurns } from './sharedTurns';

/** Nobody waits for it, and a rebase makes many commits. In milliseconds. */
const calm = 3000;
/** As many as somebody looks at beside other things, of what the team may still remember. */
const [most, newest] = [10, 2000];
const dismissedKey = 'suggestions.dismissed';
/** More are forgotten, the oldest first: by then so much was committed that they rank low anyway. */
const mostDismissed = 500;

/** A commit that may be worth a lesson, and the folder that it would be one of. */
export interface SuggestedCommit {
  readonly folder: LessonFolder;
  readonly suggestion: Suggestion;
}

/** What history could teach, looked for while somebody sees the answer and nothing else happens. */
export class Suggestions implements vscode.Disposable {
  readonly #folders: LessonFolders;
  readonly #histories: GitHistories;
  readonly #memory: vscode.Memento;
  readonly #turns: SharedTurns;
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #soon = new Debounce(calm);
  readonly #disposable: vscode.Disposable;
  #found: readonly SuggestedCommit[] = [];
  #isWanted = false;
  #isOld = true;
  #run = 0;
  readonly onDidChange = this.#changed.event;

  constructor(
    folders: LessonFolders,
    { git, histories }: { readonly git: GitRepositories; readonly histories: GitHistories },
    memory: vscode.Memento,
    turns: SharedTurns,
    log: vscode.LogOutputChannel,
  ) {
    this.#folders = folders;
    this.#histories = histories;
    this.#memory = memory;
    this.#turns = turns;
    this.#log = log;
    this.#disposable = vscode.Disposable.from(
      this.#changed,
      this.#soon,
      folders.onDidChange(() => this.#forget()),
      git.onDidChange((news) => {
        if (news !== 'status') {
          this.#forget();
        }
      }),
    );
  }

  /** As far as is known by now, without those that were dismissed on this machine. */
  get all(): readonly SuggestedCommit[] {
    const dismissed = new Set(this.#dismissed);
    return this.#found.filter(({ suggestion }) => !dismissed.has(suggestion.commit));
  }

  /** Says whether somebody sees the answer; nothing is looked for while nobody does. */
  want(isWanted: boolean): void {
    this.#isWanted = isWanted;
    if (isWanted && this.#isOld) {
      this.#soon.run(() => void this.#look());
    }
  }

  async dismiss(commits: readonly string[]): Promise<void> {
    const kept = [...new Set([...commits, ...this.#dismissed])].slice(0, mostDismissed);
    await this.#memory.update(dismissedKey, kept);
    this.#changed.fire();
    // Others that rank lower take their places.
    this.#forget();
  }

  get #dismissed(): readonly string[] {
    return this.#memory.get<readonly string[]>(dismissedKey, []);
  }

  #forget(): void {
    this.#isOld = true;
    this.#run++;
    this.want(this.#isWanted);
  }

  async #look(): Promise<void> {
    const run = ++this.#run;
    const stands = () => this.#isWanted && run === this.#run;
    const found: SuggestedCommit[] = [];
    for (const folder of this.#folders.all) {
      try {
        found.push(...(await this.#suggestionsOf(folder, stands)));
      } catch (error) {
        this.#log.error(`What the commits of ${folder.name} could teach cannot be told`, error);
      }
      if (!stands()) {
        return;
      }
    }
    this.#isOld = false;
    this.#found = found;
    this.#changed.fire();
  }

  async #suggestionsOf(folder: LessonFolder, stands: () => boolean): Promise<readonly SuggestedCommit[]> {
    const history = this.#histories.historyOf(folder);
    if (history === undefined) {
      return [];
    }
    const { lessons, policy } = folder.library;
    const found = await suggestLessons(
      history,
      { lessons, words: policy.suggestWords, without: new Set(this.#dismissed), most, newest },
      this.#turns.of(stands),
    );
    return found?.kind === 'suggestions'
      ? found.suggestions.map((suggestion) => ({ folder, suggestion }))
      : [];
  }

  dispose(): void {
    this.#disposable.dispose();
  }
}
