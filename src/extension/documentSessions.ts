import type * as vscode from 'vscode';
import { DocumentSession } from '../core/match/documentSession';
import type { FolderTools } from './folderTools';
import type { LessonFolder } from './lessonFolders';

/** What is known of each open document's text from before the last edit. */
export class DocumentSessions implements vscode.Disposable {
  readonly #tools: FolderTools;
  readonly #sessions = new Map<string, DocumentSession>();

  constructor(tools: FolderTools) {
    this.#tools = tools;
  }

  /** The session of a document; one that is closed has none to keep. */
  of(document: vscode.TextDocument, folder: LessonFolder): DocumentSession {
    const key = document.uri.toString();
    const session = this.#sessions.get(key) ?? new DocumentSession(this.#tools.ofDocuments(folder));
    if (document.isClosed) {
      session.dispose();
    } else {
      this.#sessions.set(key, session);
    }
    return session;
  }

  /** To be told of a document that is closed. */
  forget(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    this.#sessions.get(key)?.dispose();
    this.#sessions.delete(key);
  }

  dispose(): void {
    for (const session of this.#sessions.values()) {
      session.dispose();
    }
    this.#sessions.clear();
  }
}
