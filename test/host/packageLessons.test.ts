import assert from 'node:assert/strict';
import { rename, rm } from 'node:fs/promises';
import { closeAll, diagnosticsOf, remove, show, until, untilDiagnostics, uriOf, write } from './workspace';

describe('packages with lessons of their own', () => {
  const lesson = (id: string, title: string, scope: string) =>
    `---\nid: LSN-0000000${id}\ntitle: ${title}\napplies_to: ${scope}\n---\n`;
  const code = 'packages/orders/src/a.txt';

  before(async () => {
    await write(
      'packages/orders/.lessons/own.md',
      lesson('1', 'Own lesson', '{paths: "src/*.txt", pattern: own}'),
    );
    await write(
      '.lessons/outer.md',
      lesson('2', 'Outer lesson', '{paths: "packages/*/src/*.txt", pattern: outer}'),
    );
    await write('packages/orders/.lessons/both.md', lesson('3', 'Nearer lesson', '{pattern: both}'));
    await write('.lessons/both.md', lesson('3', 'Farther lesson', '{pattern: both}'));
    await write(code, 'own outer both\n');
    await write('packages/other/src/a.txt', 'own outer both\n');
  });
  afterEach(closeAll);
  after(async () => {
    await Promise.all(['packages', '.lessons/outer.md', '.lessons/both.md'].map(remove));
  });
  const own = 'Hint LSN-00000001 0:0 Own lesson';
  const outer = 'Hint LSN-00000002 0:4 Outer lesson';

  it('have those, with paths of their own, and those further out; of two with one id the nearer', async () => {
    await show(code);
    await untilDiagnostics(code, [own, outer, 'Hint LSN-00000003 0:10 Nearer lesson']);
    await show('packages/other/src/a.txt');
    await untilDiagnostics('packages/other/src/a.txt', [outer, 'Hint LSN-00000003 0:10 Farther lesson']);
  });

  it('match nothing in their lesson files, and are checked there', async () => {
    const path = 'packages/orders/.lessons/broken.md';
    await write(path, `${lesson('4', 'own outer both', '{pattern: "["}')}own outer both\n`);
    await show(path);
    await until(() => diagnosticsOf(path).length > 0);
    assert.deepEqual(
      diagnosticsOf(path).filter((line) => !line.includes('pattern-invalid')),
      [],
    );
    await remove(path);
  });

  it('come with their folder, and go with it', async () => {
    await write('packages/new/.lessons/own.md', lesson('5', 'New lesson', '{pattern: own}'));
    await write('packages/new/a.txt', 'own\n');
    const spoken = ['Hint LSN-00000005 0:0 New lesson'];
    await show('packages/new/a.txt');
    await untilDiagnostics('packages/new/a.txt', spoken);
    await rename(uriOf('packages/new/.lessons').fsPath, uriOf('packages/new/away').fsPath);
    await untilDiagnostics('packages/new/a.txt', []);
    await rename(uriOf('packages/new/away').fsPath, uriOf('packages/new/.lessons').fsPath);
    await untilDiagnostics('packages/new/a.txt', spoken);
    await rm(uriOf('packages/new').fsPath, { recursive: true });
    await show(code);
    await untilDiagnostics('packages/new/a.txt', []);
  });
});
