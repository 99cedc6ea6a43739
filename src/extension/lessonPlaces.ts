import * as vscode from 'vscode';
import { holderOf } from '../core/library/files';
import type { LessonPlace } from './lessonFolder';

/** Somebody else's packages bring lessons of their own, which are not this team's. */
const foreign = '**/{node_modules,.git}/**';

/** The workspace folders themselves, where lessons are kept or could be. */
export function workspacePlaces(): readonly LessonPlace[] {
  return (vscode.workspace.workspaceFolders ?? []).map(({ uri, name }) => ({ uri, name, root: uri }));
}

/** The packages below a workspace folder that have lessons; asks the editor's own search. */
export async function packagePlaces(root: LessonPlace): Promise<readonly LessonPlace[]> {
  const found = await vscode.workspace.findFiles(
    new vscode.RelativePattern(root.uri, '*/**/.lessons/**/*.md'),
    foreign,
  );
  const places = new Map<string, LessonPlace>();
  for (const file of found) {
    const place = packageOf(file, root);
    if (place !== undefined) {
      places.set(place.uri.toString(), place);
    }
  }
  return [...places.values()];
}

/** The package whose lesson folder a file lies in; `undefined` for that of the workspace folder itself. */
export function packageOf(file: vscode.Uri, { uri, name }: LessonPlace): LessonPlace | undefined {
  const root = uri.path.endsWith('/') ? uri.path : `${uri.path}/`;
  const path = file.path.startsWith(root) ? file.path.slice(root.length) : '';
  const holder = holderOf(path);
  const isForeign = /(?:^|\/)(?:node_modules|\.git)\//.test(path);
  return holder === undefined || holder === '' || isForeign
    ? undefined
    : { uri: vscode.Uri.joinPath(uri, holder), name: `${name}/${holder}`, root: uri };
}
