import * as vscode from 'vscode';
import type { ProblemSeverity } from '../core/lesson/problem';
import type { Level } from '../core/lesson/vocabulary';
import type { Position, Range } from '../core/text';

export function toRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

export function fromPosition({ line, character }: vscode.Position): Position {
  return { line, character };
}

export function fromRange({ start, end }: vscode.Range): Range {
  return { start: fromPosition(start), end: fromPosition(end) };
}

export function toSeverity(level: Level | ProblemSeverity): vscode.DiagnosticSeverity {
  switch (level) {
    case 'error':
      return vscode.DiagnosticSeverity.Error;
    case 'warning':
      return vscode.DiagnosticSeverity.Warning;
    case 'info':
      return vscode.DiagnosticSeverity.Information;
    case 'hint':
    case 'silent':
      return vscode.DiagnosticSeverity.Hint;
  }
}
