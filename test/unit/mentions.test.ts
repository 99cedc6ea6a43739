import assert from 'node:assert/strict';
import {
  declarationIn,
  type Mention,
  mentionAt,
  mentionsIn,
  suppressionsIn,
} from '../../src/core/author/mentions';
import { SourceText } from '../../src/core/text';

const a = 'LSN-7K3QF2XM';
const b = 'LSN-00000001';
const places = (mentions: readonly Mention[]) =>
  mentions.map(({ id, range: { start, end } }) => {
    assert.deepEqual(end, { line: start.line, character: start.character + id.length });
    return `${id === a ? 'a' : id === b ? 'b' : id} ${start.line}:${start.character}`;
  });

describe('the ids in a text', () => {
  const check = (what: string, text: string, expected: readonly string[]) =>
    it(what, () => assert.deepEqual(places(mentionsIn(new SourceText(text))), expected));

  check('in front matter and body', `---\nid: ${a}\nrelated: [${b}, "${a}"]\n---\nSee ${b}.`, [
    ...['a 1:4', 'b 2:10', 'a 2:25', 'b 4:4'],
  ]);
  check('as people write them', `(${a}), **${b}**: "${a}"; ${b}`, ['a 0:1', 'b 0:18', 'a 0:35', 'b 0:50']);
  check('after CRLF and a byte order mark', `\uFEFF${a}\r\nx ${b}\r\n`, ['a 0:0', 'b 1:2']);
  check('at the end of a sentence, before a reason', `${a}. ${b}-- because`, ['a 0:0', 'b 0:14']);
  check('in data', `{"lesson":"${a}","at":1}`, ['a 0:11']);
  check('not with another letter', 'LSN-7K3QF2XU LSN-7K3QF2X lsn-7k3qf2xm', []);
  check('not in a longer word', `x${a} ${a}x é${a} ${a}_ _${a} ${a}9`, []);
  check('not in a name with hyphens', `old-${a} ${a}-2`, []);
  check('not in a file’s name', `${a}.md cors.${a}.md img/${a}/1.png ${a}/b C:\\${a}`, []);
  check(
    'not in an address',
    `https://a.example/?q=${a} <https://a.example/x,${a}> http://b.example#${b}`,
    [],
  );
  check('after an address', `[x](https://a.example/1) ${a}, "https://a.example",${b}`, ['a 0:25', 'b 0:59']);
});

describe('the ids in suppressions', () => {
  const check = (text: string, expected: readonly string[]) =>
    it(text, () => assert.deepEqual(places(suppressionsIn(new SourceText(text))), expected));

  check(`x(); // lessons-ignore ${a} -- reviewed (until 2027-01-01)`, ['a 0:23']);
  check(`/* lessons-ignore ${a} */ f("${b}")`, ['a 0:18']);
  check(`# lessons-ignore ${a}, ${b} ${a}`, ['a 0:17', 'b 0:31', 'a 0:44']);
  check(`-- lessons-ignore\t${a}`, ['a 0:18']);
  check(`<!--lessons-ignore ${a}-->`, ['a 0:19']);
  check(`// lessons-ignore ${a} -- as in ${b}`, ['a 0:18']);
  check(`// ${a} lessons-ignore`, []);
  check(`// lessons-ignored ${a}`, []);
  check(`// my-lessons-ignore ${a}`, []);
  check(`// lessons-ignore-file ${a}`, []);
  check(`// lessons-ignore ${a}x`, []);
  check(`// lessons-ignore${a}`, []);
  check(`// lessons-ignore\n// ${a}`, []);
});

describe('the id at a place', () => {
  const line = `a ${a},${b} https://a.example/${a}`;
  const check = (character: number, expected: string | undefined) =>
    it(`column ${character}`, () => {
      const found = mentionAt(line, { line: 3, character });
      assert.deepEqual(found && places([found])[0], expected);
    });

  check(1, undefined);
  check(2, 'a 3:2');
  check(9, 'a 3:2');
  check(14, 'a 3:2');
  check(15, 'b 3:15');
  check(27, 'b 3:15');
  check(28, undefined);
  check(50, undefined);
  check(500, undefined);
});

describe('the id that a lesson gives itself', () => {
  const check = (what: string, text: string, expected: string | undefined) =>
    it(what, () => {
      const found = declarationIn(new SourceText(text));
      assert.deepEqual(found && places([found])[0], expected);
    });

  check('plain', `---\nid: ${a}\n---\n`, 'a 1:4');
  check('quoted, with a remark', `---\n"id" : '${a}' # the identity\n---\n`, 'a 1:8');
  check('on the next line', `---\nid:\n  ${a}\ntitle: x\n---\n`, 'a 2:2');
  check('below keys that are broken', `---\ntitle: a: b\ntags: [x\nadvice: 'it\nid: ${a}\n---\n`, 'a 4:4');
  check('in a block without an end', `---\nid: ${a}\ntitle`, 'a 1:4');
  check('not of a key below', `---\nrelated:\n  id: ${a}\n---\n`, undefined);
  check('not in the remark', `---\nid: # was ${a}\nrelated: ${b}\n---\n`, undefined);
  check('not after another value', `---\nid: mine, not ${a}\n---\n`, undefined);
  check('not in the body', `---\ntitle: x\n---\nid: ${a}\n`, undefined);
  check('not without front matter', `id: ${a}\n`, undefined);
});
