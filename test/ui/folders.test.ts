import assert from 'node:assert/strict';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { labels, Workbench } from './workbench';

describe('two folders in one window', () => {
  let parent: string;
  let workbench: Workbench;

  before(async () => {
    parent = await mkdtemp(join(tmpdir(), 'lessons-folders-'));
    await cp('test/fixtures/demo', join(parent, 'harbor'), { recursive: true });
    await cp('test/fixtures/demo/tools', join(parent, 'yard', 'tools'), { recursive: true });
    await cp('test/fixtures/demo/.lessons/wrong-host.md', join(parent, 'yard', '.lessons', 'wrong-host.md'));
    const workspace = join(parent, 'both.code-workspace');
    await writeFile(workspace, '{ "folders": [{ "path": "harbor" }, { "path": "yard" }] }');
    workbench = await Workbench.open({ workspace });
  });
  after(async () => {
    await workbench?.close();
    await rm(parent, { recursive: true, force: true });
  });

  it('keep their lessons apart, and each lesson to its own folder', async () => {
    const rows = await workbench.tree();
    await rows.filter({ hasText: 'yard/tools' }).waitFor();
    const texts = await labels(rows);
    assert.deepEqual(
      texts.filter((label) => /^(?:All Lessons|yard)/.test(label)),
      ['All Lessons 15 · by area', 'yard/tools 1'],
    );
    assert.equal(texts.includes('harbor/tools 3'), true);
  });

  it('count every line as changed where there is no git', async () => {
    await workbench.openFile('tools/restore.py', 27, 8);
    const problems = await workbench.problems();
    await problems.filter({ hasText: 'LSN-JJQ68Y95' }).waitFor();
    // The same file lies in both folders, and only one of them is open.
    assert.equal(
      (await labels(problems)).filter((label) => label.startsWith('Warning: Let the host prove')).length,
      1,
    );
  });
});
