import * as vscode from 'vscode';
import { allLines, type ChangedLines, changedLines, noLines } from '../core/match/changedLines';
import { SourceText } from '../core/text';
import type { CommittedPlace, GitRepositories } from './gitRepositories';

/** What HEAD holds for a file. */
type CommittedText =
  | { readonly kind: 'text'; readonly text: SourceText }
  /** No repository, or the file is not in HEAD. */
  | { readonly kind: 'none' }
  /** Git is still looking for repositories. */
  | { readonly kind: 'unknown' };

/** The last question about a file, and its answer. */
interface Asked {
  readonly uri: vscode.Uri;
  readonly place: CommittedPlace;
  readonly committed: Promise<CommittedText>;
  /** Several ask about the same text. */
  last?: { readonly value: string; readonly changed: ChangedLines };
}

/** Asks the built-in Git extension what HEAD holds, once per file and commit. */
export class CommittedTexts implements vscode.Disposable {
  readonly #git: GitRepositories;
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<ReadonlySet<string>>();
  readonly #asked = new Map<string, Asked>();
  /** Files that were asked about again before anybody was told that their answers are others now. */
  readonly #overtaken = new Set<string>();
  readonly #disposable: vscode.Disposable;
  /**
   * Fires when HEAD moved, a file was renamed, or a repository came or went; with the URIs of those files that somebody
   * has an old answer about.
   */
  readonly onDidChange = this.#changed.event;

  constructor(git: GitRepositories, log: vscode.LogOutputChannel) {
    this.#git = git;
    this.#log = log;
    this.#disposable = vscode.Disposable.from(
      this.#changed,
      git.onDidChange((news) => {
        const old = this.#forgetOld();
        if (news !== 'status' || old.size > 0) {
          this.#changed.fire(old);
        }
      }),
    );
  }

  /**
   * The lines of a text that differ from what HEAD holds for its file. The comparison begins anew each time: it leaves out
   * at once what is equal at both ends, so that there is little to save by remembering more than what was committed.
   */
  async changedLines(uri: vscode.Uri, text: SourceText): Promise<ChangedLines> {
    const asked = this.#askedAbout(uri);
    const committed = await asked.committed;
    if (asked.last?.value !== text.value) {
      asked.last = { value: text.value, changed: compare(committed, text) };
    }
    return asked.last.changed;
  }

  /** Whether HEAD has the file. */
  async isCommitted(uri: vscode.Uri): Promise<boolean> {
    return (await this.#askedAbout(uri).committed).kind === 'text';
  }

  #askedAbout(uri: vscode.Uri): Asked {
    const key = uri.toString();
    const known = this.#asked.get(key);
    const place = this.#git.placeOf(uri);
    if (known !== undefined && isSame(known.place, place)) {
      return known;
    }
    if (known !== undefined) {
      this.#overtaken.add(key);
    }
    const asked: Asked = { uri, place, committed: this.#ask(place) };
    this.#asked.set(key, asked);
    return asked;
  }

  async #ask(place: CommittedPlace): Promise<CommittedText> {
    if (place.kind !== 'commit') {
      return { kind: place.kind };
    }
    const { repository, commit, file } = place;
    try {
      return { kind: 'text', text: new SourceText(await repository.show(commit, file.fsPath)) };
    } catch (error) {
      this.#log.debug(`HEAD has no ${file.toString()}`, error);
      return { kind: 'none' };
    }
  }

  #forgetOld(): ReadonlySet<string> {
    const old = new Set(this.#overtaken);
    for (const [key, { uri, place }] of this.#asked) {
      if (!isSame(place, this.#git.placeOf(uri))) {
        this.#asked.delete(key);
        old.add(key);
      }
    }
    this.#overtaken.clear();
    return old;
  }

  dispose(): void {
    this.#disposable.dispose();
  }
}

function compare(committed: CommittedText, text: SourceText): ChangedLines {
  switch (committed.kind) {
    case 'text':
      return changedLines(committed.text, text);
    case 'none':
      return allLines;
    case 'unknown':
      // Quiet until git has answered, rather than loud for a moment.
      return noLines;
  }
}

function isSame(a: CommittedPlace, b: CommittedPlace): boolean {
  if (a.kind !== 'commit' || b.kind !== 'commit') {
    return a.kind === b.kind;
  }
  const texts = [a, b].map(({ repository, commit, file }) => `${repository.rootUri} ${commit} ${file}`);
  return texts[0] === texts[1];
}
