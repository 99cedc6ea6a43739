import assert from 'node:assert/strict';
import { addToLesson } from '../../src/core/learn/addToLesson';
import type { Draft } from '../../src/core/learn/draft';
import { SourceText } from '../../src/core/text';

describe('adding a draft to a lesson', () => {
  const head = '---\nid: LSN-00000001\ntitle: A title of length # kept\n';
  const check = (what: string, yaml: string, draft: Partial<Draft>, expected: string | undefined) =>
    it(what, () => {
      const whole = { id: 'LSN-00000002', title: 'Another title', created: '2026-01-01', ...draft };
      const after = addToLesson(new SourceText(`${head}${yaml}---\n\nIts story.\n`), whole);
      assert.equal(
        after?.value,
        expected === undefined ? undefined : `${head}${expected}---\n\nIts story.\n`,
      );
    });

  check('that knows nothing new', 'tags: a\n', { tags: ['b'], advice: 'Do it otherwise' }, 'tags: a\n');
  check(
    'with another scope and its example',
    'applies_to:\n  - symbols: f\ntests:\n  match: f(1)\n',
    { scopes: [{ pattern: 'g\\(', paths: ['a.ts'] }], examples: ['g(1)'], counterexamples: ['h(1)'] },
    'applies_to:\n  - symbols: f\n  - pattern: g\\(\n    paths:\n      - a.ts\ntests:\n  match:\n    - f(1)\n    - g(1)\n  no_match:\n    - h(1)\n',
  );
  check(
    'with what it has already',
    'applies_to: {symbols: f}\ntests: {match: [f(1)]}\nreferences: https://a.example/1/\naliases: CVE-2026-1\n',
    {
      scopes: [{ symbols: ['f'] }],
      examples: ['f(1)'],
      references: [{ type: 'INCIDENT', url: 'https://A.example/1' }],
      aliases: ['cve-2026-1'],
    },
    'applies_to: {symbols: f}\ntests: {match: [f(1)]}\nreferences: https://a.example/1/\naliases: CVE-2026-1\n',
  );
  check(
    'with another incident and its place',
    'references:\n  - https://a.example/1 # the first\n',
    {
      references: [{ type: 'INCIDENT', url: 'https://a.example/2' }],
      evidence: [{ path: 'a.ts', lines: '3' }],
    },
    "references:\n  - https://a.example/1 # the first\n  - type: INCIDENT\n    url: https://a.example/2\nevidence:\n  - path: a.ts\n    lines: '3'\n",
  );
  check('that is broken', 'applies_to: [\n', { scopes: [{ symbols: ['f'] }] }, undefined);
});
