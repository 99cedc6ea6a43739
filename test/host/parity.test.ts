import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { MatchRecord, ProblemRecord } from '../../src/core/present/records';
import { closeAll, commandLine, diagnosticsOf, folder, setShow, show, until } from './workspace';

interface CheckReport {
  readonly matches: readonly MatchRecord[];
  readonly problems: readonly ProblemRecord[];
}

const severities = { error: 'Error', warning: 'Warning', info: 'Information', hint: 'Hint' } as const;

describe('the editor and the command line', () => {
  after(async () => {
    await setShow(undefined);
    await closeAll();
  });

  it('say the same of the whole demo', async () => {
    const { matches, problems } = await commandLine<CheckReport>('check');
    assert.equal(matches.length > 10, true);
    await setShow('all');
    const expected = new Map<string, string[]>();
    const add = (path: string, line: string) =>
      expected.set(path, [...(expected.get(path) ?? []), line].sort());
    for (const { path, range, level, lesson, advice } of matches) {
      const place = `${range?.start.line}:${range?.start.character}`;
      add(path, `${severities[level as keyof typeof severities]} ${lesson} ${place} ${advice}`);
    }
    for (const { path, range, severity, code, message } of problems) {
      const place = `${range.start.line}:${range.start.character}`;
      add(path, `${severities[severity as keyof typeof severities]} ${code} ${place} ${message}`);
    }
    const files = await vscode.workspace.findFiles('**/*', '.git/**');
    const shown = new Map<string, string[]>();
    for (const uri of files) {
      const path = uri.path.slice(folder.path.length + 1);
      await show(path);
      const wanted = expected.get(path) ?? [];
      await until(
        () => JSON.stringify(diagnosticsOf(path)) === JSON.stringify(wanted),
        () => ({ path, wanted, got: diagnosticsOf(path) }),
      );
      if (wanted.length > 0) {
        shown.set(path, diagnosticsOf(path));
      }
    }
    assert.deepEqual(
      [...shown].sort(([a], [b]) => (a < b ? -1 : 1)),
      [...expected].sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  });
});
