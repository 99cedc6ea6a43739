import * as vscode from 'vscode';
import type { Problem } from '../core/lesson/problem';
import { folderProblem } from '../core/match/folderProblems';
import { Debounce } from './debounce';
import { lessonDocumentOf } from './lessonDocuments';
import type { LessonFolders } from './lessonFolders';
import { scopesOf } from './lessonScopes';
import type { AskedScope } from './scopeAnswers';
import type { ScopeReaches } from './scopeReaches';
import { documentsInTabs } from './tabs';

/** What is wrong with the scopes of lessons in tabs in the company of the folder's files. */
export class ReachProblems implements vscode.Disposable {
  readonly #folders: LessonFolders;
  readonly #reaches: ScopeReaches;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #soon = new Debounce(300);
  readonly #disposable: vscode.Disposable;
  #asking: vscode.CancellationTokenSource | undefined;
  /** Fires when `problemsOf` may answer otherwise than before. */
  readonly onDidChange = this.#changed.event;

  constructor(folders: LessonFolders, reaches: ScopeReaches) {
    this.#folders = folders;
    this.#reaches = reaches;
    const isOurs = (document: vscode.TextDocument) => lessonDocumentOf(folders, document) !== undefined;
    const refreshSoon = () => this.#soon.run(() => void this.#refresh());
    this.#disposable = vscode.Disposable.from(
      this.#changed,
      this.#soon,
      reaches.onDidChange(refreshSoon),
      vscode.window.tabGroups.onDidChangeTabs(({ opened }) => {
        if (opened.length > 0) {
          refreshSoon();
        }
      }),
      vscode.workspace.onDidOpenTextDocument((document) => {
        if (isOurs(document)) {
          refreshSoon();
        }
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (isOurs(document)) {
          refreshSoon();
        }
      }),
    );
  }

  /**
   * The problems of a lesson's live text, by what is known so far of scopes that say the same: nothing of a scope that
   * was just written, until `onDidChange`.
   */
  problemsOf(uri: vscode.Uri): readonly Problem[] {
    const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
    const scopes = document === undefined ? [] : scopesOf(this.#folders, document);
    return scopes.flatMap((asked) =>
      this.#reaches.lastFacts(asked).map((fact) => folderProblem(asked.lesson.path, asked.scope, fact)),
    );
  }

  async #refresh(): Promise<void> {
    const before = this.#asking;
    const asking = new vscode.CancellationTokenSource();
    this.#asking = asking;
    const scopes = documentsInTabs().flatMap((document) => scopesOf(this.#folders, document));
    const answers = scopes.map((asked) => this.#ask(asked, asking.token));
    // After the new questions, so that what is asked again goes on.
    before?.cancel();
    before?.dispose();
    await Promise.all(answers);
  }

  async #ask(asked: AskedScope, token: vscode.CancellationToken): Promise<void> {
    const before = JSON.stringify(this.#reaches.lastFacts(asked));
    try {
      const facts = await this.#reaches.facts(asked, token);
      if (facts !== undefined && JSON.stringify(facts) !== before) {
        this.#changed.fire();
      }
    } catch {
      // The log has the reason, and what was known stays.
    }
  }

  dispose(): void {
    this.#asking?.cancel();
    this.#asking?.dispose();
    this.#disposable.dispose();
  }
}
