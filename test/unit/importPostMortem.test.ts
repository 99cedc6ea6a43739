import assert from 'node:assert/strict';
import { isPostMortem } from '../../src/core/learn/imports/postMortem';
import { imported, lessonFrom } from './imported';

const lessonOf = (text: string, path = 'docs/2026-03-01-queue.md') =>
  lessonFrom(text, { path, kind: 'post-mortem' });

/** The sections of a lesson's body with what stands in them. */
function sectionsOf(text: string): Readonly<Record<string, string>> {
  const parts = lessonOf(text).body.value.split(/^## /m).slice(1);
  const sections = parts.map((part) => {
    const [heading = '', ...lines] = part.split('\n');
    return [heading, lines.join('\n').trim()] as const;
  });
  return Object.fromEntries(sections.filter(([heading, said]) => said !== '' && heading !== 'Source'));
}

describe('import of post-mortems', () => {
  const check = (what: string, text: string, expected: Readonly<Record<string, string>>) =>
    it(what, () => assert.deepEqual(sectionsOf(text), expected));

  check(
    'reads the template of Google',
    '# Queue stood still (incident #465)\n\n**Date:** 2026-03-01\n\n**Authors:** Jane Doe\n\n## Summary\nStill.\n\n## Impact\nAll.\n\n## Root Causes\nNo limit.\n\n## Trigger\nA batch.\n\n## Action Items\n\n| Action Item | Owner | Bug |\n|---|---|---|\n| Limit it | jdoe | n/a |\n\n## Lessons Learned\n\n### What went well\nAlerts.\n\n### Where we got lucky\nNight.\n',
    {
      'What happened': '**Date:** 2026-03-01\n\n### Summary\n\nStill.\n\n### Impact\n\nAll.',
      'Why it made sense': '### Root Causes\n\nNo limit.\n\n### Trigger\n\nA batch.',
      'What to do instead':
        '### Action Items\n\n| Action Item | Bug |\n|---|---|\n| Limit it | n/a |\n\n### Lessons Learned\n\n### What went well\nAlerts.\n\n### Where we got lucky\nNight.',
    },
  );
  check(
    'reads those of PagerDuty, Atlassian and Howie',
    '# Queue\n\n## Overview\na\n## Contributing Factors\nb\n## Participants\n- Jane\n## What Surprised Us\nc\n## Corrective actions\nd\n## What went well?\ne\n## Fault\nf\n',
    {
      'What happened': '### Overview\n\na\n\n### Fault\n\nf',
      'Why it made sense': '### Contributing Factors\n\nb\n\n### What Surprised Us\n\nc',
      'What to do instead': '### Corrective actions\n\nd',
      'What went well?': 'e',
    },
  );
  check(
    'keeps what it does not know, and what stands below a heading in it',
    '# Queue\n\nIt stood.\n\n## Timeline\n### 14:00\nStill.\n### 15:00\nRuns.\n## Graphs\nNone.\n### Of errors\nNone.\n',
    {
      'What happened': 'It stood.\n\n### Timeline\n\n### 14:00\nStill.\n### 15:00\nRuns.',
      Graphs: 'None.\n### Of errors\nNone.',
    },
  );
  check(
    'takes our own headings as they are, and code as code',
    '# Queue\n\n## What happened\n```md\n# Not a heading\n<b>@jane\n```\n## Why it made sense\nx\n## Does not apply to\nTests\n',
    {
      'What happened': '```md\n# Not a heading\n<b>@jane\n```',
      'Why it made sense': 'x',
      'Does not apply to': 'Tests',
    },
  );
  check('closes code that is never closed', '# Queue\n\n## Summary\n```\na\n', {
    'What happened': '### Summary\n\n```\na\n\n```',
  });
  check(
    'names nobody',
    '# Queue\n\n- Incident commander: Jane Doe\n- Reported by: Jane\n\n## Summary\n@janedoe told jane@acme.dev.\n\n- Limit it. Owner: Jane Doe\n\n## Attendees\nJane\n',
    { 'What happened': '### Summary\n\nsomeone told someone.\n\n- Limit it' },
  );

  const told = (what: string, text: string, expected: readonly unknown[], path?: string) =>
    it(what, () => {
      const { title, severity, frontMatter } = lessonOf(text, path);
      assert.deepEqual([title, frontMatter.occurred, severity], expected);
    });
  told(
    'takes title, day and severity from the front matter',
    '---\ntitle: "The queue: it stood"\ndate: 2026-03-02\nseverity: SEV1\n---\nIt stood.',
    ['The queue: it stood', '2026-03-02', 'critical'],
  );
  told('or from the text', '# The queue stood\n\n| Date | March 3, 2026 |\n| Severity | 2 |\n\nIt stood.', [
    ...['The queue stood', '2026-03-03', 'high'],
  ]);
  told('or from the title', '# 2026-03-04: queue\n\nIt stood.', [
    '2026-03-04: queue',
    '2026-03-04',
    'medium',
  ]);
  told('or from a heading for it', '# The queue stood\n\n### Date\n4 March 2026\n\nIt stood.', [
    ...['The queue stood', '2026-03-04', 'medium'],
  ]);
  told('or from the name', '## Summary\nIt stood.', ['2026 03 01 queue', '2026-03-01', 'medium']);

  it('takes links as what they are', () => {
    const { references } = lessonOf(
      '---\nurl: https://status.example/1\n---\n# The queue\n\nSee https://a.example/b, [x](https://github.com/a/b/issues/1), <https://github.com/a/b/commit/1234567>, http://a.example.\n',
    );
    assert.deepEqual(references, [
      { type: 'INCIDENT', url: 'https://status.example/1' },
      { type: 'ARTICLE', url: 'https://a.example/b' },
      { type: 'DISCUSSION', url: 'https://github.com/a/b/issues/1' },
      { type: 'GIT', url: 'https://github.com/a/b/commit/1234567' },
    ]);
  });

  it('says where there is nothing', () =>
    assert.deepEqual(imported('# Queue\n\n## Summary\n', { path: 'a.md', kind: 'post-mortem' }).faults, [
      { code: 'nothing-said' },
    ]));

  const isOne = (text: string, expected: boolean) =>
    it(`${expected ? 'knows' : 'leaves'} ${JSON.stringify(text)}`, () =>
      assert.equal(isPostMortem(text), expected));
  isOne('# Queue\n## Summary\na\n## Root cause\nb', true);
  isOne('# Post-mortem: the queue\n## Timeline\na', true);
  isOne('# Incident on 2026-03-01\n\nIt stood.', true);
  isOne('# How we handle an incident\n\n## Roles\na', false);
  isOne('# Library\n## Overview\na\n## Next steps\nb', true);
  isOne('# Library\n## Overview\na\n## Usage\nb', false);
});
