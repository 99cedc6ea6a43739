import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dependenciesOf } from '../../src/core/match/packages/manifests/manifests';
import { runs } from './runs';

describe('manifests', () => {
  const check = (path: string, text: string, expected: readonly string[]) =>
    it(`${path}: ${text.replace(/\s+/g, ' ').slice(0, 70)}`, () => {
      const found = dependenciesOf(path, text) ?? [];
      assert.deepEqual(
        found.map(({ name, range, start, end }) => `${name} ${range} "${text.slice(start, end)}"`),
        expected,
      );
    });

  check(
    'package.json',
    '{"name": "x", "dependencies": {"a": "^1", "@b/c": "*"}, "devDependencies": {"d": "1 || 2"}}',
    [...['a ^1 "a"', '@b/c * "@b/c"', 'd 1 || 2 "d"']],
  );
  check(
    'package.json',
    '{"scripts": {"a": "1"}, "x": {"dependencies": {"b": "1"}}, "peerDependencies": {"c": "1"}}',
    ['c 1 "c"'],
  );
  check('package.json', '{"dependencies": {"a": "npm:b@^2", "c": "workspace:*"}}', [
    'b ^2 "a"',
    'c workspace:* "c"',
  ]);
  check('package.json', '{"dependencies": {"a": "^1", "b": , "c": "1"', ['a ^1 "a"', 'c 1 "c"']);
  check('package.json', `${'['.repeat(100_000)}`, []);
  check('composer.json', '{"require": {"php": ">=8", "a/b": "^1"}, "require-dev": {"c/d": "~2"}}', [
    ...['a/b ^1 "a/b"', 'c/d ~2 "c/d"'],
  ]);
  check(
    'Cargo.toml',
    '[package]\nname = "x"\nversion = "1"\n[dependencies]\na = "1.2"\nb = { version = "2", features = ["c"] }\n',
    [...['a 1.2 "a"', 'b 2 "b"']],
  );
  check(
    'Cargo.toml',
    '[dependencies.a]\nversion = "1"\nfeatures = ["x"]\n[target.\'cfg(unix)\'.dev-dependencies]\nb = "2"\n',
    [...['a 1 "a"', 'b 2 "b"']],
  );
  check(
    'Cargo.toml',
    '[workspace.dependencies]\na = { version = "1", package = "b" }\n[dependencies]\nc = { path = "../c" }\n',
    [...['b 1 "a"', 'c undefined "c"']],
  );
  check('Cargo.toml', '[dependencies]\na = "1"\nb = "2\nc = \nd = "4"\n', ['a 1 "a"', 'd 4 "d"']);
  check(
    'pyproject.toml',
    '[project]\nname = "x"\ndependencies = [\n  "a>=1,<2",\n  "B[c] ; python_version < \'3\'",\n]\n',
    [...['a >=1,<2 "a"', 'B undefined "B"']],
  );
  check(
    'pyproject.toml',
    '[project.optional-dependencies]\nx = ["a~=1.2"]\n[dependency-groups]\ny = ["b", {include-group = "x"}]\n',
    [...['a ~=1.2 "a"', 'b undefined "b"']],
  );
  check(
    'pyproject.toml',
    '[tool.poetry.dependencies]\npython = "^3"\na = "^1"\nb = {version = "~2", extras = ["c"]}\n[tool.poetry.group.dev.dependencies]\nd = "*"\n',
    [...['a ^1 "a"', 'b ~2 "b"', 'd * "d"']],
  );
  check(
    'requirements.txt',
    '# a\nb==1.0  # c\nd[e]>=1,<2; python_version<"3"\n-r other.txt\n./local\nf @ https://g.h/i\n',
    [...['b ==1.0 "b"', 'd >=1,<2 "d"', 'f https://g.h/i "f"']],
  );
  check('requirements-dev.txt', 'a==1 --hash=sha256:0\n\nb\n', ['a ==1 "a"', 'b undefined "b"']);
  check(
    'go.mod',
    'module x.y/z\n\ngo 1.22\n\nrequire a.b/c v1.2.3\nrequire (\n\td.e/f/v2 v2.0.0 // indirect\n)\nreplace a.b/c v1.2.3 => g.h/i v1.0.0\n',
    [...['a.b/c v1.2.3 "a.b/c"', 'd.e/f/v2 v2.0.0 "d.e/f/v2"']],
  );
  const pom = (inner: string) => `<project><properties><v>2.1</v></properties>${inner}</project>`;
  const dependency = (version: string) =>
    `<dependency><groupId>a.b</groupId><artifactId> c </artifactId>${version}</dependency>`;
  check('pom.xml', pom(`<dependencies>${dependency('<version>1.0</version>')}</dependencies>`), [
    'a.b:c 1.0 "c"',
  ]);
  check('pom.xml', pom(dependency('<version>$' + '{v}</version>')), ['a.b:c 2.1 "c"']);
  check('pom.xml', pom(dependency('')), ['a.b:c undefined "c"']);
  check('pom.xml', pom(`<!-- ${dependency('')} -->`), []);
  check('pom.xml', dependency('<version>1'), ['a.b:c 1 "c"']);
  check(
    'Gemfile',
    'source "https://a.b"\ngem "a"\ngem \'b\', "~> 1.2", ">= 1.2.3", require: false\n# gem "c"\n  gem("d", "1")\n',
    [...['a undefined "a"', 'b ~> 1.2, >= 1.2.3 "b"', 'd 1 "d"']],
  );
  check('x/y.gemspec', 'Gem::Specification.new do |s|\n  s.add_dependency "a", ">= 1"\nend\n', [
    'a >= 1 "a"',
  ]);

  const names = [
    'package.json',
    'composer.json',
    'Cargo.toml',
    'pyproject.toml',
    'requirements.txt',
    'go.mod',
    'pom.xml',
    'Gemfile',
  ];

  it('are read whatever is in them', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        '"',
        "'",
        ':',
        ',',
        '=',
        '\n',
        '#',
        '(',
        ')',
        '<',
        '</',
        '>',
        '<!--',
        '"a": "1"',
      ),
      fc.constantFrom(
        '[dependencies]\n',
        'a = "1"\n',
        'require ',
        'gem "a"',
        'a>=1',
        'v1.0',
        'a.b/c',
        '"dependencies": ',
      ),
      fc.constantFrom('<dependency>', '<groupId>a', '<artifactId>b', '[project]\ndependencies = ["a"'),
      fc.string({ maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.array(piece, { maxLength: 40 }), (name, pieces) => {
        const text = pieces.join('');
        for (const { start, end } of dependenciesOf(name, text) ?? []) {
          assert.equal(0 <= start && start <= end && end <= text.length, true);
        }
      }),
      { numRuns: runs(400) },
    );
  });

  it('come to an end whatever is repeated in them', () => {
    const hostile = [
      '{',
      '[',
      '"',
      '<a>',
      '<',
      'a.',
      'a = ',
      ' ',
      '\n',
      '(',
      'require (',
      'gem ',
      '[a]\n',
      'a = [\n',
      '<!--',
      '-',
    ];
    for (const piece of hostile) {
      for (const name of names) {
        dependenciesOf(name, piece.repeat(10_000 / piece.length));
      }
    }
  });
});
