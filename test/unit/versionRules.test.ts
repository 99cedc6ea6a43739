import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Ecosystem, ecosystemNames, ecosystems } from '../../src/core/lesson/packages/ecosystems';
import { faultOfPackage } from '../../src/core/lesson/packages/packageFault';
import { runs } from './runs';

describe('version ranges', () => {
  const check = (ecosystem: Ecosystem, declared: string, range: string, expected: boolean | undefined) =>
    it(`${ecosystem}: ${declared} leaves room for ${range}: ${expected}`, () => {
      assert.equal(ecosystems[ecosystem].isRange(range), true);
      assert.equal(ecosystems[ecosystem].admits(declared, range), expected);
    });
  /** Each version is older than the next. */
  const checkOrder = (ecosystem: Ecosystem, versions: readonly string[]) =>
    it(`${ecosystem}: ${versions.join(' < ')}`, () => {
      const isAtMost = (a: string, b: string) =>
        ecosystems[ecosystem].admits(ecosystem === 'Maven' ? a : `=${a}`, `<=${b}`);
      const older = (a: string, b: string) => isAtMost(b, a) === false && isAtMost(a, b);
      for (const [index, version] of versions.slice(1).entries()) {
        assert.equal(older(versions[index] ?? '', version), true, `${versions[index]} < ${version}`);
        assert.equal(older(version, versions[index] ?? ''), false);
      }
    });

  check('npm', '^4.17.0', '<5', true);
  check('npm', '^5.0.0', '<5', false);
  check('npm', '4.17.20', '>=4.17.21', false);
  check('npm', '4.x || 5.x', '>=5', true);
  check('npm', '*', '<5', true);
  check('npm', 'workspace:*', '<5', undefined);
  check('npm', 'github:a/b', '<5', undefined);
  check('npm', 'latest', '<5', undefined);
  check('crates.io', '1.2', '<1.2', false);
  check('crates.io', '1.2', '>=1.9, <2', true);
  check('crates.io', '1.2', '>=2', false);
  check('crates.io', '=1.2.3', '<1.2.4', true);
  check('crates.io', '~1.2.3', '>=1.3', false);
  check('crates.io', '1.*', '<1.5', true);
  check('Packagist', '~1.2', '>=1.9', true);
  check('Packagist', '~1.2.3', '>=1.3', false);
  check('Packagist', '^7.0|^8.0', '<8', true);
  check('Packagist', 'dev-main', '<8', undefined);
  check('Go', 'v1.2.3', '<v1.3.0', true);
  check('Go', 'v1.2.3', '<1.2.3', false);
  check('Go', 'v0.0.0-20190308221718-c2843e01d9a2', '<0.1', true);
  check('Go', 'v2.0.0+incompatible', '>=2, <3', true);
  check('PyPI', '>=2.0,<3', '<2.1', true);
  check('PyPI', '~=2.2', '<2.2', false);
  check('PyPI', '~=2.2', '>=2.9', true);
  check('PyPI', '~=2.2', '>=3', false);
  check('PyPI', '~=1.4.5a4', '==1.4.*', true);
  check('PyPI', '==1.1.post1', '>1.1', false);
  check('PyPI', '==1.1', '==1.1.*', true);
  check('PyPI', '==1.1a1', '==1.1.*', true);
  check('PyPI', '==1.1a1', '<1.1', false);
  check('PyPI', '!=1.1.*', '==1.1', false);
  check('PyPI', '==1.0+ubuntu.1', '<=1.0', true);
  check('PyPI', '^1.2', '<2', true);
  check('PyPI', '^0.2.3', '>=0.3', false);
  check('PyPI', '*', '<2', true);
  check('PyPI', 'https://a.example/a.whl', '<2', undefined);
  check('RubyGems', '~> 2.2', '< 3', true);
  check('RubyGems', '~> 2.2.0', '>= 2.3', false);
  check('RubyGems', '~> 2.2', '>= 3.0', false);
  check('RubyGems', '>= 1.0, != 1.1', '= 1.1', false);
  check('Maven', '2.14.1', '<2.15.0', true);
  check('Maven', '2.17', '[2.0,2.15)', false);
  check('Maven', '[1.0,2.0)', '[2.0,)', false);
  check('Maven', '[1.0,2.0]', '[2.0,)', true);
  check('Maven', '(,1.0],[1.2,)', '1.1', false);
  check('Maven', '$' + '{log4j.version}', '<2', undefined);
  check('NuGet', '13.0.1', '<13.0.2', true);
  check('NuGet', '[13.0.1]', '<13.0.1', false);
  check('NuGet', '4.3.0.1', '[4.3,5)', true);

  checkOrder('PyPI', [
    ...['1.0.dev456', '1.0a1', '1.0a2.dev456', '1.0a12.dev456', '1.0a12', '1.0b1.dev456', '1.0b2'],
    ...['1.0b2.post345.dev456', '1.0b2.post345', '1.0rc1.dev456', '1.0rc1', '1.0', '1.0.post456.dev34'],
    ...['1.0.post456', '1.0.15', '1.1.dev1', '1!0.5'],
  ]);
  checkOrder('RubyGems', ['1.a', '1.0.a2', '1.0.b1', '1.0', '1.0.1', '1.8.2.a', '1.8.2', '1.10']);
  checkOrder('Maven', [
    ...['1-alpha', '1-a2', '1-beta', '1-milestone', '1-rc', '1-SNAPSHOT', '1', '1-sp', '1-foo', '1-1', '1.1'],
    ...['1.1.1', '1.2-alpha-6', '1.2-beta-2', '1.2', '1.10'],
  ]);
  checkOrder('Go', ['v1.0.0-alpha', 'v1.0.0-alpha.1', 'v1.0.0-rc.1', 'v1.0.0', 'v1.10.0']);

  for (const [same, other] of [
    ['1', '1.0.0'],
    ['1.ga', '1-FINAL'],
    ['1-cr2', '1.rc2'],
    ['1x1', '1-x-1'],
    ['1.0.0-foo.0.0', '1-foo'],
  ] as const) {
    it(`Maven: ${same} is ${other}`, () => assert.equal(ecosystems.Maven.admits(same, `[${other}]`), true));
  }

  const refused = (keys: object, expected: string | undefined) =>
    it(`${JSON.stringify(keys)}: ${expected}`, () => assert.equal(faultOfPackage(keys)?.kind, expected));

  refused({ name: 'express' }, undefined);
  refused({ ecosystem: 'npm', name: 'express', range: '<5' }, undefined);
  refused({ ecosystem: 'npm' }, 'nameless');
  refused({ ecosystem: 'NPM', name: 'a' }, 'ecosystem');
  refused({ name: 'a', range: '<5' }, 'range-alone');
  refused({ ecosystem: 'npm', name: 'a', range: 'newer' }, 'range');
  refused({ ecosystem: 'Maven', name: 'a', range: '[1,2' }, 'range');
  refused({ ecosystem: 'PyPI', name: 'a', range: '=>1' }, 'range');
  refused({ ecosystem: 'RubyGems', name: 'a', range: '' }, 'range');
  refused({ ecosystem: 'npm', name: 'a', range: '<5 || '.repeat(100) }, 'range');

  it('never throw, whatever is written', () => {
    const written = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom(...'0123456789.-+!<>=~^*|,[]() abvr'), maxLength: 30 }),
      fc.constantFrom('<', '0.', '1,', '[', '||', ' - ', '~> 1.').map((piece) => piece.repeat(60)),
    );
    fc.assert(
      fc.property(fc.constantFrom(...ecosystemNames), written, written, (name, declared, range) => {
        const rules = ecosystems[name];
        const answer = rules.admits(declared, range);
        assert.equal(answer === undefined || rules.isRange(range), true);
      }),
      { numRuns: runs(600) },
    );
  });
});
