import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import * as vscode from 'vscode';

export const folder = (() => {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(first, 'the tests need a workspace');
  return first.uri;
})();

export const uriOf = (path: string) => vscode.Uri.joinPath(folder, path);

export async function write(path: string, content: string | Uint8Array): Promise<void> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  await vscode.workspace.fs.writeFile(uriOf(path), bytes);
}

export async function remove(path: string): Promise<void> {
  await vscode.workspace.fs.delete(uriOf(path), { recursive: true });
}

export async function show(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(uriOf(path), { preview: false });
}

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Our diagnostics of a file, as `severity code line:character message`. */
export function diagnosticsOf(path: string): string[] {
  return vscode.languages
    .getDiagnostics(uriOf(path))
    .filter(({ source }) => source === 'Lessons')
    .map(({ severity, code, range, message }) => {
      const id = typeof code === 'object' ? code.value : code;
      const { line, character } = range.start;
      return `${vscode.DiagnosticSeverity[severity]} ${id} ${line}:${character} ${message}`;
    })
    .sort();
}

/** Waits until `ask` gives something other than undefined or false; fails with the last state where it never does. */
export async function until<T>(
  ask: () => T | Promise<T>,
  state: () => unknown = () => '',
): Promise<NonNullable<T>> {
  for (const end = Date.now() + 20_000; Date.now() < end; ) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && answer !== false) {
      return answer;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new assert.AssertionError({ message: `it never happened; in the end: ${JSON.stringify(state())}` });
}

/** Adds or removes a workspace folder, and waits until the editor has followed: before that it refuses another change. */
export async function changeFolders(
  ...change: Parameters<typeof vscode.workspace.updateWorkspaceFolders>
): Promise<void> {
  let isFollowed = false;
  const listener = vscode.workspace.onDidChangeWorkspaceFolders(() => {
    isFollowed = true;
  });
  assert.equal(vscode.workspace.updateWorkspaceFolders(...change), true);
  await until(() => isFollowed);
  listener.dispose();
}

/** Waits until the file's diagnostics are these. */
export async function untilDiagnostics(path: string, expected: readonly string[]): Promise<void> {
  const wanted = JSON.stringify([...expected].sort());
  await until(
    () => JSON.stringify(diagnosticsOf(path)) === wanted,
    () => diagnosticsOf(path),
  );
}

export async function setShow(value: 'changes' | 'all' | 'off' | undefined): Promise<void> {
  await vscode.workspace
    .getConfiguration('lessons')
    .update('diagnostics.show', value, vscode.ConfigurationTarget.Global);
}

/** What a command of the command line reports of the folder, whatever its exit code. */
export function commandLine<T>(...args: readonly string[]): Promise<T> {
  const extension = vscode.extensions.getExtension('team-lessons.team-lessons');
  assert.ok(extension);
  const cli = join(extension.extensionPath, 'dist/cli.js');
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  return new Promise((resolve, reject) => {
    const all = [cli, ...args, '--root', folder.fsPath, '--format', 'json'];
    execFile(process.execPath, all, { env, cwd: folder.fsPath }, (_, stdout, stderr) => {
      return stderr === '' ? resolve(JSON.parse(stdout)) : reject(new Error(stderr));
    });
  });
}
