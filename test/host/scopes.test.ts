import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { MatchRecord } from '../../src/core/present/records';
import {
  closeAll,
  commandLine,
  diagnosticsOf,
  remove,
  setShow,
  show,
  untilDiagnostics,
  write,
} from './workspace';

const lesson = (letter: string, keys: string) =>
  `---\nid: LSN-0000000${letter}\ntitle: Lesson ${letter} for a test\napplies_to: {${keys}}\n---\n`;
const hint = (letter: string, place: string) =>
  `Hint LSN-0000000${letter} ${place} Lesson ${letter} for a test`;

const code = `import { send } from 'mailer';

export class Barn {
  stack(hay: number) {
    return send('hay', { sum: hay });
  }
}
`;

describe('scopes of every sort, in the editor', () => {
  const lessons = {
    structure: lesson('Z', "paths: barn/, structure: 'send($TO, { sum: $SUM })'"),
    packages: lesson('P', 'packages: {name: mailer, ecosystem: npm, range: "<2"}, pattern: "send[(]"'),
    when: lesson('W', 'paths: tools/, pattern: "^import ", when: add'),
    symbols: lesson('Y', 'paths: barn/, symbols: Barn.*'),
    pattern: lesson('H', 'paths: barn/, pattern: "hay"'),
  };
  const pathOf = (name: keyof typeof lessons) => `.lessons/scope-${name}.md`;
  const using = async (...names: readonly (keyof typeof lessons)[]) => {
    await Promise.all(names.map((name) => write(pathOf(name), lessons[name])));
  };

  beforeEach(async () => {
    await setShow('all');
    await write('barn/a.ts', code);
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await closeAll();
    const files = await vscode.workspace.findFiles('.lessons/scope-*.md');
    await Promise.all([...files.map((uri) => vscode.workspace.fs.delete(uri)), remove('barn')]);
  });
  after(() => setShow(undefined));

  it('a structure, with what its metavariables stand for in the hover', async () => {
    await using('structure');
    const { document } = await show('barn/a.ts');
    await untilDiagnostics('barn/a.ts', [hint('Z', '4:11')]);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new vscode.Position(4, 12),
    );
    const words = hovers.flatMap(({ contents }) => contents as vscode.MarkdownString[]);
    const plain = words.map(({ value }) => value.replaceAll('\\', '')).join('\n');
    assert.match(plain, /structure send\(\$TO, { sum: \$SUM }\) with TO = 'hay', SUM = hay/);
  });

  it('packages, which the file’s manifest decides while the file stays as it is', async () => {
    await using('packages');
    const manifest = (version: string) => `{"dependencies": {"mailer": "${version}"}}\n`;
    await write('barn/package.json', manifest('^1.2.0'));
    await show('barn/a.ts');
    await untilDiagnostics('barn/a.ts', [hint('P', '4:11')]);
    await write('barn/package.json', manifest('^2.0.0'));
    await untilDiagnostics('barn/a.ts', []);
    await write('barn/package.json', manifest('^1.9.0'));
    await untilDiagnostics('barn/a.ts', [hint('P', '4:11')]);
    // As it is typed, too.
    const editor = await show('barn/package.json');
    await editor.edit((edit) => edit.replace(editor.document.lineAt(0).range, manifest('~2.1.0').trimEnd()));
    await untilDiagnostics('barn/a.ts', []);
  });

  it('what is only added', async () => {
    await using('when');
    const path = 'tools/restore.py';
    const others = (await diagnosticsBefore(path)).filter((line) => !line.includes('0000000W'));
    const editor = await show(path);
    const last = editor.document.lineCount;
    await editor.edit((edit) => edit.insert(new vscode.Position(last, 0), 'import zlib\n'));
    const line = editor.document.getText().split('\n').indexOf('import zlib');
    await untilDiagnostics(path, [...others, hint('W', `${line}:0`)]);
    await vscode.commands.executeCommand('undo');
    await editor.document.save();
    await untilDiagnostics(path, others);
  });

  it('all of them while somebody types quickly, as on the command line in the end', async () => {
    await using('structure', 'symbols', 'pattern');
    const editor = await show('barn/a.ts');
    await untilDiagnostics('barn/a.ts', [hint('Z', '4:11'), ...expectedHere(code)]);
    const pieces = [
      'hay',
      '\n',
      '}',
      "  pitch() { send('straw', { sum: 2 }); }\n",
      '// hay\n',
      '`',
      'class Barn {\n',
      '"',
    ];
    for (let step = 0; step < 80; step++) {
      const { document } = editor;
      const at = document.positionAt((step * 7919) % (document.getText().length + 1));
      const piece = pieces[step % pieces.length] ?? '';
      await editor.edit((edit) =>
        step % 3 === 2 ? edit.delete(new vscode.Range(at, at.translate(0, 4))) : edit.insert(at, piece),
      );
    }
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), code));
    await editor.document.save();
    const { matches } = await commandLine<{ readonly matches: readonly MatchRecord[] }>('check', 'barn/a.ts');
    assert.ok(matches.length > 5);
    // The editor tells a lesson at its first ten hits of a file.
    const told = matches.filter(
      (match, at) => matches.slice(0, at).filter(({ lesson }) => lesson === match.lesson).length < 10,
    );
    const expected = told.map(({ lesson: id, range, advice }) => {
      return `Hint ${id} ${range?.start.line}:${range?.start.character} ${advice}`;
    });
    await untilDiagnostics('barn/a.ts', expected);
  });
});

function expectedHere(text: string): string[] {
  const hay = text.split('\n').flatMap((line, at) => {
    return [...line.matchAll(/hay/g)].map(({ index }) => hint('H', `${at}:${index}`));
  });
  return [...hay, hint('Y', '3:2')];
}

/** The diagnostics of a file once they have come. */
async function diagnosticsBefore(path: string): Promise<readonly string[]> {
  await show(path);
  for (let known = '', same = 0; same < 10; ) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const now = JSON.stringify(diagnosticsOf(path));
    same = now === known ? same + 1 : 0;
    known = now;
  }
  return diagnosticsOf(path);
}
