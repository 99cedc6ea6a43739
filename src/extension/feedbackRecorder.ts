import * as vscode from 'vscode';
import { withEvent } from '../core/feedback/batch';
import type { FeedbackEvent, Told } from '../core/feedback/event';
import { newEventId } from '../core/feedback/eventId';
import { formatEvents } from '../core/feedback/formatEvents';
import { parseEventText } from '../core/feedback/parseEvents';
import { dayOf } from '../core/lesson/calendar';
import type { Random } from '../core/lesson/identity';
import { batchPath } from '../core/library/files';
import { SourceText } from '../core/text';
import { Debounce } from './debounce';
import type { LessonFolder } from './lessonFolder';
import type { LessonFolders } from './lessonFolders';

/** For so many milliseconds after the last event a batch waits for another. */
const quietTime = 5000;

/** Where events wait on this machine, by folder, in the form in which they are stored. */
const waitingKey = 'lessons.waitingEvents';

/**
 * Stores what this person tells of lessons: soon, several events as one new file in the folder of the lessons. Until
 * that is done they are kept on this machine, from one window to the next.
 */
export class FeedbackRecorder implements vscode.Disposable {
  readonly #folders: LessonFolders;
  readonly #memento: vscode.Memento;
  readonly #log: vscode.LogOutputChannel;
  readonly #soon = new Debounce(quietTime);
  readonly #waiting: Map<string, readonly FeedbackEvent[]>;
  readonly #disposable: vscode.Disposable;
  /** Folders of which somebody waits to hear whether it worked. */
  readonly #untold = new Set<string>();
  #writing: Promise<void> = Promise.resolve();

  constructor(folders: LessonFolders, memento: vscode.Memento, log: vscode.LogOutputChannel) {
    this.#folders = folders;
    this.#memento = memento;
    this.#log = log;
    this.#waiting = waitingIn(memento);
    this.#disposable = vscode.Disposable.from(
      this.#soon,
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (!focused) {
          void this.flush();
        }
      }),
    );
    if (this.#waiting.size > 0) {
      this.#soon.run(() => void this.flush());
    }
  }

  /** Records one event; of two votes on a lesson in one batch, the later. */
  async record(folder: LessonFolder, lesson: string, told: Told): Promise<void> {
    const key = folder.uri.toString();
    const day = dayOf(new Date());
    const event: FeedbackEvent = { ev: newEventId(day, random), lesson, day, ...told };
    this.#untold.add(key);
    this.#soon.run(() => void this.flush());
    await this.#keep(key, withEvent(this.#waiting.get(key) ?? [], event));
  }

  /** Stores all that waits, without delay. */
  flush(): Promise<void> {
    this.#soon.dispose();
    this.#writing = this.#writing.then(() => this.#writeAll());
    return this.#writing;
  }

  async #writeAll(): Promise<void> {
    for (const [key, events] of [...this.#waiting]) {
      const folder = this.#folders.all.find(({ uri }) => uri.toString() === key);
      if (folder !== undefined) {
        await this.#write(folder, key, events);
      }
    }
  }

  async #write(folder: LessonFolder, key: string, events: readonly FeedbackEvent[]): Promise<void> {
    const day = dayOf(new Date());
    const path = batchPath(newEventId(day, random), day);
    try {
      const bytes = new TextEncoder().encode(formatEvents(events));
      await vscode.workspace.fs.writeFile(folder.uriOf(path), bytes);
    } catch (error) {
      this.#log.warn(
        `${path} cannot be written; its ${events.length} events are kept on this machine`,
        error,
      );
      if (this.#untold.delete(key)) {
        void this.#tell(folder, error);
      }
      return;
    }
    this.#untold.delete(key);
    // More may have come meanwhile.
    await this.#keep(key, this.#waiting.get(key)?.filter((event) => !events.includes(event)) ?? []);
    await folder.refresh([path]);
  }

  async #tell({ name }: LessonFolder, error: unknown): Promise<void> {
    const again = vscode.l10n.t('Try Again');
    const chosen = await vscode.window.showWarningMessage(
      vscode.l10n.t(
        'What you told of lessons cannot be stored in {0} yet. It is kept on this machine, and tried again with your next vote. {1}',
        name,
        error instanceof Error ? error.message : String(error),
      ),
      again,
    );
    if (chosen === again) {
      for (const key of this.#waiting.keys()) {
        this.#untold.add(key);
      }
      await this.flush();
    }
  }

  async #keep(key: string, events: readonly FeedbackEvent[]): Promise<void> {
    if (events.length === 0) {
      this.#waiting.delete(key);
    } else {
      this.#waiting.set(key, events);
    }
    const texts = [...this.#waiting].map(([folder, waiting]) => [folder, formatEvents(waiting)]);
    await this.#memento.update(waitingKey, texts.length === 0 ? undefined : Object.fromEntries(texts));
  }

  dispose(): void {
    this.#disposable.dispose();
  }
}

/** What the last window could not store any more. */
function waitingIn(memento: vscode.Memento): Map<string, readonly FeedbackEvent[]> {
  const texts = memento.get<Readonly<Record<string, string>>>(waitingKey, {});
  return new Map(
    Object.entries(texts).map(([key, text]) => [key, parseEventText(key, new SourceText(text)).events]),
  );
}

const random: Random = (bytes) => crypto.getRandomValues(bytes);
