import assert from 'node:assert/strict';
import fc from 'fast-check';
import { commitPage, projectPage } from '../../src/core/history/webAddress';
import { readFixMessage } from '../../src/core/learn/fix/fixMessage';
import { isHttpsLink } from '../../src/core/lesson/link';
import { hasLength } from '../../src/core/lesson/textLength';
import { vocabulary } from '../../src/core/lesson/vocabulary';

describe('the message of a fix', () => {
  const check = (message: string, expected: string | undefined) =>
    it(`${JSON.stringify(message.slice(0, 60))} is called ${expected}`, () =>
      assert.equal(readFixMessage(message).title, expected));

  check('fix(cors): stop sending the origin to everybody (#12)', 'Stop sending the origin to everybody');
  check('fix!: stop sending it', 'Stop sending it');
  check('[core] Read the file once', 'Read the file once');
  check(
    'fix: crash on an empty file; fixes security vulnerability [GHSA-6hh7-46r2-vf29](https://x.example/a)',
    'Crash on an empty file',
  );
  check('fix: crash on it (GHSA-6hh7-46r2-vf29) (#7843)', 'Crash on it');
  check('fix: read string[] as a list', 'Read string[] as a list');
  check('fix: what @somebody found in the parser', 'What found in the parser');
  check('fix: send mails to jane@doe.dev no more', 'Send mails to no more');
  check('fix: crash on empty input, reported by Jane Doe', 'Crash on empty input');
  check('fix: crash on empty input (thanks to Jo Müller-Dyk)', 'Crash on empty input');
  check('fix: a race found by the fuzzer', 'A race found by the fuzzer');
  check('fix', undefined);
  check('fix: typo', undefined);
  check('', undefined);
  check('Merge commit from fork', undefined);
  check(
    'Merge commit from fork\n\n* test(x): a test that fails now\n\n* feat: a thing that is new\n\n* fix(x): escape class names twice\n',
    'Escape class names twice',
  );
  check('Merge pull request from GHSA-2479-qvv7-47qq\n\n* Failing test\n\n* provide fix\n', undefined);
  check(
    'Merge pull request #7 from a/b\n\nKeep the order of headers\n\nCo-authored-by: Jane Doe <jane@doe.dev>',
    'Keep the order of headers',
  );
  check(`fix: ${'wide '.repeat(30)}`, `W${'wide '.repeat(30).slice(1, 94)}…`);

  it('tells advisories and links, each once, and nobody’s name', () => {
    const message = [
      'fix: crash (CVE-2026-12345) (#8)',
      'See [GHSA-AAAA-2222-3333](https://github.com/a/b/security/advisories/GHSA-2222-3333-4444), (https://x.example/(1)).',
      'https://x.example/a?b=c. https://me:secret@x.example/ http://x.example/plain cve-2026-12345',
      'Co-authored-by: Jane <https://github.com/jane>',
    ].join('\n');
    assert.deepEqual(readFixMessage(message), {
      number: '8',
      aliases: ['CVE-2026-12345', 'GHSA-2222-3333-4444'],
      links: [
        'https://github.com/a/b/security/advisories/GHSA-2222-3333-4444',
        'https://x.example/(1)',
        'https://x.example/a?b=c',
      ],
    });
  });

  it('gives a title that a lesson may have, and links that may be shown, whatever it says', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'fix: ',
        'Merge ',
        '\n',
        '* ',
        'https://',
        ')',
        '](',
        '@a ',
        'CVE-2026-1234 ',
        '\u0007',
        '\u202E',
        '#1',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const { title, links } = readFixMessage(pieces.join(''));
        return (
          links.every(isHttpsLink) &&
          (title === undefined ||
            (hasLength(title, vocabulary.title) && !/[\p{Cc}\u202A-\u202E]/u.test(title)))
        );
      }),
    );
  });
});

describe('the page of a project', () => {
  const check = (remote: string, expected: string | undefined) =>
    it(`${remote} is ${expected}`, () => assert.equal(projectPage(remote), expected));

  check('https://github.com/acme/shop.git', 'https://github.com/acme/shop');
  check('https://me:secret@github.com/acme/shop', 'https://github.com/acme/shop');
  check('http://git.acme.example:8080/a/b/c.git/', 'https://git.acme.example/a/b/c');
  check('git@github.com:acme/shop.git', 'https://github.com/acme/shop');
  check('ssh://git@GitLab.com:22/acme/shop.git', 'https://gitlab.com/acme/shop');
  check('git://git.kernel.org/pub/x.git', 'https://git.kernel.org/pub/x');
  check('', undefined);
  check('/srv/git/shop.git', undefined);
  check('../shop', undefined);
  check('file:///srv/git/shop.git', undefined);
  check('C:\\git\\shop', undefined);
  check('work:acme/shop.git', undefined);
  check('https://localhost/acme/shop', undefined);
  check('https://10.0.0.1/acme/shop', undefined);
  check('https://github.com/a b', undefined);
  check('https://github.com/a"onload=x', undefined);

  it('is where its commits have pages', () => {
    assert.equal(commitPage('https://github.com/a/b', 'c'), 'https://github.com/a/b/commit/c');
    assert.equal(commitPage('https://bitbucket.org/a/b', 'c'), 'https://bitbucket.org/a/b/commits/c');
  });

  it('never holds a password, and is a link, whatever the remote is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^(https|ssh):\/\/[a-z]+:secret@[a-z.@:/-]{0,30}$/), (remote) => {
        const page = projectPage(remote);
        return page === undefined || (isHttpsLink(page) && !page.includes('secret'));
      }),
    );
  });
});
