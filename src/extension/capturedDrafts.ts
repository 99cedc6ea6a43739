import type * as vscode from 'vscode';
import type { Draft } from '../core/learn/draft';
import { LessonSearch } from '../core/search/lessonSearch';
import { addDraftTo } from './addToLesson';
import { showDraft } from './captureDraft';
import type { LessonFolder } from './lessonFolder';
import type { OpenDrafts } from './openDrafts';
import type { Services } from './services';
import { askSimilar } from './similarQuestion';
import { SupersededOnSave } from './supersededOnSave';
import { revealSweep } from './sweepView';

/** How much of a draft somebody has said, and not only what could be told from elsewhere. */
export interface Saying {
  /** False where the title only stands in for one. */
  readonly hasTitle: boolean;
  /** Whether anything would be lost with it. */
  readonly isSaid: boolean;
}

/** Opens what was captured, wherever from, once it is clear that no lesson which is there already says it. */
export class CapturedDrafts implements vscode.Disposable {
  readonly #services: Pick<Services, 'folders' | 'turns'>;
  readonly #drafts: OpenDrafts;
  readonly #search = new LessonSearch();
  readonly #superseded: SupersededOnSave;

  constructor(services: Pick<Services, 'folders' | 'turns'>, drafts: OpenDrafts) {
    this.#services = services;
    this.#drafts = drafts;
    this.#superseded = new SupersededOnSave(services.folders);
  }

  async open(folder: LessonFolder, draft: Draft, { hasTitle, isSaid }: Saying): Promise<void> {
    const compared = hasTitle ? draft : { ...draft, title: '' };
    const wanted = await askSimilar(folder, compared, this.#search, this.#services.turns);
    if (wanted.kind === 'add' && (await addDraftTo(folder, wanted.lesson, draft, hasTitle))) {
      return;
    }
    const replaced = wanted.kind === 'supersede' ? wanted.lesson : undefined;
    const own = replaced === undefined ? draft : { ...draft, supersedes: [replaced.id] };
    const document = await showDraft(folder, own, hasTitle);
    if (isSaid) {
      this.#drafts.mind(document);
    }
    if (replaced !== undefined) {
      this.#superseded.wait(folder, replaced, own.id);
    }
    await revealSweep();
  }

  dispose(): void {
    this.#superseded.dispose();
  }
}
