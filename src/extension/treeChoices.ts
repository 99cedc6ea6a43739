import * as vscode from 'vscode';
import { type Grouping, groupings } from '../core/display/groupings';
import { commands, contextKeys } from './contributions';

const keys = { grouping: 'tree.grouping', filter: 'tree.filter' } as const;

/** How a person looks at the view: what the lessons are grouped by, and the filter. Kept for the workspace. */
export class TreeChoices implements vscode.Disposable {
  readonly #memory: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<'grouping' | 'filter'>();
  readonly #disposable: vscode.Disposable;
  readonly onDidChange = this.#changed.event;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
    this.#disposable = vscode.Disposable.from(
      this.#changed,
      ...groupings.map((grouping) =>
        vscode.commands.registerCommand(commands[groupingCommands[grouping]], () =>
          this.#set('grouping', grouping),
        ),
      ),
      vscode.commands.registerCommand(commands.filter, () => this.#askFilter()),
      vscode.commands.registerCommand(commands.clearFilter, () => this.#set('filter', '')),
    );
    void this.#tellMenus();
  }

  get grouping(): Grouping {
    const kept = this.#memory.get<string>(keys.grouping);
    return groupings.find((one) => one === kept) ?? 'area';
  }

  /** Empty where nothing is filtered. */
  get filter(): string {
    return this.#memory.get<string>(keys.filter, '');
  }

  async #askFilter(): Promise<void> {
    const written = await vscode.window.showInputBox({
      title: vscode.l10n.t('Filter the lessons'),
      prompt: vscode.l10n.t('Words of the title, the advice, the tags or the id; leave it empty to see all'),
      value: this.filter,
    });
    if (written !== undefined) {
      await this.#set('filter', written.trim());
    }
  }

  async #set(what: keyof typeof keys, value: string): Promise<void> {
    await this.#memory.update(keys[what], value);
    await this.#tellMenus();
    this.#changed.fire(what);
  }

  async #tellMenus(): Promise<void> {
    await vscode.commands.executeCommand('setContext', contextKeys.groupBy, this.grouping);
    await vscode.commands.executeCommand('setContext', contextKeys.filtered, this.filter !== '');
  }

  dispose(): void {
    this.#disposable.dispose();
  }
}

const groupingCommands = {
  area: 'groupByArea',
  theme: 'groupByTheme',
  severity: 'groupBySeverity',
  status: 'groupByStatus',
  source: 'groupBySource',
} as const satisfies Readonly<Record<Grouping, keyof typeof commands>>;
