import * as vscode from 'vscode';
import { ordinaryStanding, type Standing, votedStanding } from '../core/display/standing';
import type { Control } from '../core/lesson/control';
import { strongControls } from '../core/lesson/control';
import type { Lesson } from '../core/lesson/lesson';
import type { ControlsInPlace } from './controlsInPlace';
import type { DisplayHistory } from './displayHistory';
import type { LessonFolder } from './lessonFolder';

/** What is known of each lesson besides its file: votes, controls that are in place, and when it was seen. */
export class LessonStandings implements vscode.Disposable {
  readonly #controls: ControlsInPlace;
  readonly #history: DisplayHistory;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #disposable: vscode.Disposable;
  readonly onDidChange = this.#changed.event;

  constructor(controls: ControlsInPlace, history: DisplayHistory) {
    this.#controls = controls;
    this.#history = history;
    this.#disposable = vscode.Disposable.from(
      this.#changed,
      controls.onDidChange(() => this.#changed.fire()),
    );
  }

  of(folder: LessonFolder, lesson: Lesson): Standing {
    const codifiedBy = this.controlOf(folder, lesson);
    const daysShown = this.#history.daysShown(lesson.id);
    const voted = votedStanding(folder.library.feedback.get(lesson.id));
    return { ...ordinaryStanding, ...voted, daysShown, ...(codifiedBy && { codifiedBy }) };
  }

  /** The strong control that keeps the lesson quiet, as what it names is there. */
  controlOf(folder: LessonFolder, lesson: Lesson): Control | undefined {
    return strongControls(lesson).find((control) => this.#controls.isInPlace(folder, control));
  }

  dispose(): void {
    this.#disposable.dispose();
  }
}
