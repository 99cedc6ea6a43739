import assert from 'node:assert/strict';
import { join } from 'node:path';
import { gitHistoryOf } from '../../src/cli/gitHistory';
import { formatDraft } from '../../src/core/learn/draft';
import type { FoundFix, FromFix } from '../../src/core/learn/fix/foundFix';
import { isProven } from '../../src/core/learn/fix/provenCandidates';
import { draftFromFix, learnFromFix } from '../../src/core/learn/fromFix';
import { compileGlob } from '../../src/core/lesson/glob';
import { parseLessonText } from '../../src/core/lesson/parse';
import { SourceText } from '../../src/core/text';
import { inFolder } from './commandLine';
import { WrittenRepository } from './gitRepository';
import { toolsWith } from './tools';

const tools = toolsWith();

async function learn(root: string, revision = 'HEAD'): Promise<FromFix> {
  const history = await gitHistoryOf(root);
  assert.ok(history);
  return learnFromFix(history, revision, tools);
}

async function found(root: string, revision?: string): Promise<FoundFix> {
  const fix = await learn(root, revision);
  assert.ok(fix.kind === 'found');
  return fix;
}

function within(test: (repository: WrittenRepository) => Promise<void>): Promise<void> {
  return inFolder({}, (root) => test(new WrittenRepository(root)));
}

const pay = (limit: string) => `import { send } from './send';

export class Shop {
  // Pays once.
  pay(order: Order) {
    ${limit}
    return send(order);
  }

  close() {
    return true;
  }
}
`;

describe('what a fix teaches', function () {
  // Git takes its time on a busy machine.
  this.timeout(60_000);

  it('is where it was, who brought it in, and what finds it again', () =>
    within(async (repository) => {
      repository.commit('start', {
        'src/shop.ts': pay('check(order);'),
        'src/send.ts': 'export const send = 1;\n',
      });
      const culprit = repository.commit('faster', { 'src/shop.ts': pay('retryForever(order);') });
      const parent = repository.commit('beside', { 'README.md': 'x' });
      const fixed = repository.commit('fix(shop): stop after three retries (#12)', {
        'src/shop.ts': pay('retry(order, { limit: 3 });'),
        ...{
          'src/shop.test.ts': 'test();\n',
          'package-lock.json': '{}',
          'README.md': 'y',
          'dist/shop.js': 'x',
        },
      });
      repository.git('remote', 'add', 'origin', 'https://me:secret@github.com/acme/shop.git');
      const fix = await found(repository.root);
      assert.deepEqual(
        [fix.commit.id, fix.parent, fix.files, fix.tests],
        [fixed, parent, ['src/shop.ts'], ['src/shop.test.ts']],
      );
      assert.deepEqual(fix.symbols, [{ path: 'src/shop.ts', name: 'Shop.pay', lines: 2, isNew: false }]);
      assert.deepEqual(fix.introduced, [{ commit: culprit, lines: 1 }]);
      assert.deepEqual(fix.notes, []);
      assert.equal(fix.candidates.some(isProven), true);
      const text = formatDraft(draftFromFix(fix, 'LSN-7K3QF2XM', '2026-02-01'));
      const { problems, lesson } = parseLessonText('.lessons/x.md', new SourceText(text));
      assert.deepEqual(problems, []);
      assert.ok(lesson);
      const { title, references, frontMatter } = lesson;
      assert.deepEqual(
        [title, frontMatter.occurred, frontMatter.created],
        ['Stop after three retries', '2026-01-05', '2026-02-01'],
      );
      assert.deepEqual(
        references.map(({ url }) => url),
        [
          `https://github.com/acme/shop/commit/${fixed}`,
          `https://github.com/acme/shop/commit/${culprit}`,
          'https://github.com/acme/shop/issues/12',
        ],
      );
      assert.deepEqual(frontMatter.applies_to?.[0], { paths: ['src/shop.ts'], symbols: ['Shop.pay'] });
      assert.deepEqual(frontMatter.evidence, [
        { commit: parent, path: 'src/shop.ts', symbol: 'Shop.pay', lines: '6' },
      ]);
      assert.deepEqual(frontMatter.tests?.no_match, ['retry(order, { limit: 3 });']);
      assert.deepEqual(frontMatter.affected, [
        {
          ranges: [
            {
              type: 'GIT',
              repo: 'https://github.com/acme/shop',
              events: [{ introduced: culprit }, { fixed }],
            },
          ],
        },
      ]);
    }));

  it('is told of a merge by its first parent', () =>
    within(async (repository) => {
      repository.commit('start', { 'shop.ts': pay('retryForever(order);') });
      repository.git('checkout', '-qb', 'fork');
      repository.commit('fix', { 'shop.ts': pay('retry(order, 3);') });
      repository.git('checkout', '-q', 'main');
      repository.commit('beside', { 'b.ts': 'export const b = 1;\n' });
      repository.git('merge', '-q', '--no-ff', '-m', 'Merge commit from fork', 'fork');
      const fix = await found(repository.root);
      assert.deepEqual([fix.files, fix.notes], [['shop.ts'], [{ kind: 'merge', parents: 2 }]]);
    }));

  it('says what was renamed, and names symbols as the fix does', () =>
    within(async (repository) => {
      const first = repository.commit('start', { 'old.ts': pay('retryForever(order);') });
      repository.git('mv', 'old.ts', 'shop.ts');
      repository.commit('fix', {
        'shop.ts': pay('retry(order, 3);').replace('pay(order: Order)', 'settle(order: Order)'),
      });
      const fix = await found(repository.root);
      assert.deepEqual(fix.notes, [{ kind: 'renamed', path: 'shop.ts', before: 'old.ts' }]);
      assert.deepEqual(
        fix.symbols.map(({ name, isNew }) => [name, isNew]),
        [['Shop.settle', false]],
      );
      assert.deepEqual([fix.introduced[0]?.commit, fix.removed[0]?.path], [first, 'old.ts']);
    }));

  it('has no introduction where lines were only added, but a guess', () =>
    within(async (repository) => {
      const first = repository.commit('start', { 'shop.ts': pay('retry(order);') });
      repository.commit('fix', {
        'shop.ts': pay('if (order.isPaid) {\n      return;\n    }\n    retry(order);'),
      });
      const fix = await found(repository.root);
      assert.deepEqual([fix.introduced, fix.removed, fix.candidates], [[], [], []]);
      assert.deepEqual(fix.notes, [{ kind: 'adds-only', around: [{ commit: first, lines: 5 }] }]);
      assert.deepEqual(
        fix.symbols.map(({ name }) => name),
        ['Shop.pay'],
      );
      assert.deepEqual(draftFromFix(fix, 'LSN-7K3QF2XM', '2026-02-01').scopes, [
        { paths: ['shop.ts'], symbols: ['Shop.pay'] },
      ]);
    }));

  it('does not blame what was only moved, indented or commented', () =>
    within(async (repository) => {
      repository.commit('start', {
        'a.ts': 'export function a() {\n  first(1);\n  second(2);\n  third(3);\n}\n',
      });
      const culprit = repository.commit('more', {
        'a.ts': 'export function a() {\n  first(1);\n  second(0);\n  third(3);\n}\n',
      });
      repository.commit('fix', {
        'a.ts':
          'export function a() {\n  // now\n  third(3);\n  if (x) {\n    first(1);\n  }\n  second(2);\n}\n',
      });
      const fix = await found(repository.root);
      assert.deepEqual(fix.introduced, [{ commit: culprit, lines: 1 }]);
    }));

  it('begins with the first commit, and with none at all', () =>
    within(async (repository) => {
      assert.deepEqual(await learn(repository.root), { kind: 'unknown-commit', revision: 'HEAD' });
      repository.commit('start', { 'shop.ts': pay('retry(order);') });
      const fix = await found(repository.root);
      assert.deepEqual(
        [fix.parent, fix.files, fix.notes, fix.introduced],
        [undefined, [], [{ kind: 'root' }], []],
      );
      const draft = draftFromFix(fix, 'LSN-7K3QF2XM', '2026-02-01');
      assert.deepEqual([draft.scopes, draft.evidence], [[], []]);
      assert.deepEqual((await learn(repository.root, '--all')).kind, 'unknown-commit');
    }));

  it('says where a shallow clone ends', () =>
    within(async (repository) => {
      repository.commit('start', { 'shop.ts': pay('retryForever(order);') });
      repository.commit('more', { 'b.ts': 'export const b = 1;\n' });
      repository.commit('fix', { 'shop.ts': pay('retry(order, 3);') });
      const clone = (depth: number) => {
        const to = join(repository.root, `cut${depth}`);
        repository.git('clone', '-q', `--depth=${depth}`, `file://${repository.root}`, to);
        return to;
      };
      const [one, two] = [await found(clone(1)), await found(clone(2))];
      assert.deepEqual([one.files, one.notes], [[], [{ kind: 'shallow', at: 'fix' }]]);
      assert.deepEqual(
        [two.files, two.introduced, two.notes],
        [['shop.ts'], [], [{ kind: 'shallow', at: 'blame' }]],
      );
    }));

  it('takes what there is: settings, prose, deleted, binary, generated', () =>
    within(async (repository) => {
      repository.commit('start', {
        'ci.yaml': 'a: 1\n',
        'gone.ts': 'export const x = 1;\n',
        'a.bin': Buffer.from([0, 1]),
      });
      repository.commit('settings', { 'ci.yaml': 'a: 2\n', 'a.bin': Buffer.from([0, 2]), 'NEWS.md': 'x\n' });
      repository.commit('deleted', { 'gone.ts': undefined });
      repository.commit('prose', { 'NEWS.md': 'y\n' });
      repository.commit('generated', {
        'made.ts': '// Code generated by x. DO NOT EDIT.\nexport const a = 1;\n',
      });
      repository.commit('tests', { 'a.test.ts': 'it();\n' });
      repository.commit('nothing');
      const told = async (revision: string) => {
        const { files, tests, notes } = await found(repository.root, revision);
        return [files, tests, notes.map(({ kind }) => kind)];
      };
      assert.deepEqual(await told('HEAD~5'), [['ci.yaml'], [], ['no-code-change']]);
      assert.deepEqual(await told('HEAD~4'), [['gone.ts'], [], []]);
      assert.deepEqual(await told('HEAD~3'), [['NEWS.md'], [], ['no-code-change']]);
      assert.deepEqual(await told('HEAD~2'), [[], [], ['no-code-change']]);
      assert.deepEqual(await told('HEAD~1'), [['a.test.ts'], [], ['adds-only', 'no-code-change']]);
      assert.deepEqual(await told('HEAD'), [[], [], ['no-code-change']]);
    }));

  it('looks into some of very many files, and names files as they are', () =>
    within(async (repository) => {
      const code = (value: number) =>
        Object.fromEntries(
          Array.from({ length: 62 }, (_, at) => [`ü [${at}].ts`, `export const a${at} = ${value};\n`]),
        );
      const first = repository.commit('start', code(1));
      repository.git('update-index', '--add', '--cacheinfo', `160000,${first},sub`);
      repository.git('commit', '-qm', 'a submodule');
      const { files, notes, ...fix } = await found(repository.root, repository.commit('fix', code(2)));
      assert.deepEqual([files.length, notes], [60, [{ kind: 'too-large', left: 2 }]]);
      const [scope] = draftFromFix({ ...fix, files, notes }, 'LSN-7K3QF2XM', '2026-02-01').scopes ?? [];
      assert.deepEqual(
        scope?.paths?.every((glob) => compileGlob(glob)(files[scope.paths?.indexOf(glob) ?? 0] ?? '')),
        true,
      );
    }));
});
