import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import manifest from '../../package.json';
import {
  closeAll,
  diagnosticsOf,
  remove,
  setShow,
  show,
  until,
  untilDiagnostics,
  uriOf,
  write,
} from './workspace';

const regex =
  'Rewrite the expression without a quantifier inside a quantified group, or run it in a linear-time engine with a time limit.';

describe('the surfaces', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await closeAll();
  });

  it('are there because the folder has lessons', async () => {
    const extension = vscode.extensions.getExtension('team-lessons.team-lessons');
    await until(() => extension?.isActive);
  });

  it('speak up on changed lines, and whisper elsewhere', async () => {
    await show('src/firewall/rules.ts');
    await untilDiagnostics('src/firewall/rules.ts', [
      `Hint LSN-BSEBK5W4 12:31 ${regex}`,
      `Warning LSN-BSEBK5W4 42:20 ${regex}`,
    ]);
  });

  it('link the diagnostic to the lesson', async () => {
    await show('src/firewall/rules.ts');
    const diagnostic = await until(() => vscode.languages.getDiagnostics(uriOf('src/firewall/rules.ts'))[0]);
    assert.equal(
      typeof diagnostic.code === 'object' &&
        diagnostic.code.target.path.endsWith('/.lessons/regex-backtracking.md'),
      true,
    );
  });

  it('follow the text while it is typed', async () => {
    const editor = await show('src/net/heartbeat.ts');
    await untilDiagnostics('src/net/heartbeat.ts', [
      'Hint LSN-9JQ4KG70 27:2 Compare the claimed length with the number of bytes that really arrived before copying anything, and drop the frame if it is larger.',
    ]);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'const slow = /(?:a+)+$/;\n\n'));
    await until(() => diagnosticsOf('src/net/heartbeat.ts').length === 2);
    const [hint, warning] = diagnosticsOf('src/net/heartbeat.ts');
    assert.match(hint ?? '', /^Hint LSN-9JQ4KG70 29:2 /);
    assert.match(warning ?? '', /^Warning LSN-BSEBK5W4 0:14 /);
    await vscode.commands.executeCommand('undo');
    await until(() => diagnosticsOf('src/net/heartbeat.ts').length === 1);
  });

  it('speak up where a symbol’s body changes', async () => {
    const editor = await show('src/net/heartbeat.ts');
    await until(() => diagnosticsOf('src/net/heartbeat.ts').length === 1);
    await editor.edit((edit) => edit.insert(new vscode.Position(28, 0), '    // nothing to check\n'));
    await until(() => diagnosticsOf('src/net/heartbeat.ts')[0]?.startsWith('Warning LSN-9JQ4KG70'));
  });

  it('can be told to be loud, or to keep quiet', async () => {
    await show('tools/restore.py');
    const severity = () =>
      diagnosticsOf('tools/restore.py')
        .map((line) => line.split(' ')[0])
        .join();
    await until(() => severity() === 'Hint');
    await setShow('all');
    await until(() => severity() === 'Warning');
    await setShow('off');
    await until(() => severity() === '');
    await setShow(undefined);
    await until(() => severity() === 'Hint');
  });

  it('lead to the place where it happened', async () => {
    const keys = 'title: Cranes fell over here\nadvice: Count the cranes first\napplies_to: {pattern: crane}';
    const evidence =
      'evidence: [{path: crane.txt, lines: 2-3, commit: 0123456789ab}, {path: gone.txt, symbol: lift}]';
    await write('.lessons/crane.md', `---\nid: LSN-0000000C\n${keys}\n${evidence}\n---\n`);
    await write('crane.txt', 'a crane\n\n\n');
    try {
      await show('crane.txt');
      await untilDiagnostics('crane.txt', ['Hint LSN-0000000C 0:2 Count the cranes first']);
      const [diagnostic] = vscode.languages.getDiagnostics(uriOf('crane.txt'));
      assert.deepEqual(
        diagnostic?.relatedInformation?.map(({ message, location: { uri, range } }) => [
          ...[message, uri.path.split('/').at(-1), range.start.line],
        ]),
        [
          ['It happened here: crane.txt, 01234567', 'crane.txt', 1],
          ['It happened in code that is gone: lift (gone.txt)', 'crane.md', 5],
        ],
      );
    } finally {
      await remove('.lessons/crane.md');
      await closeAll();
      await remove('crane.txt');
    }
  });

  it('fall silent where a strong control is in place, and speak again when it is gone', async () => {
    const keys = 'title: Cranes fell over here\nadvice: Count the cranes first\napplies_to: {pattern: crane}';
    const control = 'controls: {kind: test, status: done, ref: checks/crane.test.ts}';
    await write('.lessons/crane.md', `---\nid: LSN-0000000C\n${keys}\n${control}\n---\n`);
    await write('crane.txt', 'a crane\n');
    const spoken = ['Hint LSN-0000000C 0:2 Count the cranes first'];
    try {
      const { document } = await show('crane.txt');
      await untilDiagnostics('crane.txt', spoken);
      await write('checks/crane.test.ts', '');
      await untilDiagnostics('crane.txt', []);
      const [lesson] = await hoversAt(document, new vscode.Position(0, 3));
      assert.match(lesson?.value ?? '', /Kept by a control: test checks[\s\S]*Quiet: A control is in place/);
      await remove('checks');
      await untilDiagnostics('crane.txt', spoken);
    } finally {
      await remove('.lessons/crane.md');
      await closeAll();
      await remove('crane.txt');
    }
  });

  it('are all off where lessons are switched off', async () => {
    const { document } = await show('src/net/heartbeat.ts');
    await until(() => diagnosticsOf('src/net/heartbeat.ts').length === 1);
    const settings = vscode.workspace.getConfiguration('lessons');
    await settings.update('enabled', false, vscode.ConfigurationTarget.Global);
    await until(() => diagnosticsOf('src/net/heartbeat.ts').length === 0);
    assert.deepEqual(await hoversAt(document, new vscode.Position(27, 4)), []);
    await settings.update('enabled', undefined, vscode.ConfigurationTarget.Global);
    await until(() => diagnosticsOf('src/net/heartbeat.ts').length === 1);
  });

  it('tell what happened in a hover whose lesson runs nothing', async () => {
    const { document } = await show('src/net/heartbeat.ts');
    const hovers = await until(async () => {
      const found = await hoversAt(document, new vscode.Position(27, 4));
      return found.length > 0 ? found : undefined;
    });
    const [lesson, buttons] = hovers;
    assert.match(
      lesson?.value ?? '',
      /A heartbeat echoed as many bytes[\s\S]*Instead[\s\S]*nvd\\\.nist\\\.gov.*\d+ years ago[\s\S]*control/i,
    );
    assert.equal(lesson?.isTrusted || lesson?.supportHtml, false);
    assert.match(
      buttons?.value ?? '',
      /^\[Open Lesson\]\(command:lessons\.openLesson\?.*\) \| \[Open Incident\]/,
    );
    assert.deepEqual(buttons?.isTrusted, {
      enabledCommands: ['openLesson', 'openIncident', 'useful', 'notUseful', 'notHere', 'why'].map(
        (name) => `lessons.${name}`,
      ),
    });
    assert.deepEqual(await hoversAt(document, new vscode.Position(0, 0)), []);
  });

  it('offer the lesson and the incident, at the live place', async () => {
    const editor = await show('src/net/heartbeat.ts');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '\n\n'));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      new vscode.Range(29, 3, 29, 3),
    );
    const ours = actions.filter(({ command }) => command?.command.startsWith('lessons.'));
    assert.deepEqual(
      ours.map(({ title }) => title),
      [
        'Open lesson: A heartbeat echoed as many bytes as the peer claimed to have sent',
        'Open incident: nvd.nist.gov',
        'Not here: silence the lesson at this place…',
        'Explain why the lesson is shown',
      ],
    );
    const [open] = ours;
    await vscode.commands.executeCommand(open?.command?.command ?? '', ...(open?.command?.arguments ?? []));
    assert.match(vscode.window.activeTextEditor?.document.uri.path ?? '', /heartbeat-length\.md$/);
  });

  it('leave documents alone that stand in no tab', async () => {
    await write('src/unseen.ts', 'const a = /(?:a+)+$/;\n');
    try {
      await vscode.workspace.openTextDocument(uriOf('src/unseen.ts'));
      await show('tools/restore.py');
      await until(() => diagnosticsOf('tools/restore.py').length === 1);
      assert.deepEqual(diagnosticsOf('src/unseen.ts'), []);
      await show('src/unseen.ts');
      await until(() => diagnosticsOf('src/unseen.ts').length === 1);
      await closeAll();
      await until(() => diagnosticsOf('src/unseen.ts').length === 0);
    } finally {
      await remove('src/unseen.ts');
    }
  });

  it('survive every command without an argument', async () => {
    for (const { command } of manifest.contributes.commands) {
      const running = vscode.commands.executeCommand(command);
      await new Promise((resolve) => setTimeout(resolve, 300));
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      await new Promise((resolve) => setTimeout(resolve, 100));
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      await running;
    }
  });
});

async function hoversAt(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.MarkdownString[]> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  const strings = hovers.flatMap(({ contents }) => contents as vscode.MarkdownString[]);
  const lesson = strings.findIndex(({ value }) => value.includes('severity'));
  return lesson === -1 ? [] : strings.slice(lesson, lesson + 2);
}
