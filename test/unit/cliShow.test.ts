import assert from 'node:assert/strict';
import { lookUp } from '../../src/core/library/lookup';
import { relativesOf } from '../../src/core/library/relatives';
import { type Files, outcomeOf, refused } from './commandLine';
import { libraryOf } from './lessons';

const files: Files = {
  '.lessons/whole.md': `---
id: LSN-0000000A
title: Anything on disk
advice: Look at the disk first.
status: accepted
severity: high
confidence: low
level: info
applies_to:
  - {paths: [src/**, '*.py'], pattern: 'a  b', x-note: free}
  - {symbols: [open, Disk.*], languages: python}
  - {pattern: '(', paths: lib/}
tests: {match: a  b}
references: [https://a.example/1, {type: INCIDENT, url: https://a.example/2, access: internal}]
created: 2026-01-31
occurred: 2026-01-02
kind: pitfall
origin: incident
factors: [tooling, incentive]
controls: [{kind: lint, status: done, ref: no-disk}]
related: LSN-0000000C
supersedes: [LSN-00000099]
cwe: CWE-1
tags: [disk, io]
owners: team-a
---

## What happened

The disk \x1b[31mwas\x1b[0m full.
`,
  '.lessons/new.md': `---
id: LSN-0000000B
title: Newer than the other
superseded_by: []
supersedes: LSN-0000000A
withdrawn: 2026-03-01
---
`,
  '.lessons/least.md': '---\nid: LSN-00C00000\ntitle: The least that is valid\n---\n',
};
const whole = `LSN-0000000A  Anything on disk

Look at the disk first.

status         accepted
severity       high
confidence     low
level          info at most
occurred       2026-01-02
created        2026-01-31
review due     2027-01-31
kind           pitfall
origin         incident
factors        tooling, incentive
tags           disk, io
owners         team-a
cwe            CWE-1
controls       lint, done, no-disk
file           .lessons/whole.md
problems       pattern-invalid: This pattern does not compile, so its scope matches nothing: missing closing ): \`(\`.
               id-unknown: No lesson here has the id LSN-0000000C. Correct it, or take it out.
               id-unknown: No lesson here has the id LSN-00000099. Correct it, or take it out.
applies to     paths: src/**, *.py
               pattern: a  b
or to          symbols: open, Disk.*
               languages: python
or to          pattern: (
               paths: lib/
               (matches nothing, see lessons lint)
references     https://a.example/1
               INCIDENT https://a.example/2
superseded by  LSN-0000000B  Newer than the other
supersedes     LSN-00000099  (no lesson here)
related        LSN-0000000C  (no lesson here)

## What happened

The disk ␛[31mwas␛[0m full.
`;
const least = `LSN-00C00000  The least that is valid

status      proposed
needs       advice, applies_to, references, factors, confidence, to be accepted
severity    medium
confidence  medium
file        .lessons/least.md
`;

describe('lessons show', () => {
  const shows = (argv: string, stdout: string) =>
    it(argv, async () => assert.deepEqual(await outcomeOf(argv, files), { code: 0, stdout, stderr: '' }));
  const refuses = (argv: string, message: string) =>
    it(argv, async () => assert.deepEqual(await outcomeOf(argv, files), refused(message, 'show')));

  shows('show LSN-0000000A', whole);
  shows('show lsn-0000000a', whole);
  shows('show 0000000a', whole);
  shows('show lsn-00c', least);
  shows('show 00C', least);
  refuses('show', 'Name one lesson by its id: lessons show ID. lessons list tells the ids.');
  refuses('show 00C 000', 'Name one lesson by its id: lessons show ID. lessons list tells the ids.');
  refuses(
    'show 000',
    '2 ids begin with "000". Write more of one:\n  LSN-0000000B  Newer than the other\n  LSN-0000000A  Anything on disk',
  );
  refuses(
    'show LSN-00D00000',
    'No lesson has the id "LSN-00D00000". The nearest:\n  LSN-00C00000  The least that is valid\n  LSN-0000000B  Newer than the other\n  LSN-0000000A  Anything on disk',
  );
  refuses('show newre', 'No lesson has the id "newre". The nearest:\n  LSN-0000000B  Newer than the other');
  refuses('show qqqqqqqq', 'No lesson has the id "qqqqqqqq". lessons list tells the ids.');

  it('gives JSON with the front matter, the body, and both ways of every relation', async () => {
    const { stdout, code, stderr } = await outcomeOf('show --format json 0000000A', files);
    assert.deepEqual([code, stderr], [0, '']);
    const { version, lesson } = JSON.parse(stdout) as { version: number; lesson: Record<string, unknown> };
    assert.equal(version, 1);
    const { relations, missing, problems, frontMatter, body, ...short } = lesson;
    assert.deepEqual(relations, {
      supersededBy: [{ id: 'LSN-0000000B', title: 'Newer than the other' }],
      supersedes: [{ id: 'LSN-00000099', title: null }],
      generalizes: [],
      generalizedBy: [],
      related: [{ id: 'LSN-0000000C', title: null }],
    });
    assert.deepEqual(missing, []);
    assert.deepEqual(
      (problems as { code: string }[]).map(({ code }) => code),
      ['pattern-invalid', 'id-unknown', 'id-unknown'],
    );
    assert.deepEqual((frontMatter as { references: unknown }).references, [
      { url: 'https://a.example/1' },
      { type: 'INCIDENT', url: 'https://a.example/2', access: 'internal' },
    ]);
    assert.equal(body, '\n## What happened\n\nThe disk \x1b[31mwas\x1b[0m full.\n');
    // What both commands say of a lesson, they say alike.
    const { lessons } = JSON.parse((await outcomeOf('list --format json --severity high', files)).stdout) as {
      lessons: readonly unknown[];
    };
    assert.deepEqual(lessons, [short]);
  });
});

describe('looking a lesson up', () => {
  const library = libraryOf('', 'id: LSN-1QJW0000');
  const check = (written: string, expected: string) =>
    it(JSON.stringify(written), () => {
      const lookup = lookUp(written, library);
      const lessons = lookup.kind === 'found' ? [lookup.lesson] : 'lessons' in lookup ? lookup.lessons : [];
      assert.equal(`${lookup.kind} ${lessons.map(({ id }) => id).join(' ')}`.trim(), expected);
    });
  check('LSN-00000001', 'found LSN-00000001');
  check(' 1qjw ', 'found LSN-1QJW0000');
  check('', 'ambiguous LSN-00000001 LSN-1QJW0000');
  check('lsn', 'ambiguous LSN-00000001 LSN-1QJW0000');
  check('LSN-2', 'unknown');
});

describe('relatives', () => {
  const library = libraryOf(
    'related: [LSN-00000001, LSN-00000002]\ngeneralizes: LSN-00000003',
    'related: LSN-00000001\nsuperseded_by: LSN-00000003',
    'supersedes: [LSN-00000002, LSN-00000004]',
  );
  const check = (at: number, expected: Readonly<Record<string, readonly string[]>>) =>
    it(`of lesson ${at}`, () => {
      const [lesson] = library.lessons.slice(at);
      assert.ok(lesson);
      const named = Object.entries(relativesOf(lesson, library)).filter(([, ids]) => ids.length > 0);
      assert.deepEqual(Object.fromEntries(named), expected);
    });
  check(0, { related: ['LSN-00000002'], generalizes: ['LSN-00000003'] });
  check(1, { related: ['LSN-00000001'], supersededBy: ['LSN-00000003'] });
  check(2, { supersedes: ['LSN-00000002', 'LSN-00000004'], generalizedBy: ['LSN-00000001'] });
});
