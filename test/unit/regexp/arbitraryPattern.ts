import fc from 'fast-check';

/** Patterns of RE2's dialect over few characters, so that they meet the texts below. */
const characters = ['a', 'b', 'B', 'k', 's', 'é', '😀', '\\n', ' ', '\\(', '=', '1', '\\x{212a}', '_', '\\/'];
const classes = [
  ...[
    '.',
    '\\w',
    '\\W',
    '\\s',
    '\\S',
    '\\d',
    '\\D',
    '[ab]',
    '[^a]',
    '[^a\\n]',
    '[a-z]',
    '[A-C\\d]',
    '[^\\w]',
  ],
  ...['\\p{L}', '\\P{Lu}', '[\\p{Greek}a]', '[[:alpha:]]', '[^[:space:]b]', '[é-ü]', '[😀-😎]', '[^\\p{L}]'],
];
const assertions = ['^', '$', '\\b', '\\B', '\\A', '\\z'];
const counts = ['*', '+', '?', '*?', '+?', '??', '{2}', '{1,2}', '{0,2}?', '{1,}'];

export const { pattern: patterns } = fc.letrec<{ pattern: string; piece: string }>((tie) => ({
  pattern: fc.array(tie('piece'), { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join('')),
  piece: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 5, arbitrary: fc.constantFrom(...characters) },
    { weight: 2, arbitrary: fc.constantFrom('ab', 'kas', 'b=', 'foo', 'a1') },
    { weight: 3, arbitrary: fc.constantFrom(...classes) },
    { weight: 1, arbitrary: fc.constantFrom(...assertions) },
    {
      weight: 3,
      arbitrary: fc.tuple(atoms(tie('pattern')), fc.constantFrom(...counts)).map((both) => both.join('')),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(tie('pattern'), tie('pattern')).map(([one, other]) => `(?:${one}|${other})`),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('(', '(?i:', '(?s:', '(?-m:'), tie('pattern'))
        .map(([open, inner]) => `${open}${inner})`),
    },
  ),
}));

function atoms(pattern: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom(...characters, ...classes),
    pattern.map((inner) => `(?:${inner})`),
  );
}

export const patternFlags = fc.constantFrom('', '', 'i', 's', 'is');

const pieces = [
  ...[
    'a',
    'b',
    'A',
    'B',
    'k',
    'K',
    's',
    'S',
    'é',
    'É',
    '😀',
    '\n',
    '\n',
    ' ',
    '(',
    '=',
    '1',
    '_',
    '/',
    'ab',
    'foo',
  ],
  ...['\u212a', '\u017f', 'α', 'Ω', '\ud83d', '\ude00', '\u2028', '\r', '\t', 'kas', 'b=', 'a1'],
];

export const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((all) => all.join(''));
