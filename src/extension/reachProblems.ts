import * as vscode from 'vscode';
import { sweepProblem } from '../core/learn/sweepFacts';
import type { Problem } from '../core/lesson/problem';
import { folderProblem } from '../core/match/folderProblems';
import { structureProblem } from '../core/match/structure/structureProblems';
import { Debounce } from './debounce';
import { lessonDocumentOf } from './lessonDocuments';
import type { LessonFolders } from './lessonFolders';
import { scopesOf } from './lessonScopes';
import type { ScopeReaches } from './scopeReaches';
import type { StructureAnswers } from './structureAnswers';
import type { SweepAnswers } from './sweepAnswers';
import { documentsInTabs } from './tabs';

/** What tells facts of scopes, or of lessons: at once as far as they are known, and as they are now. */
interface Answers<T> {
  lastFacts(asked: T): readonly unknown[];
  facts(asked: T, token: vscode.CancellationToken): Promise<readonly unknown[] | undefined>;
}

/** What is wrong with the scopes of lessons in tabs in the company of the folder's files. */
export class ReachProblems implements vscode.Disposable {
  readonly #folders: LessonFolders;
  readonly #reaches: ScopeReaches;
  readonly #structures: StructureAnswers;
  readonly #sweeps: SweepAnswers;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #soon = new Debounce(300);
  readonly #disposable: vscode.Disposable;
  #asking: vscode.CancellationTokenSource | undefined;
  /** Fires when `problemsOf` may answer otherwise than before. */
  readonly onDidChange = this.#changed.event;

  constructor(
    folders: LessonFolders,
    reaches: ScopeReaches,
    structures: StructureAnswers,
    sweeps: SweepAnswers,
  ) {
    this.#folders = folders;
    this.#reaches = reaches;
    this.#structures = structures;
    this.#sweeps = sweeps;
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
    const [first] = scopes;
    return [
      ...scopes.flatMap((asked) =>
        this.#reaches.lastFacts(asked).map((fact) => folderProblem(asked.lesson.path, asked.scope, fact)),
      ),
      ...(first === undefined
        ? []
        : [
            ...this.#structures.lastFacts(first).map((fact) => structureProblem(first.lesson, fact)),
            ...this.#sweeps.lastFacts(first).flatMap((fact) => sweepProblem(first.lesson, fact)),
          ]),
    ];
  }

  async #refresh(): Promise<void> {
    const before = this.#asking;
    const asking = new vscode.CancellationTokenSource();
    this.#asking = asking;
    const lessons = documentsInTabs().map((document) => scopesOf(this.#folders, document));
    const answers = lessons.flatMap((scopes) => [
      ...scopes.map((asked) => this.#ask(this.#reaches, asked, asking.token)),
      ...scopes
        .slice(0, 1)
        .flatMap((asked) => [
          this.#ask(this.#structures, asked, asking.token),
          this.#ask(this.#sweeps, asked, asking.token),
        ]),
    ]);
    // After the new questions, so that what is asked again goes on.
    before?.cancel();
    before?.dispose();
    await Promise.all(answers);
  }

  async #ask<T>(answers: Answers<T>, asked: T, token: vscode.CancellationToken): Promise<void> {
    const before = JSON.stringify(answers.lastFacts(asked));
    try {
      const facts = await answers.facts(asked, token);
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
