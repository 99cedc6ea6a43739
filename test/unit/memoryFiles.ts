import type { LessonFiles } from '../../src/core/library/files';

export type Content = Uint8Array | Error | undefined;

/** A folder in memory. An error is thrown when its file is read; what is `undefined` is listed, and then gone. */
export class MemoryFiles implements LessonFiles {
  readonly files: Map<string, Content>;
  /** The paths that were read, in order. */
  readonly asked: string[] = [];

  constructor(files: Iterable<readonly [string, Content]>) {
    this.files = new Map(files);
  }

  async list() {
    return [...this.files.keys()];
  }

  async read(path: string) {
    this.asked.push(path);
    const content = this.files.get(path);
    if (content instanceof Error) {
      throw content;
    }
    return content;
  }
}
