import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { ProjectPaths } from '../../src/core/match/projectPaths';
import { reachMessage } from '../../src/core/present/reachWording';
import type { LessonFolder } from '../../src/extension/lessonFolder';
import { ScopeAnswers } from '../../src/extension/scopeAnswers';
import { SharedTurns } from '../../src/extension/sharedTurns';
import { libraryOf } from './lessons';
import { toolsWith } from './tools';

/** A hundred files, which are read only as far as the test lets them. */
class SlowProject {
  readonly texts = new Map(
    Array.from({ length: 100 }, (_, n) => [`${String(n).padStart(2, '0')}.py`, 'x = 1']),
  );
  readonly wasRead: string[] = [];
  error: Error | undefined;
  #open: () => void = () => undefined;
  #gate = Promise.resolve();
  #paths = new ProjectPaths(this.texts.keys());

  async paths() {
    return this.#paths;
  }

  async read(path: string) {
    await this.#gate;
    this.wasRead.push(path);
    if (this.error !== undefined) {
      throw this.error;
    }
    return this.texts.get(path);
  }

  close(): void {
    this.#gate = new Promise((resolve) => {
      this.#open = resolve;
    });
  }

  open(): void {
    this.#open();
  }
}

function cancellable() {
  const listeners = new Set<() => void>();
  const token = {
    isCancellationRequested: false,
    onCancellationRequested: (listener: () => void) => {
      listeners.add(listener);
      return { dispose: () => listeners.delete(listener) };
    },
  };
  const cancel = () => {
    token.isCancellationRequested = true;
    for (const listener of listeners) {
      listener();
    }
  };
  return { token: token as unknown as vscode.CancellationToken, cancel };
}

describe('the answers about a scope', () => {
  const tools = toolsWith();

  function answersIn(project: SlowProject, keys = '{paths: "*.py", pattern: x}'): ScopeAnswers {
    const [lesson] = libraryOf(`applies_to: ${keys}`).lessons;
    const [scope] = lesson?.scopes ?? [];
    assert.ok(lesson && scope);
    const { policy } = libraryOf();
    const folder = {} as LessonFolder;
    return new ScopeAnswers({ folder, lesson, scope }, { project, tools, policy }, new SharedTurns());
  }
  const told = async (answers: ScopeAnswers, token?: vscode.CancellationToken) => {
    const reach = await answers.reach(token);
    return reach && reachMessage(reach);
  };

  it('are found once for all who ask', async () => {
    const project = new SlowProject();
    const answers = answersIn(project);
    assert.deepEqual(await Promise.all([told(answers), told(answers)]), Array(2).fill('100 files, 100 hits'));
    await told(answers);
    assert.equal(project.wasRead.length, 100);
    assert.equal(answers.isWanted, false);
  });

  it('hold when they come, whatever changed meanwhile', async () => {
    const project = new SlowProject();
    const answers = answersIn(project);
    project.close();
    const asked = told(answers);
    assert.equal(answers.forget(['07.py', 'README.md'], false), true);
    project.texts.set('07.py', 'x = x');
    project.open();
    assert.equal(await asked, '100 files, 101 hits');
    project.texts.set('08.py', '');
    assert.equal(answers.forget(['08.py'], false), true);
    assert.equal(await told(answers), '99 files, 100 hits');
    assert.equal(answers.forget(['08.md'], false), false);
  });

  it('are given up when nobody waits, and taken up where they were left', async () => {
    const project = new SlowProject();
    const answers = answersIn(project);
    const { token, cancel } = cancellable();
    project.close();
    const asked = told(answers, token);
    await new Promise((resolve) => setTimeout(resolve));
    cancel();
    project.open();
    assert.equal(await asked, undefined);
    const before = project.wasRead.length;
    assert.equal(before < 100, true);
    assert.equal(await told(answers, token), undefined);
    assert.equal(await told(answers), '100 files, 100 hits');
  });

  it('still come for those who wait when another does not', async () => {
    const project = new SlowProject();
    const answers = answersIn(project);
    const { token, cancel } = cancellable();
    project.close();
    const asked = [told(answers, token), told(answers)];
    cancel();
    project.open();
    assert.deepEqual(await Promise.all(asked), [undefined, '100 files, 100 hits']);
  });

  it('fail for all who ask until something changes', async () => {
    const project = new SlowProject();
    const answers = answersIn(project);
    project.error = new Error('no such luck');
    await assert.rejects(told(answers), project.error);
    const before = project.wasRead.length;
    await assert.rejects(told(answers), project.error);
    assert.equal(project.wasRead.length, before);
    project.error = undefined;
    answers.forget(['00.py'], false);
    assert.equal(await told(answers), '100 files, 100 hits');
  });

  it('tell problems, of which the last are known while new ones are found', async () => {
    const project = new SlowProject();
    const answers = answersIn(project, '{paths: "*.py", symbols: y}');
    assert.deepEqual(answers.lastFacts, []);
    const missing = [{ code: 'symbol-not-found', symbol: 'y', nearest: undefined }];
    assert.deepEqual(await answers.facts(), missing);
    project.texts.set('00.py', 'y = 1');
    answers.forget(['00.py'], false);
    assert.deepEqual(answers.lastFacts, missing);
    assert.deepEqual(await answers.facts(), []);
    assert.deepEqual(answers.lastFacts, []);
  });
});
