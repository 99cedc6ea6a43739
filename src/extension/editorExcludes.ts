import * as vscode from 'vscode';
import type { LessonFolder } from './lessonFolder';

/** What the editor's own search leaves out of a folder, as globs. */
export function editorExcludes({ uri }: LessonFolder): readonly string[] {
  const given = (section: string) =>
    vscode.workspace.getConfiguration(section, uri).get<Record<string, unknown>>('exclude', {});
  return Object.entries({ ...given('files'), ...given('search') })
    .filter(([glob, isOn]) => isOn === true && !/[{},]/.test(glob))
    .map(([glob]) => glob);
}

/** The same as one glob. */
export function excludeOf(folder: LessonFolder): string {
  return `{${editorExcludes(folder).join(',')}}`;
}
