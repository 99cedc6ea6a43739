import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { foldersLeftOut, GitIgnore } from '../../src/core/match/gitIgnore';
import { inFolder } from './commandLine';

describe('what git leaves out', () => {
  const files = [
    ...['a.log', 'keep.log', 'dist/a.js', 'src/dist/a.js', 'src/a.js', 'src/keep.log', 'src/deep/b.log'],
    ...['src/deep/c.txt', 'build/x/keep.log', 'lib', 'out/lib', 'src/deep/more/c.txt'],
  ];
  const check = (rules: Readonly<Record<string, string>>) =>
    it(JSON.stringify(rules), () => {
      const ignored = new GitIgnore();
      for (const [folder, text] of Object.entries(rules)) {
        ignored.add(folder, text);
      }
      const named = Object.fromEntries(
        Object.entries(rules).map(([folder, text]) => [
          folder === '' ? '.gitignore' : `${folder}/.gitignore`,
          text,
        ]),
      );
      const all = { ...Object.fromEntries(files.map((path) => [path, ''])), ...named };
      return inFolder(all, async (root) => {
        const git = (...args: readonly string[]) =>
          execFileSync('git', ['-C', root, ...args], { encoding: 'utf8' });
        git('init', '-q');
        const listed = git('ls-files', '-z', '--others', '--exclude-standard').split('\0');
        assert.deepEqual(
          files.filter((path) => !ignored.ignores(path)).sort(),
          files.filter((path) => listed.includes(path)).sort(),
        );
      });
    });

  check({});
  check({ '': '*.log\ndist\n' });
  check({ '': '*.log\n!keep.log\n/dist/\n' });
  check({ '': '*.log\n', src: '!*.log\n', 'src/deep': '*.log\n' });
  check({ '': 'build/\nout/*\n!out/lib\n', build: '!keep.log\n' });
  check({ '': '# a comment\r\nlib/\r\nsrc/deep/**\r\n', 'src/deep': '!c.txt' });
  check({ '': 'src/*\n!src/deep\n', src: 'more/\n' });

  it('tells the folders of which nothing is wanted', () => {
    const text = '# target\nnode_modules/\n/dist\nout/bin/\r\n*.log\n a b\n.cache\n';
    assert.deepEqual(foldersLeftOut(text), ['**/node_modules/**', 'dist/**', 'out/bin/**', '**/.cache/**']);
    assert.deepEqual(foldersLeftOut('dist\n!dist/keep\n'), []);
  });
});
