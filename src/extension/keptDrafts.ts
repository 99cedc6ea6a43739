import * as vscode from 'vscode';
import { contextKeys } from './contributions';

/** A draft that was closed without being saved. Plain data, kept by the workspace. */
export interface KeptDraft {
  /** The URI of the folder that it belongs to. */
  readonly folder: string;
  /** Where it was to lie, relative to the folder. */
  readonly path: string;
  /** As it was left, whatever it holds. */
  readonly text: string;
}

const key = 'lessons.keptDrafts';

/** The drafts of this workspace that nobody has saved or thrown away. */
export class KeptDrafts {
  readonly #memory: vscode.Memento;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
  }

  get all(): readonly KeptDraft[] {
    return this.#memory.get<readonly KeptDraft[]>(key, []);
  }

  /** In place of an older one at the same path. */
  async keep(draft: KeptDraft): Promise<void> {
    await this.#store([...this.all.filter((one) => !isSame(one, draft)), draft]);
  }

  async forget(draft: KeptDraft): Promise<void> {
    await this.#store(this.all.filter((one) => !isSame(one, draft)));
  }

  /** Tells the palette whether there is something to recover. */
  async tell(): Promise<void> {
    await vscode.commands.executeCommand('setContext', contextKeys.keptDrafts, this.all.length > 0);
  }

  async #store(drafts: readonly KeptDraft[]): Promise<void> {
    await this.#memory.update(key, drafts);
    await this.tell();
  }
}

function isSame(a: KeptDraft, b: KeptDraft): boolean {
  return a.folder === b.folder && a.path === b.path && a.text === b.text;
}
