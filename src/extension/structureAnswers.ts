import type * as vscode from 'vscode';
import { CompiledLesson } from '../core/library/compiledLesson';
import type { ProjectPaths } from '../core/match/projectPaths';
import { type StructureFact, structureFacts } from '../core/match/structure/structureProblems';
import type { CodeFolders } from './codeFolders';
import type { FolderTools } from './folderTools';
import type { AskedScope } from './scopeAnswers';
import type { SharedTurns } from './sharedTurns';

/** A lesson as a document has it now. */
export type AskedLesson = Pick<AskedScope, 'folder' | 'lesson'>;

interface Answer {
  /** The folder's files when it was given. */
  readonly paths: ProjectPaths;
  readonly facts: readonly StructureFact[];
}

/** As with scopes: the author who types goes through many, and comes back to few. */
const mostLessons = 100;

/** What is wrong with the structures of lessons; two lessons that say the same have the same answer. */
export class StructureAnswers {
  readonly #code: CodeFolders;
  readonly #tools: FolderTools;
  readonly #turns: SharedTurns;
  readonly #log: vscode.LogOutputChannel;
  readonly #known = new Map<string, Answer>();

  constructor(code: CodeFolders, tools: FolderTools, turns: SharedTurns, log: vscode.LogOutputChannel) {
    this.#code = code;
    this.#tools = tools;
    this.#turns = turns;
    this.#log = log;
  }

  /** What `facts` gave last, also where that may no longer hold. */
  lastFacts(asked: AskedLesson): readonly StructureFact[] {
    return this.#known.get(keyOf(asked))?.facts ?? [];
  }

  /** `undefined` where the token was cancelled. Rejects where it cannot be found. */
  async facts(
    asked: AskedLesson,
    token: vscode.CancellationToken,
  ): Promise<readonly StructureFact[] | undefined> {
    const { folder, lesson } = asked;
    if (lesson.scopes.every(({ scope }) => scope.structure === undefined)) {
      return [];
    }
    const key = keyOf(asked);
    try {
      const paths = await this.#code.of(folder).paths();
      const known = this.#known.get(key);
      if (known?.paths === paths) {
        return known.facts;
      }
      const { structures } = this.#tools.of(folder);
      const turns = this.#turns.of(() => !token.isCancellationRequested);
      const compiled = new CompiledLesson(lesson);
      const facts = await structureFacts(compiled, folder.library, paths, structures, turns);
      if (facts !== undefined) {
        this.#keep(key, { paths, facts });
      }
      return facts;
    } catch (error) {
      this.#log.error(`Whether the structures of ${lesson.path} are code cannot be told`, error);
      throw error;
    }
  }

  #keep(key: string, answer: Answer): void {
    this.#known.delete(key);
    this.#known.set(key, answer);
    const [oldest] = this.#known.keys();
    if (this.#known.size > mostLessons && oldest !== undefined) {
      this.#known.delete(oldest);
    }
  }
}

function keyOf({ folder, lesson }: AskedLesson): string {
  const scopes = lesson.scopes.map(({ index, scope }) => [index, scope]);
  const { ignore } = folder.library.policy;
  return JSON.stringify([folder.uri.toString(), ignore, scopes, lesson.frontMatter.tests]);
}
