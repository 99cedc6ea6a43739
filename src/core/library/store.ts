import type { LessonFiles } from './files';
import { lessonFolder } from './files';
import { nothingRead, type Reading, readFolder } from './folderReading';
import { areSame } from './knownFile';
import { buildLibrary, emptyLibrary, feedbackOf, type Library, noFeedback, withFeedback } from './library';
import { keepReading, type ParsedCache, recall } from './parsedCache';
import { TimeSlices, type Turn } from './timeSlices';

/** What a store takes from the machine it runs on. */
export interface StorePorts {
  readonly files: LessonFiles;
  /** The day where the team is, YYYY-MM-DD. */
  readonly today: () => string;
  readonly turn: Turn;
  /** Only asked where there are many lessons. */
  readonly cache?: ParsedCache;
}

/** Holds the one current library of a folder, and reads the folder anew when told that something changed. */
export class LessonStore {
  readonly #ports: StorePorts;
  readonly #listeners = new Set<() => void>();
  #reading = nothingRead;
  /** Without what was told of the lessons. */
  #lessons = emptyLibrary;
  #feedback = noFeedback;
  #library = emptyLibrary;
  #day = '';
  #asked = new Set<string>();
  #running: Promise<void> | undefined;
  #isFresh = true;

  constructor(ports: StorePorts) {
    this.#ports = ports;
  }

  get library(): Library {
    return this.#library;
  }

  /** Calls the listener after each change of the library; returns how to stop. */
  onDidChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Reads the whole folder. */
  reload(): Promise<void> {
    return this.refresh([lessonFolder]);
  }

  /**
   * Reads what a watcher named: files, or folders with all below them. However often it is called, one reading runs at a
   * time and one more follows it, so that the library shows the folder as it was after the last call.
   */
  refresh(paths: Iterable<string>): Promise<void> {
    for (const path of paths) {
      this.#asked.add(path);
    }
    this.#running ??= this.#readUntilSettled();
    return this.#running;
  }

  async #readUntilSettled(): Promise<void> {
    const { files, turn, cache } = this.#ports;
    try {
      if (this.#isFresh && cache !== undefined) {
        await this.#recall(cache);
      }
      this.#isFresh = false;
      do {
        const asked = [...this.#asked];
        this.#asked.clear();
        const before = this.#reading;
        const reading = await readFolder(files, before, asked, new TimeSlices(turn));
        if (this.#replace(reading) && cache !== undefined) {
          keepReading(cache, reading, before);
        }
      } while (this.#asked.size > 0);
    } finally {
      this.#running = undefined;
    }
  }

  /** Shows the lessons of the last session until the files have been read, which may take a while. */
  async #recall(cache: ParsedCache): Promise<void> {
    const { files, turn } = this.#ports;
    const recalled = await recall(files, cache, this.#reading, new TimeSlices(turn));
    if (recalled !== undefined) {
      this.#asked.add(lessonFolder);
      this.#replace(recalled);
    }
  }

  /** @returns whether anything changed */
  #replace(reading: Reading): boolean {
    const before = this.#reading;
    const today = this.#ports.today();
    const { config, lessons, events } = reading;
    const haveSameLessons =
      config === before.config && today === this.#day && areSame(lessons, before.lessons);
    const haveSameEvents = areSame(events, before.events);
    this.#reading = reading;
    if (haveSameLessons && haveSameEvents) {
      return false;
    }
    if (!haveSameLessons) {
      this.#day = today;
      const { policy, problems: policyProblems } = config.parsed;
      const files = [...lessons.values()].map(({ parsed }) => parsed);
      this.#lessons = buildLibrary(files, { policy, policyProblems, today }, this.#lessons);
    }
    if (!haveSameEvents) {
      this.#feedback = feedbackOf([...events.values()].map(({ parsed }) => parsed));
    }
    this.#library = withFeedback(this.#lessons, this.#feedback);
    for (const listener of [...this.#listeners]) {
      listener();
    }
    return true;
  }
}
