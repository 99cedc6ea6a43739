import type * as vscode from 'vscode';
import type { Lesson } from '../core/lesson/lesson';

/** Those that speak for a lesson, of the diagnostics that an editor hands over. */
export function diagnosticsOf(
  { id }: Lesson,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.Diagnostic[] {
  return diagnostics.filter(({ code }) => typeof code === 'object' && code !== null && code.value === id);
}
