import * as vscode from 'vscode';
import { letInMessage, reachMessage } from '../core/present/reachWording';
import { commands, settings } from './contributions';
import { toRange } from './convert';
import { lessonSelector } from './lessonDocuments';
import type { LessonFolders } from './lessonFolders';
import { type ScopeRef, scopesOf } from './lessonScopes';
import type { AskedScope } from './scopeCache';
import type { ScopeReaches } from './scopeReaches';

/** Tells on each scope of a lesson what it has in the folder now; a click lists it. */
export function registerScopeLenses(folders: LessonFolders, reaches: ScopeReaches): vscode.Disposable {
  const lenses = new ScopeLenses(folders, reaches);
  return vscode.Disposable.from(
    lenses,
    vscode.languages.registerCodeLensProvider(lessonSelector, lenses),
    reaches.onDidChange(() => lenses.refresh()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${settings.section}.${settings.codeLens}`)) {
        lenses.refresh();
      }
    }),
  );
}

class ScopeLens extends vscode.CodeLens {
  readonly asked: AskedScope;
  readonly ref: ScopeRef;

  constructor(asked: AskedScope, ref: ScopeRef) {
    super(toRange(asked.scope.ranges.scope));
    this.asked = asked;
    this.ref = ref;
  }
}

class ScopeLenses implements vscode.CodeLensProvider<ScopeLens>, vscode.Disposable {
  readonly #folders: LessonFolders;
  readonly #reaches: ScopeReaches;
  readonly #changed = new vscode.EventEmitter<void>();
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
      .get<boolean>(settings.codeLens, true);
    return isOn
      ? scopesOf(this.#folders, document).map(
          (asked) => new ScopeLens(asked, { document: document.uri.toString(), scope: asked.scope.index }),
        )
      : [];
  }

  /** Asked for what is in view. Where the count does not stand, the editor asks again or has no lens. */
  async resolveCodeLens(lens: ScopeLens, token: vscode.CancellationToken): Promise<ScopeLens | undefined> {
    const reach = await this.#reaches.reach(lens.asked, token);
    if (reach === undefined) {
      return undefined;
    }
    // Without a command the lens is a text: there is nothing to list.
    const command = reach.files.length === 0 ? '' : commands.showReach;
    const title = reachMessage(reach);
    lens.command = { command, title, tooltip: letInMessage(reach), arguments: [lens.ref] };
    return lens;
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
