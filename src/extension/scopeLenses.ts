import * as vscode from 'vscode';
import { letInMessage, reachMessage } from '../core/present/reachWording';
import { commands, settings } from './contributions';
import { toRange } from './convert';
import { lessonSelector } from './lessonDocuments';
import type { LessonFolders } from './lessonFolders';
import { type ScopeRef, scopesOf } from './lessonScopes';
import { type AskedScope, keyOf } from './scopeAnswers';
import type { ScopeReaches } from './scopeReaches';

/** Tells on each scope of a lesson what it has in the folder now; a click lists it. */
export function registerScopeLenses(folders: LessonFolders, reaches: ScopeReaches): vscode.Disposable {
  const lenses = new ScopeLenses(folders, reaches);
  return vscode.Disposable.from(
    lenses,
    vscode.languages.registerCodeLensProvider(lessonSelector, lenses),
    reaches.onDidChange(() => lenses.refresh()),
    vscode.workspace.onDidCloseTextDocument((document) => lenses.leave(document)),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${settings.section}.${settings.scopeLenses}`)) {
        lenses.refresh();
      }
    }),
  );
}

/** A count that takes longer than this is seen to go on. In milliseconds. */
const patience = 1000;

class ScopeLens extends vscode.CodeLens {
  readonly asked: AskedScope;
  readonly ref: ScopeRef;
  /** Cancelled once the document has no such scope any more. */
  readonly outdated: vscode.CancellationToken;

  constructor(asked: AskedScope, document: vscode.TextDocument, outdated: vscode.CancellationToken) {
    super(toRange(asked.scope.ranges.scope));
    this.asked = asked;
    this.ref = { document: document.uri.toString(), scope: asked.scope.index };
    this.outdated = outdated;
  }
}

type Sources = ReadonlyMap<string, vscode.CancellationTokenSource>;

class ScopeLenses implements vscode.CodeLensProvider<ScopeLens>, vscode.Disposable {
  readonly #folders: LessonFolders;
  readonly #reaches: ScopeReaches;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #sources = new Map<string, Sources>();
  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(folders: LessonFolders, reaches: ScopeReaches) {
    this.#folders = folders;
    this.#reaches = reaches;
  }

  refresh(): void {
    this.#changed.fire();
  }

  provideCodeLenses(document: vscode.TextDocument): ScopeLens[] {
    const isOn = vscode.workspace
      .getConfiguration(settings.section, document.uri)
      .get<boolean>(settings.scopeLenses, true);
    const scopes = isOn ? scopesOf(this.#folders, document) : [];
    const before = this.#sources.get(document.uri.toString());
    const sources = new Map(
      scopes.map(keyOf).map((key) => [key, before?.get(key) ?? new vscode.CancellationTokenSource()]),
    );
    this.#replace(document, sources);
    return scopes.flatMap((asked) => {
      const source = sources.get(keyOf(asked));
      return source === undefined ? [] : [new ScopeLens(asked, document, source.token)];
    });
  }

  /**
   * Asked for what is in view. Whoever scrolls away or types elsewhere does not stop the count: it goes on until the
   * document has another scope.
   */
  async resolveCodeLens(lens: ScopeLens, token: vscode.CancellationToken): Promise<ScopeLens | undefined> {
    const counting = this.#commandFor(lens);
    const slow = new Promise<'slow'>((resolve) => setTimeout(() => resolve('slow'), patience));
    const command = await Promise.race([counting, slow]);
    if (token.isCancellationRequested || lens.outdated.isCancellationRequested) {
      return undefined;
    }
    if (command === 'slow') {
      void counting.then((counted) => counted && this.refresh());
      lens.command = { command: '', title: vscode.l10n.t('Counting…') };
      return lens;
    }
    lens.command = command;
    return command && lens;
  }

  /** What the lens says, and what a click does: nothing where there is nothing to list. */
  async #commandFor({ asked, ref, outdated }: ScopeLens): Promise<vscode.Command | undefined> {
    try {
      const reach = await this.#reaches.reach(asked, outdated);
      return (
        reach && {
          command: reach.files.length === 0 ? '' : commands.showReach,
          title: reachMessage(reach),
          tooltip: letInMessage(reach),
          arguments: [ref],
        }
      );
    } catch {
      // The log has the reason.
      return { command: commands.showLog, title: vscode.l10n.t('Not counted: see the log') };
    }
  }

  leave(document: vscode.TextDocument): void {
    this.#replace(document, new Map());
    this.#sources.delete(document.uri.toString());
  }

  #replace(document: vscode.TextDocument, sources: Sources): void {
    const key = document.uri.toString();
    for (const [scope, source] of this.#sources.get(key) ?? []) {
      if (!sources.has(scope)) {
        source.cancel();
        source.dispose();
      }
    }
    this.#sources.set(key, sources);
  }

  dispose(): void {
    this.#changed.dispose();
    for (const source of [...this.#sources.values()].flatMap((sources) => [...sources.values()])) {
      source.cancel();
      source.dispose();
    }
  }
}
