import assert from 'node:assert/strict';
import fc from 'fast-check';
import { proseOfBody } from '../../src/core/lesson/prose';
import { wordingFaults } from '../../src/core/lesson/wording';

const always = () => true;
const told = (text: string, kind: 'sentence' | 'body' = 'body') =>
  wordingFaults(text, kind, always).map(({ rule, words }) => `${rule}: ${words}`);
/** Each expected fault is its rule and its words, as in `blame-error: human error`. */
const check = (text: string, ...expected: readonly string[]) =>
  it(JSON.stringify(text), () => assert.deepEqual(told(text), expected));

describe('errors that are blamed on people', () => {
  check('The outage was due to human error.', 'blame-error: human error');
  check(
    'Human-error was ruled out, operator errors were not',
    ...['Human-error', 'operator errors'].map(error),
  );
  check('Put down as **user** error at the time', 'blame-error: user** error');
  check('> It was human\n> error again.', 'blame-error: human\n> error');
  check('a human\r\nerror', 'blame-error: human\r\nerror');
  check('They call it ‘human error’, not us.', 'blame-error: human error');
  check('A human.\n\nError 42 followed.');
  check('The user error message names the key.');
  check('A user error page, the operator error log, human error messages');
  check('Log "user error" apart; the handler returns a user error with code 4', 'blame-error: user error');
  check('It throws a user error, and panics on user error.');
  check('The user errors out; user errors rose for an hour.');
  check('The spread operator error and the superuser error');
  check('test-repl-user-error-handler, user_error, user-error');
  check('Read "The new view of human error" and Behind Human Error.');
  check('human-readable errors, non-human error, human error-prone steps');

  function error(words: string): string {
    return `blame-error: ${words}`;
  }
});

describe('people who are said to have forgotten', () => {
  check('He forgot to renew it.', 'blame-person: He forgot');
  check('She had also forgotten the flag.', 'blame-person: She had also forgotten');
  check('The developer simply failed to test it', 'blame-person: The developer simply failed to');
  check('Nobody knew that the on-call neglected to page', 'blame-person: the on-call neglected to');
  check('our engineers failed\nto notice', 'blame-person: our engineers failed\nto');
  check('A reviewer neglected to ask', 'blame-person: A reviewer neglected to');
  check('the engineer on duty forgot', 'blame-person: the engineer on duty forgot');
  check('the author, who forgot it');
  check('the author who forgot it', 'blame-person: the author who forgot');
  check('The operator forgot a step.', 'blame-person: The operator forgot');
  check('The vendor said they forgot to renew it.', 'blame-person: they forgot');
  check('@mona failed to roll back', 'blame-person: @mona failed to', 'personal-handle: @mona');
  check('The requests came in, and they failed to finish.');
  check('The operator failed to reconcile; the admin failed to render; the reviewer failed to start.');
  check('The request failed to load. The job forgot its lock. The users forgot their password.');
  check('We forgot to renew it, and I failed to notice.');
  check('The developer forgot her password, and an engineer failed to log in.');
  check('Warn if the developer forgot to close it, unless she forgot on purpose.');
  check('It fails closed in case an operator forgot the secret.');
  check('No engineer forgot it. The feature_engineer failed to patch.');
  check('@Transactional failed to roll back.');
  check('The developer forgets nothing, and an unforgotten author fails to appear.');
  check('the cache he\n\nforgot');
});

describe('traits that are said of people', () => {
  check('A careless change', 'blame-trait: careless');
  check(
    'It was gross negligence, not incompetence.',
    ...['negligence', 'incompetence'].map((w) => `blame-trait: ${w}`),
  );
  check('a sloppy developer', 'blame-trait: sloppy developer');
  check('A lazy iterator, a lazy import, sloppy mode, a stupid timer');
  check('The cost is negligible.');
  check('liability on any theory (including, without limitation, negligence)');
});

describe('faults that are said to be someone’s', () => {
  check("It was the developer's fault.", "blame-fault: the developer's fault");
  check('It was her own fault', 'blame-fault: her own fault');
  check('that is the operators’ fault', 'blame-fault: the operators’ fault');
  check('The engineer was clearly to blame.', 'blame-fault: The engineer was clearly to blame');
  check('all the fault of our reviewer', 'blame-fault: the fault of our reviewer');
  check("It is nobody's fault, not the developer's fault, and isn't her fault.");
  check('It would have been wrong to say that it was never his fault');
  check("The compiler's fault, a page fault, the segfault, a fault of the network");
  check('her fault tolerance design, his fault-injection test');
  check('The retry loop is to blame. The cache was at fault. No engineer is to blame.');
  check('The warning blamed the developer. Ask instead of blaming the author.');
});

describe('hindsight', () => {
  const account = (text: string, ...words: readonly string[]) =>
    check(`## What happened\n\n${text}`, ...words.map((w) => `counterfactual: ${w}`));

  account('We should have tested the restore.', 'We should have tested');
  account('The engineer could easily have seen it', 'The engineer could easily have seen');
  account('It should have been noticed earlier.', 'should have been noticed');
  account(
    'We could have avoided it; a test could have caught it.',
    'We could have avoided',
    'could have caught',
  );
  account('It shouldn’t have been rushed', 'shouldn’t have been rushed');
  account('### Trigger\n\nShe should not have run it.', 'She should not have run');
  account('The reply should have been an error, and options should have prohibited reuse.');
  account('An attacker could have read the key, which they could have used.');
  account('We should have access to it, and could have a look.');
  account('We could not have done it without the logs.');
  account('Nothing.\n\n## What to do instead\n\nWe should have tested it.');
  account('Nothing.\n\n# Later\n\nWe should have tested it.');
  account('```\n## Later\n```\nWe should have tested.', 'We should have tested');
  check('We should have tested the restore.');
  check('```\n## What happened\n```\nWe should have tested.');
});

describe('addresses of people', () => {
  check(
    'Ask mona.lisa+ops@corp.io or a_b@x-y.co.uk.',
    email('mona.lisa+ops@corp.io'),
    email('a_b@x-y.co.uk'),
  );
  check('Ask mona.lisa@corp.io.', email('mona.lisa@corp.io'));
  check('Written by Mona <mona@corp.io>', email('mona@corp.io'));
  check('[Mona](mailto:mona@corp.io) knows', email('mona@corp.io'));
  check('[mona@corp.io](mailto:mona@corp.io) knows', email('mona@corp.io'));
  check('Clone git@host.io:team/repo.git, mona@corp.io:repo or https://mona:pw@corp.io/x.');
  check('noreply@corp.io, no-reply@corp.io, 123+mona@users.noreply.github.com');
  check('security@corp.io, payments-team@corp.io, support+eu@corp.io, tool-dev@lists.corp.io');
  check('mona@example.com, mona@mail.example.org, mona@corp.example, root@db.internal');
  check('lodash@4.17.21, pkg@v2.0.0-rc.next, icon@2x.png, getty@tty1.service, events@node.js');
  check('sk-ssh-ed25519@openssh.com, robot@project.iam.gserviceaccount.com');
  check('a@b, a@b.c, @b.co, a@@b.co');

  function email(words: string): string {
    return `personal-email: ${words}`;
  }
});

describe('handles of people', () => {
  const handles = (...words: readonly string[]) => words.map((w) => `personal-handle: ${w}`);

  check('Thanks to @mona-lisa and (@hubot9).', ...handles('@mona-lisa', '@hubot9'));
  check("[@mona](https://a.example/mona)'s review, cc @lisa", ...handles('@mona', '@lisa'));
  check('Reported by @MonaLisa', ...handles('@MonaLisa'));
  check('Install @scope/name, react@latest and @types/node; ask @corp/payments.');
  check('@Override, @SuppressWarnings and @Transactional are missing');
  check('@media queries, @import, @param, @ts-ignore, @property, @here');
  check('Call @decorator(), @pytest.fixture or @_private, set @current_user and @@count.');
  check('the @cart is empty, a variable @basket, the @revoked marker, @rpath values');
  check('@connection and @value of a Ruby object, HEAD@{1}, user@host, @5f3e2a1');
  check('https://a.example/@mona, <https://a.example/@mona>, [x](../@mona) and [y](./b/@mona)');
});

describe('what is not prose', () => {
  check('`he forgot` and ``he ` forgot`` and `a@b.io`');
  check('`he\nforgot`');
  check('```\nhe forgot\n```\n\n~~~~ text\nhe forgot\n~~~\n~~~~\n');
  check('- ```\n  he forgot\n  ```\n');
  check('> ```\n> he forgot\n\nshe forgot', 'blame-person: she forgot');
  check('```\nhe forgot');
  check('    he forgot\n\n\the forgot');
  check('- a\n\n      he forgot\n');
  check('- a\n\n    he forgot\n', 'blame-person: he forgot');
  check('1. a\n   - b\n\n     he forgot\n', 'blame-person: he forgot');
  check('a\n    he forgot', 'blame-person: he forgot');
  check('> - he forgot', 'blame-person: he forgot');
  check('<!-- he forgot\n\nhe forgot --> she forgot', 'blame-person: she forgot');
  check('a <!-- he forgot --> she forgot', 'blame-person: she forgot');
  check('<pre>\nhe forgot\n\n</pre>\n<code>he forgot</code> <a title="he forgot">x</a>');
  check('[careless](careless-fix.md "x")', 'blame-trait: careless');
  check('See https://a.example/careless and www.a.example/careless.');
  check('\\`he forgot\\`', 'blame-person: he forgot');
  check('`he forgot', 'blame-person: he forgot');
  check('| a | he forgot |', 'blame-person: he forgot');
  check('# He forgot', 'blame-person: He forgot');
  check('He `x` forgot');

  it('is the same in a sentence, which has no blocks', () =>
    assert.deepEqual(
      ['    he forgot', '`he forgot` https://a.example/@mona', 'We should have tested'].map((text) =>
        told(text, 'sentence'),
      ),
      [['blame-person: he forgot'], [], []],
    ));
});

describe('wording', () => {
  const pieces = [
    ...[
      'he forgot',
      'human error',
      'careless',
      'mona@corp.io',
      '@mona',
      "the author's fault",
      'We should have run',
    ],
    ...[
      '## What happened\n',
      '\n',
      '\n\n',
      ' ',
      ' ',
      '`',
      '```\n',
      '~~~\n',
      '    ',
      '> ',
      '- ',
      '1. ',
      '<!--',
      '-->',
    ],
    ...[
      '\\',
      '<pre>',
      '</pre>',
      '<a',
      '>',
      '[',
      '](',
      ')',
      'https://',
      '**',
      '_',
      '😀',
      '\r\n',
      '\t',
      'é',
      '\uFFFC',
    ],
  ];
  const markdown = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''));
  const plain = fc.array(
    fc.constantFrom(...pieces.slice(0, 7), '\n', ' ', '> ', '<!--', '<pre>', '\\', '😀'),
    {
      maxLength: 12,
    },
  );

  it('points at the words it tells, in their order, and keeps every offset', () =>
    fc.assert(
      fc.property(markdown, fc.constantFrom('body' as const, 'sentence' as const), (text, kind) => {
        const faults = wordingFaults(text, kind, always);
        assert.deepEqual(
          faults.map(({ start, end }) => text.slice(start, end)),
          faults.map(({ words }) => words),
        );
        assert.deepEqual(
          faults.map(({ start }) => start),
          faults.map(({ start }) => start).sort((a, b) => a - b),
        );
        assert.equal(proseOfBody(text).length, text.length);
      }),
      { numRuns: 500 },
    ));

  it('takes any UTF-16', () =>
    fc.assert(
      fc.property(fc.uint16Array({ maxLength: 40 }), (units) => {
        const text = `he forgot\n\n${String.fromCharCode(...units)}`;
        assert.equal(told(text)[0], 'blame-person: he forgot');
      }),
    ));

  it('never tells what is in code', () =>
    fc.assert(
      fc.property(plain, (parts) => {
        const text = parts.join('');
        const line = text.replaceAll('\n', ' ');
        const indented = `    ${text.trim().replaceAll('\n', '\n    ')}`;
        assert.deepEqual(
          [`\`\`\`\n${text}\n\`\`\``, `~~~~\n${text}\n~~~~`, `a \`${line}x\``, indented].map((body) =>
            told(body),
          ),
          [[], [], [], []],
        );
      }),
    ));

  it('asks only the rules that are on', () =>
    assert.deepEqual(
      wordingFaults('He forgot @mona: human error', 'body', (rule) => rule.startsWith('personal')),
      [{ rule: 'personal-handle', words: '@mona', start: 10, end: 15 }],
    ));

  const hostile = [
    '`',
    '` ',
    '<!--',
    '<a',
    '](',
    '> ',
    '- ',
    '@a',
    'a-root-',
    'he hadly ',
    'human *_*',
    '# What happened\n',
  ];
  for (const piece of hostile) {
    // In quadratic time each of them would take minutes.
    it(`comes to an end on 256 KiB of ${JSON.stringify(piece)}`, () => {
      const words = 'error failed fault blamed have @ careless lazy';
      const text = `He forgot: ${words}\n\n${piece.repeat(2 ** 18 / piece.length)}`;
      assert.equal(told(text)[0], 'blame-person: He forgot');
    });
  }
});
