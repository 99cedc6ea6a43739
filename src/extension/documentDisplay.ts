import * as vscode from 'vscode';
import type { Show } from '../core/display/facts';
import { dayOf } from '../core/lesson/calendar';
import { settings } from './contributions';
import type { Surroundings } from './documentAnalysis';
import type { LessonStandings } from './lessonStandings';
import { areLessonsOn } from './lessonsOn';

/** What the display of a document depends on besides its matches: settings, and what is known of the lessons. */
export class DocumentDisplay implements vscode.Disposable {
  readonly #standings: LessonStandings;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #disposable: vscode.Disposable;
  /** Fires where documents may show something else than before, though they have the same matches. */
  readonly onDidChange = this.#changed.event;

  constructor(standings: LessonStandings) {
    this.#standings = standings;
    const concerning = [settings.show, settings.enabled].map((name) => `${settings.section}.${name}`);
    this.#disposable = vscode.Disposable.from(
      this.#changed,
      standings.onDidChange(() => this.#changed.fire()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (concerning.some((name) => event.affectsConfiguration(name))) {
          this.#changed.fire();
        }
      }),
    );
  }

  /** Whether lessons are to be seen in a document at all. */
  isOn({ uri }: vscode.TextDocument): boolean {
    return areLessonsOn(uri);
  }

  around({ uri }: vscode.TextDocument): Surroundings {
    const show = vscode.workspace.getConfiguration(settings.section, uri).get<Show>(settings.show, 'changes');
    return {
      ...{ show, today: dayOf(new Date()) },
      standingOf: (folder, { lesson }) => this.#standings.of(folder, lesson),
    };
  }

  dispose(): void {
    this.#disposable.dispose();
  }
}
