import assert from 'node:assert/strict';
import fc from 'fast-check';
import { portableExpression, scriptExpression } from '../../src/core/learn/checks/dialects';
import { compileOrFault } from '../../src/core/lesson/pattern';
import { runs } from './runs';

describe('the expressions of other engines', () => {
  const check = (pattern: string, script: string | undefined, portable: string | undefined, flags?: string) =>
    it(pattern, () => {
      assert.equal(scriptExpression(pattern, { flags })?.toString(), script);
      assert.equal(portableExpression(pattern, { flags }), portable);
    });

  check('a+?b', '/a+?b/gmu', 'a+?b');
  check('a{', '/a\\{/gmu', 'a\\{');
  check('a{2,}{3}', undefined, 'a{2,}{3}');
  check('\\-\\"\\/', '/-"\\//gmu', '-"/');
  check('[\\-\\"{}]', '/[\\-"{}]/gmu', '[\\-"{}]');
  check('(?P<n>a)', '/(?<n>a)/gimsu', '(?is)(?P<n>a)', 'is');
  check('\\u00e9', '/\\u00e9/gmu', '\\x{00e9}');
  check('\\pL\\z', undefined, '\\pL\\z');
  check('[[:alpha:]]', undefined, '[[:alpha:]]');
  check('(?i:a)', undefined, '(?i:a)');
  check('\\Qa\\E', undefined, undefined);
  check('\\\\{', '/\\\\\\{/gmu', '\\\\\\{');

  it('hit what the pattern hits', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        'b+',
        '{',
        '}',
        '[^a]',
        '\\-',
        '\\w*',
        '.',
        '$',
        '^',
        '(a|{)',
        '\\{',
        '[\\]{]',
        'b{1,2}',
        '\\"',
        '\\b',
        '\\n',
      ],
    );
    const pattern = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(''));
    const text = fc.array(fc.constantFrom('a', 'b', '{', '}', '\n', '"', '-', ' ', '😀'), { maxLength: 12 });
    fc.assert(
      fc.property(pattern, text, fc.constantFrom('', 'i', 's'), (source, letters, flags) => {
        const compiled = compileOrFault(source, flags);
        const script = scriptExpression(source, { flags });
        if (compiled.kind === 'pattern' && script !== undefined) {
          const joined = letters.join('');
          const hits = [...joined.matchAll(script)].map(({ index, 0: hit }) => ({
            start: index,
            end: index + hit.length,
          }));
          assert.deepEqual(
            hits.filter(({ start, end }) => end > start),
            compiled.pattern.hits(joined, 100),
          );
        }
      }),
      { numRuns: runs(300) },
    );
  });
});
