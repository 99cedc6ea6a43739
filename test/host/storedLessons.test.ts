import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { type Storage, StoredLessons } from '../../src/extension/storedLessons';
import { folder } from './workspace';

describe('stored lessons', () => {
  const parts = ['{"a":1}', '\n\0ü', ''].map((text) => new TextEncoder().encode(text));
  const whole = '{"a":1}\n\0ü';
  let parent = '';
  let storage: Storage;
  let log: vscode.LogOutputChannel;

  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'lessons-storage-'));
    storage = { uri: vscode.Uri.file(join(parent, 'not', 'there', 'yet')), version: '1.0.0' };
    log = vscode.window.createOutputChannel('Lessons under test', { log: true });
    await stored().write('first', parts);
  });
  afterEach(async () => {
    log.dispose();
    await rm(parent, { recursive: true });
  });

  const stored = (version = storage.version, of = folder) =>
    new StoredLessons({ ...storage, version }, of, log);
  const file = async () => {
    const [name = '', ...others] = await readdir(storage.uri.fsPath);
    assert.deepEqual(others, [], 'nothing else is left behind');
    return join(storage.uri.fsPath, name);
  };
  const check = (what: string, load: () => Promise<Uint8Array>, expected: string) =>
    it(what, async () => assert.equal(new TextDecoder().decode(await load()), expected));

  check('come back', () => stored().load('first'), whole);
  check(
    'are replaced whole',
    async () => {
      await stored().write('first', parts.slice(0, 1));
      return stored().load('first');
    },
    '{"a":1}',
  );
  check('are none under another edition', () => stored().load('second'), '');
  check('are none under another version', () => stored('1.0.1').load('first'), '');
  check(
    'are none for another folder',
    () => stored('1.0.0', vscode.Uri.joinPath(folder, 'a')).load('first'),
    '',
  );
  const damage: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
    'one bit': (bytes) =>
      Buffer.from(bytes.map((byte, index) => (index === bytes.length - 3 ? byte ^ 1 : byte))),
    'a lost end': (bytes) => bytes.subarray(0, -3),
    'an end too many': (bytes) => Buffer.concat([bytes, Buffer.from('{}\n')]),
    'nothing left': () => Buffer.alloc(0),
    'something else': () => Buffer.alloc(1000, 1),
  };
  for (const [what, change] of Object.entries(damage)) {
    check(
      `are none after damage: ${what}`,
      async () => {
        await writeFile(await file(), change(await readFile(await file())));
        return stored().load('first');
      },
      '',
    );
  }
  check(
    'are none where they cannot be written',
    async () => {
      const inFile = new StoredLessons({ ...storage, uri: vscode.Uri.file(await file()) }, folder, log);
      await inFile.write('first', parts);
      return inFile.load('first');
    },
    '',
  );
  check(
    'are kept after a while',
    async () => {
      const later = stored();
      later.keep('first', () => [new TextEncoder().encode('later')]);
      for (const end = Date.now() + 20_000; Date.now() < end; ) {
        const now = await stored().load('first');
        if (now.length === 5) {
          return now;
        }
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
      return new Uint8Array();
    },
    'later',
  );
});
