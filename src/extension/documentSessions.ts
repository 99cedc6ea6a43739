import type * as vscode from 'vscode';
import { DocumentSession } from '../core/match/documentSession';
import type { FolderTools } from './folderTools';
import type { LessonFolder } from './lessonFolder';

/** What is known of each open document's text from before the last edit, for each folder whose lessons may apply. */
export class DocumentSessions implements vscode.Disposable {
  readonly #tools: FolderTools;
  readonly #sessions = new Map<string, Map<LessonFolder, DocumentSession>>();

  constructor(tools: FolderTools) {
    this.#tools = tools;
  }

  /** The session of a document; one that is closed has none to keep. */
  of(document: vscode.TextDocument, folder: LessonFolder): DocumentSession {
    const key = document.uri.toString();
    const known = this.#sessions.get(key);
    const session = known?.get(folder) ?? new DocumentSession(this.#tools.ofDocuments(folder));
    if (document.isClosed) {
      session.dispose();
    } else {
      this.#sessions.set(key, (known ?? new Map()).set(folder, session));
    }
    return session;
  }

  /** To be told of a document that is closed. */
  forget(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    for (const session of this.#sessions.get(key)?.values() ?? []) {
      session.dispose();
    }
    this.#sessions.delete(key);
  }

  dispose(): void {
    for (const session of [...this.#sessions.values()].flatMap((sessions) => [...sessions.values()])) {
      session.dispose();
    }
    this.#sessions.clear();
  }
}
