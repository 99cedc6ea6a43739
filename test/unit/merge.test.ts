import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Change, rewrite } from '../../src/core/edit/rewrite';
import { acceptance, supersession, withHistory } from '../../src/core/edit/transition';
import type { Told } from '../../src/core/feedback/event';
import { newEventId } from '../../src/core/feedback/eventId';
import { formatEvents } from '../../src/core/feedback/formatEvents';
import { parseEvents } from '../../src/core/feedback/parseEvents';
import { noVotes } from '../../src/core/feedback/votes';
import { formatDraft } from '../../src/core/learn/draft';
import { newLessonId } from '../../src/core/lesson/identity';
import { parseLesson } from '../../src/core/lesson/parse';
import { defaultPolicy } from '../../src/core/lesson/policy';
import { batchPath, isEventPath, isLessonPath } from '../../src/core/library/files';
import { buildLibrary, feedbackOf, type Library } from '../../src/core/library/library';
import { SourceText } from '../../src/core/text';
import { applyEdits, editsBetween } from '../../src/core/textEdit';

const lesson = `---
id: LSN-7K3QF2XM # never changes
title: Retries without end kept the service down
advice: Give every retry a limit and a pause
status: proposed
severity: high
confidence: high
applies_to:
  - symbols: retry
references:
  - https://a.example/1
tags: [network]
factors: tooling
---

## What happened

The queue grew until nothing else was served.

## What to do instead

Count, wait, and give up.
`;
const path = '.lessons/retries.md';

/** A repository with one lesson, and what two people do to it on two branches. */
class Repository {
  readonly root = mkdtempSync(join(tmpdir(), 'lessons-merge-'));

  /** @param start where the repository is copied from; made anew without one */
  constructor(content: string, start?: Repository) {
    if (start !== undefined) {
      cpSync(start.root, this.root, { recursive: true });
      return;
    }
    this.git('init', '--quiet', '--initial-branch=main');
    this.write(path, content);
    this.commit('start');
  }

  git(...args: readonly string[]): string {
    const settings = ['user.name=Test', 'user.email=test@a.example', 'core.autocrlf=false', 'gc.auto=0'];
    const all = ['-C', this.root, ...settings.flatMap((one) => ['-c', one]), ...args];
    return execFileSync('git', all, { encoding: 'utf8', stdio: 'pipe' });
  }

  write(name: string, content: string): void {
    mkdirSync(dirname(join(this.root, name)), { recursive: true });
    writeFileSync(join(this.root, name), content);
  }

  read(name = path): string {
    return readFileSync(join(this.root, name), 'utf8');
  }

  commit(message: string): void {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--message', message);
  }

  /** Both do their work from the same state; then the second is merged into the first. Rejects a conflict. */
  merge(first: (repository: Repository) => void, second: (repository: Repository) => void): Library {
    this.git('switch', '--quiet', '--create', 'second');
    second(this);
    this.commit('second');
    this.git('switch', '--quiet', 'main');
    first(this);
    this.commit('first');
    this.git('merge', '--quiet', '--no-edit', 'second');
    const files = this.git('ls-files', '-z').split('\0').filter(isLessonPath);
    return buildLibrary(files.map((name) => parseLesson(name, readFileSync(join(this.root, name)))));
  }
}

const edit = (turn: (text: SourceText) => SourceText | undefined) => (repository: Repository) => {
  const raw = repository.read();
  const before = new SourceText(raw);
  const after = turn(before);
  assert.ok(after);
  repository.write(path, applyEdits(raw, editsBetween(before, after)));
};
const change = (...changes: readonly Change[]) => edit((text) => rewrite(text, changes));
const body = (from: string, to: string) => edit((text) => new SourceText(text.value.replace(from, to)));
const random = (bytes: Uint8Array) => crypto.getRandomValues(bytes);
const capture = (title: string) => (repository: Repository) => {
  const id = newLessonId(random);
  repository.write(
    `.lessons/${title.replaceAll(' ', '-')}.md`,
    formatDraft({ id, title, created: '2026-01-31' }),
  );
};
const accept = edit((text) => {
  const parsed = parseLesson(path, new TextEncoder().encode(text.value)).lesson;
  return parsed && rewrite(text, acceptance(parsed, {}, defaultPolicy, '2026-01-31'));
});
const vote = (told: Told) => (repository: Repository) => {
  const day = '2026-01-31';
  const ev = newEventId(day, random);
  const event = { ev, lesson: 'LSN-7K3QF2XM', day, ...told };
  repository.write(batchPath(ev, day), formatEvents([event]));
};

describe('two branches', () => {
  /** The state before the work, by the content of the lesson: each is made once. */
  const starts = new Map<string, Repository>();
  after(() => [...starts.values()].forEach(({ root }) => void rmSync(root, { recursive: true })));
  const repositoryWith = (content: string) => {
    const start = starts.get(content) ?? new Repository(content);
    starts.set(content, start);
    return new Repository(content, start);
  };
  const check = (
    what: string,
    first: (repository: Repository) => void,
    second: (repository: Repository) => void,
    expected: (library: Library, repository: Repository) => void,
    content = lesson,
  ) =>
    it(what, () => {
      const repository = repositoryWith(content);
      try {
        const library = repository.merge(first, second);
        assert.deepEqual(library.problems, []);
        expected(library, repository);
      } finally {
        rmSync(repository.root, { recursive: true });
      }
    });
  const only = ({ lessons: [one] }: Library) => {
    assert.ok(one);
    return one;
  };

  check('that each add a lesson', capture('one thing learned'), capture('another thing'), (library) =>
    assert.equal(new Set(library.lessons.map(({ id }) => id)).size, 3),
  );
  check(
    'that set different keys',
    change({ kind: 'set', key: 'severity', value: 'critical' }),
    change({ kind: 'append', key: 'references', value: 'https://a.example/2' }),
    (library) => {
      assert.equal(only(library).severity, 'critical');
      assert.equal(only(library).references.length, 2);
    },
  );
  check(
    'that add different keys',
    change({ kind: 'set', key: 'level', value: 'info' }),
    change({ kind: 'set', key: 'cwe', value: ['CWE-400'] }),
    (library) => {
      assert.equal(only(library).level, 'info');
      assert.deepEqual(only(library).frontMatter.cwe, ['CWE-400']);
    },
  );
  for (const content of [lesson, `\uFEFF${lesson.replaceAll('\n', '\r\n')}`]) {
    check(
      `that accept it and edit its text, ${content === lesson ? 'LF' : 'CRLF and byte order mark'}`,
      accept,
      body('Count, wait, and give up.', 'Count, wait longer each time, and give up.'),
      (library) => {
        assert.equal(only(library).status, 'accepted');
        assert.match(only(library).body.value, /wait longer/);
      },
      content,
    );
  }
  check(
    'that give it a new title and a history',
    change({ kind: 'set', key: 'title', value: 'Retries: without end, and at once' }),
    edit((text) => withHistory(text, '2026-01-31, deprecated: the queue is gone')),
    (library) => {
      assert.match(only(library).title, /at once/);
      assert.match(only(library).body.value, /## History\n\n- 2026-01-31, deprecated/);
    },
  );
  check(
    'that vote',
    vote({ kind: 'useful' }),
    vote({ kind: 'not-useful', reason: 'outdated' }),
    (_, repository) => {
      const files = repository.git('ls-files', '-z').split('\0').filter(isEventPath);
      const { votes } = feedbackOf(
        files.map((name) => parseEvents(name, Buffer.from(repository.read(name)))),
      );
      const { useful, notUseful } = votes.get('LSN-7K3QF2XM') ?? noVotes;
      assert.deepEqual([files.length, useful, notUseful], [2, 1, 1]);
    },
  );
  check(
    'of which one moves the file, and one changes it',
    (repository) => repository.git('mv', path, '.lessons/network-retries.md'),
    change({ kind: 'set', key: 'severity', value: 'low' }),
    (library) =>
      assert.deepEqual([only(library).path, only(library).severity], ['.lessons/network-retries.md', 'low']),
  );

  it('that captured the same incident are told so', () => {
    const repository = repositoryWith(lesson);
    const captured = (title: string, url: string) => (at: Repository) =>
      at.write(
        `.lessons/${title.replaceAll(' ', '-')}.md`,
        formatDraft({
          ...{ id: newLessonId(random), title, created: '2026-01-31' },
          references: [{ type: 'INCIDENT', url }],
        }),
      );
    try {
      const { problems } = repository.merge(
        captured('the queue grew', 'https://a.example/inc/7'),
        captured('no end of retries', 'https://A.example/inc/7/'),
      );
      assert.deepEqual(
        problems.map((one) => [one.path, one.code, one.code === 'lesson-duplicate' && one.other]),
        [['.lessons/the-queue-grew.md', 'lesson-duplicate', '.lessons/no-end-of-retries.md']],
      );
    } finally {
      rmSync(repository.root, { recursive: true });
    }
  });

  it('that replace one lesson by two show both', () => {
    const repository = repositoryWith(lesson);
    try {
      const replace = (id: string) => (at: Repository) => {
        at.write(`.lessons/${id}.md`, lesson.replace('LSN-7K3QF2XM', id).replace('retry', 'again'));
      };
      const library = repository.merge(
        (at) => {
          replace('LSN-00000001')(at);
          change(...supersession('LSN-00000001'))(at);
        },
        (at) => {
          at.write(
            '.lessons/other.md',
            lesson.replace('LSN-7K3QF2XM', 'LSN-00000002\nsupersedes: LSN-7K3QF2XM'),
          );
        },
      );
      assert.deepEqual(library.problems, []);
      assert.deepEqual(library.successors.get('LSN-7K3QF2XM')?.toSorted(), ['LSN-00000001', 'LSN-00000002']);
    } finally {
      rmSync(repository.root, { recursive: true });
    }
  });
});
