import assert from 'node:assert/strict';
import { baseScore } from '../../src/core/learn/imports/cvss';
import { dayIn } from '../../src/core/learn/imports/days';
import { imported, lessonFrom } from './imported';

const record = {
  schema_version: '1.6.0',
  id: 'GHSA-8xq9-g7ch-35hg',
  aliases: ['CVE-2024-12345'],
  related: ['GO-2024-0001'],
  modified: '2024-10-04T01:02:03Z',
  published: '2024-10-03T00:00:00Z',
  summary: 'Session tokens stay valid after a password reset',
  details:
    '# Impact\nTokens are kept.\n\n<script>alert(1)</script> [run](command:x) ![p](https://a.example/p.png)',
  severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }],
  affected: [
    {
      package: { ecosystem: 'npm', name: 'sessions', purl: 'pkg:npm/sessions' },
      ranges: [
        {
          type: 'SEMVER',
          events: [
            { introduced: '0' },
            { fixed: '1.2.3' },
            { introduced: '2.0.0' },
            { last_affected: '2.1.0' },
          ],
        },
        {
          type: 'GIT',
          repo: 'https://a.example/b.git',
          events: [{ introduced: '0' }, { fixed: 'a'.repeat(40) }],
        },
      ],
    },
  ],
  references: [
    { type: 'FIX', url: 'https://a.example/commit/1' },
    { type: 'SOMETHING', url: 'https://a.example/2' },
    { type: 'WEB', url: 'http://a.example/3' },
    { type: 'WEB', url: 'https://a.example/2' },
  ],
  database_specific: { cwe_ids: ['CWE-613', 'nonsense'], severity: 'MODERATE' },
  credits: [{ name: 'Jane Doe', contact: ['mailto:jane@acme.dev'] }],
};
const withAffected = (...affected: readonly unknown[]) => lessonFrom({ ...record, affected });
const scopesOf = (...affected: readonly unknown[]) =>
  withAffected(...affected).scopes.map(({ scope }) => scope);

describe('import of OSV records', () => {
  it('keeps what the record knows', () => {
    const { title, advice, severity, references, frontMatter, body, scopes } = lessonFrom(record);
    assert.equal(advice, 'Update sessions to 1.2.3, or later.');
    assert.equal(title, 'Session tokens stay valid after a password reset');
    assert.equal(severity, 'medium');
    assert.deepEqual(references, [
      { type: 'FIX', url: 'https://a.example/commit/1' },
      { type: undefined, url: 'https://a.example/2' },
    ]);
    const { aliases, cwe, occurred, origin, withdrawn, status } = frontMatter;
    assert.deepEqual(
      { aliases, cwe, occurred, origin, withdrawn, status },
      {
        aliases: ['GHSA-8xq9-g7ch-35hg', 'CVE-2024-12345'],
        ...{ cwe: ['CWE-613'], occurred: '2024-10-03', origin: 'advisory' },
        ...{ withdrawn: undefined, status: 'proposed' },
      },
    );
    const [affected] = record.affected;
    assert.deepEqual(frontMatter.affected, [{ ...affected, severity: record.severity }]);
    assert.deepEqual(
      scopes.map(({ scope }) => scope),
      [
        {
          packages: [
            { ecosystem: 'npm', name: 'sessions', range: '<1.2.3' },
            { ecosystem: 'npm', name: 'sessions', range: '>=2.0.0 <=2.1.0' },
          ],
        },
      ],
    );
    assert.match(
      body.value,
      /### Impact\nTokens are kept\.\n\n\\<script>alert\(1\)\\<\/script> \[run\] \[p\]\(https/,
    );
    assert.match(body.value, /## Related\n\n- GO-2024-0001\n/);
    assert.match(body.value, /## Other links\n\n- `http:\/\/a\.example\/3`\n/);
    assert.match(body.value, /Imported from GHSA-8xq9-g7ch-35hg, revision `2024-10-04T01:02:03Z`\.\n/);
  });

  it('names nobody', () => {
    const details = 'Reported by @janedoe, jane.doe@acme.dev. The @rpath stays.';
    const { body, frontMatter } = lessonFrom({ ...record, details });
    assert.match(body.value, /Reported by someone, someone\. The @rpath stays\./);
    assert.doesNotMatch(JSON.stringify([frontMatter, body.value]), /jane/i);
  });

  it('cuts a title without losing it', () => {
    const summary = 'A word after a word '.repeat(10).trim();
    const { title, body } = lessonFrom({ ...record, summary });
    assert.equal(title, `${'A word after a word '.repeat(4)}A word after a…`);
    assert.equal(body.value.includes(summary), true);
  });
  it('takes the title from the details, or from the id', () => {
    const titleOf = (more: object) => lessonFrom({ ...record, summary: undefined, ...more }).title;
    assert.equal(titleOf({ details: 'Tokens are `kept`. And more.' }), 'Tokens are kept');
    assert.equal(titleOf({ details: undefined }), 'GHSA-8xq9-g7ch-35hg');
    assert.equal(lessonFrom({ ...record, id: 'A-1', summary: 'XSS' }).title, 'A-1: XSS');
  });

  it('is withdrawn where the record is', () => {
    assert.equal(
      lessonFrom({ ...record, withdrawn: '2025-01-02T00:00:00Z' }).frontMatter.withdrawn,
      '2025-01-02',
    );
    assert.equal(lessonFrom({ ...record, withdrawn: 'yes' }).frontMatter.withdrawn, '2024-10-04');
  });

  const range = (ecosystem: string, events: readonly object[], expected: readonly (string | undefined)[]) =>
    it(`gives a range of ${ecosystem} from ${JSON.stringify(events)}`, () => {
      const ranges = [{ type: 'ECOSYSTEM', events }];
      const [scope] = scopesOf({ package: { ecosystem, name: 'a' }, ranges });
      assert.deepEqual(
        scope?.packages?.map((one) => one.range),
        expected,
      );
    });
  const since1 = [{ introduced: '1.0' }, { fixed: '1.5' }];
  range('PyPI', since1, ['>=1.0, <1.5']);
  range('Maven', since1, ['>=1.0, <1.5']);
  range('RubyGems', since1, ['>=1.0, <1.5']);
  range('crates.io', [{ introduced: '0.0.0-0' }, { fixed: '1.5.0' }], ['>=0.0.0-0, <1.5.0']);
  range('Packagist', [{ introduced: '1.0.0' }], ['>=1.0.0']);
  range('npm', [{ introduced: '0' }], [undefined]);
  range('npm', [{ introduced: '0' }, { fixed: 'no version' }], [undefined]);

  it('looks for the calls of functions, where code uses the package', () => {
    const imports = [{ path: 'example.com/mod/v2/http2', symbols: ['Serve', 'Conn.Close', 'inner'] }];
    const packages = [{ ecosystem: 'Go', name: 'example.com/mod/v2', range: '<2.1.0' }];
    const go = {
      package: { ecosystem: 'Go', name: 'example.com/mod/v2' },
      ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '2.1.0' }] }],
      ecosystem_specific: { imports },
    };
    assert.deepEqual(scopesOf(go), [{ packages, pattern: String.raw`\b(?:http2\.Serve)\b` }, { packages }]);
    assert.deepEqual(withAffected(go).frontMatter.affected?.[0]?.ecosystem_specific, { imports });
    const rust = {
      package: { ecosystem: 'crates.io', name: 'time' },
      ecosystem_specific: {
        affects: { functions: ['time::at', 'time::OffsetDateTime::now', 'crate::a::b'] },
      },
    };
    assert.equal(scopesOf(rust)[0]?.pattern, String.raw`\b(?:time::at|a::b)\b`);
  });
  it('applies nowhere where no manifest could tell', () => {
    const names = [
      { ecosystem: 'Go', name: 'stdlib' },
      { ecosystem: 'Debian:12', name: 'curl' },
    ];
    assert.deepEqual(scopesOf(...names.map((one) => ({ package: one }))), []);
  });

  it('keeps the good records of a list, and says which are not', () => {
    const { outcomes, faults } = imported([record, null, { id: 7 }, { ...record, id: 'B-2', aliases: [] }]);
    assert.deepEqual(
      outcomes.map(({ kind, source }) => [kind, source]),
      [
        ['new', 'GHSA-8xq9-g7ch-35hg'],
        ['new', 'B-2'],
      ],
    );
    assert.deepEqual(faults, [
      { code: 'record-without-id', index: 1 },
      { code: 'record-without-id', index: 2 },
    ]);
  });

  const fault = (what: string, text: string, code: string) =>
    it(`says what is wrong with ${what}`, () =>
      assert.equal(imported(text, { kind: 'osv' }).faults[0]?.code, code));
  fault('nothing', '', 'no-json');
  fault('half a file', '{"id": "A-1",', 'no-json');
  fault('an empty list', '[]', 'no-record');
  fault('a lone word', '"A-1"', 'record-without-id');

  it('leaves out what is too long for a lesson, and deep or strange data', () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const many = Array.from({ length: 2000 }, (_, index) => `1.0.${index}`);
    const own = JSON.parse('{"__proto__": {"polluted": 1}, "a\\u001b[31m": "\\u202e"}');
    const { frontMatter, body } = lessonFrom(
      JSON.stringify({
        ...{ ...record, modified: undefined, details: 'x '.repeat(200_000) },
        affected: Array.from({ length: 100 }, () => ({
          package: { ecosystem: 'npm', name: 'a' },
          ...{ versions: many, ecosystem_specific: { deep: 'DEEP', own }, database_specific: own },
        })),
      }).replace('"DEEP"', deep),
      { kind: 'osv' },
    );
    assert.equal(body.value.length < 100_000, true);
    assert.equal(({} as { polluted?: number }).polluted, undefined);
    assert.equal(JSON.stringify(frontMatter).includes('\\u001b'), false);
  });

  const score = (vector: string, expected: number | undefined) =>
    it(`scores ${vector}`, () => assert.equal(baseScore(vector), expected));
  // The examples of https://www.first.org/cvss/v3.1/examples
  score('CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N', 6.4);
  score('CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N', 3.1);
  score('CVSS:3.0/AV:L/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H', 7.8);
  score('CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H', 10);
  score('CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N', 0);
  score('CVSS:3.1/AV:N', undefined);
  score('CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N', undefined);

  const day = (text: string, expected: string | undefined) =>
    it(`reads the day in ${JSON.stringify(text)}`, () => assert.equal(dayIn(text), expected));
  day('2024-10-03T00:00:00Z', '2024-10-03');
  day('on October 3rd, 2025, at noon', '2025-10-03');
  day('3 Oct 2025', '2025-10-03');
  day('0001-01-01T00:00:00Z', undefined);
  day('2024-02-31', undefined);
  day('03/04/2025', undefined);
});
