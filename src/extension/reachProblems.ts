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
  /** By document, the problems at the time when `onDidChange` fired last for it; none since its text changed. */
  readonly #announced = new Map<string, string>();
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
          this.#announced.delete(document.uri.toString());
          refreshSoon();
        }
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#announced.delete(uri.toString())),
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
    const answers = documentsInTabs().flatMap((document) => {
      const scopes = scopesOf(this.#folders, document);
      const ask = <T>(who: Answers<T>, asked: T) => this.#ask(who, asked, document, asking.token);
      return [
        ...scopes.map((asked) => ask(this.#reaches, asked)),
        ...scopes.slice(0, 1).flatMap((asked) => [ask(this.#structures, asked), ask(this.#sweeps, asked)]),
      ];
    });
    // After the new questions, so that what is asked again goes on.
    before?.cancel();
    before?.dispose();
    await Promise.all(answers);
  }

  async #ask<T>(
    answers: Answers<T>,
    asked: T,
    { uri }: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<void> {
    try {
      if ((await answers.facts(asked, token)) !== undefined) {
        this.#announce(uri);
      }
    } catch {
      // The log has the reason, and what was known stays.
    }
  }

  /** Others ask for the same answers, so that what was known before asking is not what was told. */
  #announce(uri: vscode.Uri): void {
    const problems = JSON.stringify(this.problemsOf(uri));
    if (this.#announced.get(uri.toString()) !== problems) {
      this.#announced.set(uri.toString(), problems);
      this.#changed.fire();
    }
  }

  dispose(): void {
    this.#asking?.cancel();
    this.#asking?.dispose();
    this.#disposable.dispose();
  }
}
