import fc from 'fast-check';

const names = [
  'a',
  'b',
  'ab',
  '.c',
  'a b',
  'é',
  'É',
  '😀',
  'x.ts',
  'ax.test.ts',
  'b.d.ts',
  '.ts',
  'Makefile',
  'a]',
  '1',
  '12',
];
const literals = [...names, '\\[a\\]', 'a\\*', '\\😀', 'e\u0301', '-', '!', '#', '@', '+', '|', ')', '01'];
const magic = [
  ...[
    '*',
    '*',
    '*',
    '**',
    '***',
    '?',
    '[ab]',
    '[!a]',
    '[^.]',
    '[[:alpha:]]',
    '[[:upper:][:digit:]]',
    '[a-z]',
    '[\\]]',
  ],
  ...[
    '{a,b}',
    '{a,{b,x}.ts}',
    '{1..3}',
    '{01..12}',
    '{a..c}',
    '{,a}',
    '{a,*}',
    '{*.ts,**}',
    '\u0024{a,b}',
    '{a}',
    '\\{a,b\\}',
  ],
  ...[
    '+(a|b)',
    '!(a)',
    '!(*.ts)',
    '@(a|ab)',
    '?(.)c',
    '*(a|b)',
    '!(a|!(b))',
    '*.ts',
    '*.{ts,d.ts}',
    'a*',
    '*b',
    'a*b',
  ],
];

const segment = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...literals) },
  { weight: 2, arbitrary: fc.constantFrom(...magic) },
  { weight: 2, arbitrary: fc.constant('**') },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.constantFrom(...literals, ...magic), { minLength: 2, maxLength: 3 })
      .map((pieces) => pieces.join('')),
  },
  {
    weight: 1,
    arbitrary: fc.string({ unit: fc.constantFrom(...'ab.*?[]{}()!+@|,\\x1\u{1f600}'), maxLength: 6 }),
  },
  { weight: 1, arbitrary: fc.constantFrom('.', '', '..', '{a/b,c}', '{a,b}/**', '{**/,}a', 'a{/,b/}x.ts') },
);

/** Globs of every kind, some of them with faults. */
export const anyGlob: fc.Arbitrary<string> = fc
  .array(segment, { minLength: 1, maxLength: 5 })
  .map((segments) => segments.join('/'));

const folder = fc.constantFrom(...names, 'a', 'b', 'c', 'a*', '[a]', '{a}', '$a');
const rareFolder = fc.constantFrom('.', '..', '');

/** Paths that the globs may mean, a few of them not as a project has them. */
export const anyPath: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 40, arbitrary: folder }, { weight: 1, arbitrary: rareFolder }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((segments) => segments.join('/'));
