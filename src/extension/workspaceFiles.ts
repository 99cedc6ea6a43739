import * as vscode from 'vscode';
import { type LessonFiles, lessonFolder } from '../core/library/files';
import type { GrammarFiles } from '../core/match/grammars';

/** Lesson files of a workspace folder, wherever it lies: on this machine, a remote one, or a virtual one. */
export function lessonFilesIn(folder: vscode.Uri): LessonFiles {
  return {
    list: () => listBelow(folder, lessonFolder),
    read: (path) => unlessMissing(() => vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, path))),
  };
}

/** The grammars lie beside the bundle. */
export function grammarFilesIn(extension: vscode.Uri): GrammarFiles {
  const readBeside = (file: string) =>
    vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'dist', file));
  return {
    read: async (name) => readBeside(name === undefined ? 'tree-sitter.wasm' : `tree-sitter-${name}.wasm`),
    readStructures: async () => readBeside('ast-grep.wasm'),
  };
}

/** A file or folder that is not there, or is gone by now, is an answer; any other failure is not. */
export async function unlessMissing<T>(ask: () => Thenable<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    const code = error instanceof vscode.FileSystemError ? error.code : undefined;
    if (code === 'FileNotFound' || code === 'FileNotADirectory') {
      return undefined;
    }
    throw error;
  }
}

async function listBelow(folder: vscode.Uri, path: string): Promise<string[]> {
  const entries = await unlessMissing(() =>
    vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(folder, path)),
  );
  const nested = (entries ?? []).map(([name, type]) => {
    // A symbolic link may lead out of the folder, or in circles, and is left alone.
    if (type === vscode.FileType.Directory) {
      return listBelow(folder, `${path}/${name}`);
    }
    return type === vscode.FileType.File ? [`${path}/${name}`] : [];
  });
  return (await Promise.all(nested)).flat();
}
