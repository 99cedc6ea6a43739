import assert from 'node:assert/strict';
import { doors, type Files, outcomeOf, refused } from './commandLine';

describe('lessons explain', () => {
  const lesson = (id: string, keys: string) => `---\nid: LSN-${id}\ntitle: Lesson number one\n${keys}\n---\n`;
  const files: Files = {
    '.lessons/a.md': lesson('00000001', 'applies_to: {paths: "src/**", pattern: "pay\\\\(\\\\d"}'),
    'src/a.ts': 'start();\npay(1);\n',
    'src/logo.png': 'a\0b',
  };
  const text = [
    'LSN-00000001 in src/a.ts: shown',
    '  yes  status                 The lesson is proposed.',
    '  yes  applies_to[0].paths    src/** lets the file in.',
    '  yes  applies_to[0].pattern  Found: line 2, pay(1.',
    '  yes  class                  It hits this very code.',
    '  yes  conflict               No merge conflict is open here.',
    '  yes  suppressed             No comment in the code silences it.',
    '  yes  orphaned               What it hangs on is in the code.',
    '  yes  codified               No strong control is in place, so people have to remember.',
    '  yes  level                  hint: severity medium, confidence medium.',
    '  yes  proposed               It is proposed, so it is a hint at most.',
    '  yes  changed                The place was changed since the last commit.',
    '  yes  setting                Diagnostics of lessons are on.',
    '  yes  file-budget            It is among the first 3 lessons of the file.',
    '',
  ].join('\n');

  for (const [name, door] of Object.entries(doors)) {
    it(`tells each rule that decided (${name})`, async () =>
      assert.deepEqual(await outcomeOf('explain LSN-00000001 src/a.ts', files, door), {
        ...{ code: 0, stdout: text, stderr: '' },
      }));
  }
  it('takes the beginning of an id, and a place as compilers write it', async () => {
    const { stdout } = await outcomeOf('explain LSN-0 src/a.ts:1:1 --format json', files);
    const { version, shown, steps } = JSON.parse(stdout);
    assert.deepEqual(
      [version, shown, steps.at(-1)],
      [...[1, false], { rule: 'line', holds: false, detail: 'In this file it applies elsewhere: line 2.' }],
    );
  });

  const checkRefused = (argv: string, message: string) =>
    it(`${argv}: ${message}`, async () =>
      assert.deepEqual(await outcomeOf(argv, files), refused(message, 'explain')));
  checkRefused('explain', 'Name one lesson and one file: lessons explain ID PATH[:LINE]');
  checkRefused('explain LSN-0', 'Name one lesson and one file: lessons explain ID PATH[:LINE]');
  checkRefused('explain LSN-0 src/b.ts', 'src/b.ts cannot be read: it is not there, too large, or not text.');
  checkRefused(
    'explain LSN-0 src/logo.png',
    'src/logo.png cannot be read: it is not there, too large, or not text.',
  );
  checkRefused('explain LSN-0 src', 'src is a folder. Name a file in it; it need not exist yet.');
  checkRefused('explain XXX src/a.ts', 'No lesson has the id "XXX". lessons list tells the ids.');
});
