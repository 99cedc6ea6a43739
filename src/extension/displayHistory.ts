import type * as vscode from 'vscode';
import { daysSeen, withToday } from '../core/display/seenDays';
import { dayOf } from '../core/lesson/calendar';
import { Debounce } from './debounce';

const key = 'lessons.seen';

/** Written when it has been calm for so long, in milliseconds: nothing waits for it. */
const calm = 5000;

type Days = Readonly<Record<string, readonly string[]>>;

/** On which days this person was shown which lesson: theirs alone, so it stays in the editor's storage. */
export class DisplayHistory implements vscode.Disposable {
  readonly #memento: vscode.Memento;
  readonly #soon = new Debounce(calm);
  #days: Days;

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
    this.#days = memento.get<Days>(key, {});
  }

  /** Says that lessons stand before somebody's eyes. */
  note(ids: readonly string[]): void {
    const today = dayOf(new Date());
    const isNew = ids.filter((id) => this.#days[id]?.includes(today) !== true);
    if (isNew.length === 0) {
      return;
    }
    const added = isNew.map((id) => [id, withToday(this.#days[id] ?? [], today)] as const);
    this.#days = { ...this.#days, ...Object.fromEntries(added) };
    this.#soon.run(() => void this.#memento.update(key, this.#days));
  }

  /** On how many of the last 14 days, today left out. */
  daysShown(id: string): number {
    return daysSeen(this.#days[id] ?? [], dayOf(new Date()));
  }

  dispose(): void {
    this.#soon.dispose();
  }
}
