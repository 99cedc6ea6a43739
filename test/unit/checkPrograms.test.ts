import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkOf } from './turnedChecks';

const integers = {
  applies_to: [
    { paths: '*.sql', pattern: '\\bint\\b[^,\\n]*\\bprimary key\\b', flags: 'i', not_pattern: '-- fine' },
  ],
  tests: {
    match: ["id INT PRIMARY KEY default '{'"],
    no_match: ['id BIGINT PRIMARY KEY', 'id int primary key -- fine'],
  },
};

describe('a check that runs by itself', () => {
  const root = mkdtempSync(join(tmpdir(), 'lessons-check-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const { NODE_OPTIONS: _, ...env } = process.env;
  const run = (command: string, ...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd: tmpdir(),
      encoding: 'utf8',
      env: { ...env, NODE_TEST_CONTEXT: undefined },
    });
    return { status, said: stdout + stderr };
  };

  before(() => void execFileSync('git', ['init', '-q', root]));
  after(() => rmSync(root, { recursive: true }));
  afterEach(() => {
    for (const name of ['db', '.lessons']) {
      rmSync(join(root, name), { recursive: true, force: true });
    }
  });

  it('is a test that fails while the pattern is in the tree', async () => {
    const [file] = (await checkOf('node-test', integers)).files;
    write(file.path, file.text);
    write('db/a b.sql', 'x\r\nid bigint primary key,\r\nid int PRIMARY KEY, -- fine\r\n');
    write('db/c.txt', 'id int primary key');
    write('.lessons/d.sql', 'id int primary key');
    const test = () => run(process.execPath, '--test', join(root, file.path));
    assert.deepEqual(test().status, 0, test().said);
    write('db/e.sql', '\nid int primary key');
    const { status, said } = test();
    assert.deepEqual([status, said.includes('db/e.sql:2'), said.includes('a b.sql')], [1, true, false]);
  });

  it('is a line for a CI job', async () => {
    const [file] = (await checkOf('grep', integers)).files;
    write(file.path, file.text);
    write('db/a b.sql', 'id bigint primary key,\nid int PRIMARY KEY, -- fine\n');
    write('.lessons/d.sql', 'id int primary key');
    const grep = () => run('sh', join(root, file.path));
    assert.deepEqual(grep(), { status: 0, said: '' });
    write("db/it's.sql", '\nid int primary key\n');
    assert.deepEqual(grep(), {
      status: 1,
      said: 'db/it\'s.sql:2:id int primary key\nDo it otherwise: "so"\n',
    });
  });
});
