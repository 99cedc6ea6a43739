import assert from 'node:assert/strict';
import type { SheetKind } from '../../src/core/lesson/keyPath';
import { parseLessonText } from '../../src/core/lesson/parse';
import { SourceText } from '../../src/core/text';
import { offered } from './authorContext';
import { accepted, cursorIn } from './cursorText';

const inLesson = (keys: string) => `---\n${keys}\n---\n\n## Body\n`;

const tens = (name: string) => Array.from({ length: 10 }, (_, at) => `${name}${at}`);

describe('completions', () => {
  describe('labels', () => {
    const checkFile = (written: string, expected: readonly string[], kind: SheetKind = 'lesson') =>
      it(JSON.stringify(written), async () =>
        assert.deepEqual(
          (await offered(written, kind)).map(({ label }) => label),
          expected,
        ),
      );
    const check = (keys: string, ...expected: readonly string[]) => checkFile(inLesson(keys), expected);
    const checkConfig = (keys: string, ...expected: readonly string[]) => checkFile(keys, expected, 'config');

    check('severity: |', 'critical', 'high', 'medium', 'low');
    check(
      'origin: |',
      'incident',
      'near-miss',
      'advisory',
      'review',
      'test',
      'audit',
      'external',
      'game-day',
    );
    check('status: pro|', 'proposed', 'accepted', 'rejected', 'deprecated', 'superseded');
    check('tests:\n  |', 'match', 'no_match');
    check('tests: {match: x, |}', 'no_match');
    check('created: |', '2026-11-22');
    check('review_by: |', '2028-05-22');
    check('severity: high\nreview_by: |', '2027-11-22');
    check('severity: nonsense\nreview_by: |', '2028-05-22');
    check('controls:\n  - due: |', '2026-12-22', '2027-02-22');
    check('related: |', 'LSN-00000001', 'LSN-00000002');
    check('related:\n  - LSN-00000001\n  - |', 'LSN-00000002');
    check('id: LSN-00000001\nsupersedes: [|]', 'LSN-00000002');
    check('id: |', 'LSN-7K3QF2XM');
    check('id: LSN-0000000|1');
    check('tags: |', 'net', 'a: b');
    check('tags: [net, |]', 'a: b');
    check('owners:\n  - |', '@core');
    check('aliases: |');
    check('title: |');
    check('applies_to:\n  - pattern: |');
    check('applies_to:\n  - flags: |', 'i', 's', 'is');
    check('applies_to:\n  - languages: [python, |]', 'typescript');
    check('applies_to:\n  - when: |', 'edit', 'add', 'delete', 'any');
    check('evidence:\n  - commit: |');
    check('references:\n  - |', ...['type', 'url', 'access']);
    check('references:\n  - type: FIX\n    url: |');
    check('x-own: |');
    check('advice: >-\n  fol|ded');

    check(
      'applies_to:\n  - paths: |',
      ...['@types/', 'src/', 'tools/', 'README.md', 'package.json'],
      ...['**', '*.ts', '*.json', '*.md', '*.proto', '*.py'],
    );
    check('applies_to:\n  - paths: src/|', ...['http/', 'app.ts', '**', '*.ts', '**/*.ts', '**/*.proto']);
    check('applies_to:\n  - paths: src/ht|', 'http/', 'app.ts', '**', '*.ts', '**/*.ts', '**/*.proto');
    check(
      'applies_to:\n  - paths:\n      - src/**\n      - src/|',
      'http/',
      'app.ts',
      '*.ts',
      '**/*.ts',
      '**/*.proto',
    );
    check(
      'applies_to:\n  - paths: src/http/|',
      '[id].ts',
      'retry.ts',
      'wire.proto',
      '**',
      '*.ts',
      '*.proto',
      '**/*.ts',
      '**/*.proto',
    );
    check('applies_to:\n  - paths: src/**/|', '*.ts', '*.proto');
    check(
      "applies_to:\n  - paths: '*|'",
      '@types/',
      'src/',
      'tools/',
      'README.md',
      'package.json',
      '**',
      '*.ts',
      '*.json',
      '*.md',
      '*.proto',
      '*.py',
    );
    check('applies_to:\n  - paths: src/|http/retry.ts', 'http', 'app.ts');
    check('applies_to:\n  - paths: nowhere/|', '**');
    check('applies_to:\n  - paths: ../|');
    check('applies_to:\n  - paths: many/f299|', 'f299', ...tens('f299'), '**');
    check('evidence:\n  - path: src/http/|', '[id].ts', 'retry.ts', 'wire.proto');

    check(
      'applies_to:\n  - paths: a\n    symbols: |',
      'Retry',
      'Retry.run',
      'stop',
      'Wire.run',
      '#secret',
      'a',
    );
    check(
      'applies_to:\n  - paths: a\n    symbols: [stop, Wire.run, |]',
      'Retry',
      'Retry.run',
      '#secret',
      'a',
    );
    check('applies_to:\n  - symbols: |', 'open');
    check(
      'evidence:\n  - symbol: |\n    path: src/http/[id].ts',
      'Retry',
      'Retry.run',
      'stop',
      'Wire.run',
      '#secret',
      'ts',
    );

    checkFile(`${inLesson('id: a')}See LSN-|`, ['LSN-00000001', 'LSN-00000002']);
    checkFile(`${inLesson('id: a')}See |`, []);
    checkFile('|', ['A whole lesson']);
    checkConfig(
      '|',
      'factors',
      'origins',
      'review_months',
      'budget',
      'wording_off',
      'ignore',
      'suggest_words',
    );
    checkConfig('budget:\n  |', 'lessons_per_file', 'findings_per_symbol', 'hits_per_lesson');
    checkConfig('budget:\n  lessons_per_file: |', '3');
    checkConfig('review_months:\n  high: |', '12');
    checkConfig('factors:\n  - |');
    checkConfig(
      'wording_off: [counterfactual, |]',
      'blame-error',
      'blame-person',
      'blame-trait',
      'blame-fault',
      'personal-email',
      'personal-handle',
      'what-to-do-missing',
    );
    checkConfig(
      'ignore: s|',
      '@types/',
      'gen/',
      'src/',
      'tools/',
      'README.md',
      'package.json',
      '**',
      '*.ts',
      '*.json',
      '*.md',
      '*.proto',
      '*.py',
    );
  });

  describe('what is written', () => {
    /** The front matter after the entry of that name was taken, with the cursor as `|`. */
    const check = (keys: string, label: string, expected: string) =>
      it(`${JSON.stringify(keys)}: ${label}`, async () => {
        const { text } = cursorIn(inLesson(keys));
        const entry = (await offered(inLesson(keys), 'lesson')).find((known) => known.label === label);
        assert.ok(entry);
        const result = accepted(text, entry);
        const written = `${result.text.slice(0, result.cursor)}|${result.text.slice(result.cursor)}`;
        assert.equal(written, inLesson(expected));
      });

    check('id: a\nsev|', 'severity', 'id: a\nseverity: |');
    check('sev|erity: high', 'status', 'status|: high');
    check('"sev|": high', 'severity', '"severity"|: high');
    check('id: a\n|', 'factors', 'id: a\nfactors:\n  - |');
    check('id: a\n|', 'tests', 'id: a\ntests:\n  |');
    check('id: a\n|', 'applies_to', 'id: a\napplies_to:\n  - |');
    check('applies_to:\n  - |', 'paths', 'applies_to:\n  - paths:\n      - |');
    check('applies_to:\n  -|', 'flags', 'applies_to:\n  - flags: |');
    check('applies_to:\n  - paths: a\n  |', '- paths', 'applies_to:\n  - paths: a\n  - paths:\n      - |');
    check('applies_to:\n  - paths: a\n  |', 'flags', 'applies_to:\n  - paths: a\n    flags: |');
    check('applies_to:\n  - paths: a\n  |', 'title', 'applies_to:\n  - paths: a\ntitle: |');
    check('applies_to:\n  - paths: a\n  tit|', 'title', 'applies_to:\n  - paths: a\ntitle: |');
    check('applies_to:\n  - paths: a\n  -|', 'paths', 'applies_to:\n  - paths: a\n  - paths:\n      - |');
    check('applies_to: |', 'symbols', 'applies_to:\n  - symbols:\n      - |');
    check('applies_to:|', 'when', 'applies_to:\n  - when: |');
    check('applies_to:\n|', 'when', 'applies_to:\n  - when: |');
    check('applies_to:\n  |', 'pattern', "applies_to:\n  - pattern: '|'");
    check('applies_to: {|}', 'paths', 'applies_to: {paths: [|]}');
    check('tests:\n|', 'match', 'tests:\n  match:\n    - |');
    check('|:\n  - paths: a', 'applies_to', 'applies_to|:\n  - paths: a');
    check('id: a\nap|\n  - paths: a', 'applies_to', 'id: a\napplies_to:|\n  - paths: a');
    check('references:\n  - |', 'url', 'references:\n  - url: https://|');
    check('severity:|', 'high', 'severity: high|');
    check('severity: hi|gh # bad', 'low', 'severity: low| # bad');
    check("severity: 'hi|'", 'low', "severity: 'low'|");
    check("severity: 'hi|", 'low', "severity: 'low'|");
    check('factors: [tooling, |]', 'vendor', 'factors: [tooling, vendor|]');
    check('factors: [tooling, |', 'vendor', 'factors: [tooling, vendor|');
    check('factors:\n  - tooling\n  |', 'vendor', 'factors:\n  - tooling\n  - vendor|');
    check('factors:\n|', 'vendor', 'factors:\n  - vendor|');
    check('tags: |', 'a: b', "tags: 'a: b'|");
    check('tags: ["|"]', 'a: b', 'tags: ["a: b"|]');
    check('owners: @c|', '@core', "owners: '@core'|");
    check('applies_to:\n  - paths: *.|', '*.ts', "applies_to:\n  - paths: '*.ts'|");
    check('applies_to:\n  - paths: sr|', 'src/', 'applies_to:\n  - paths: src/|');
    check("applies_to:\n  - paths: 'sr|'", 'src/', "applies_to:\n  - paths: 'src/|'");
    check('applies_to:\n  - paths: |', '@types/', "applies_to:\n  - paths: '@types/|'");
    check('applies_to:\n  - paths: src/http/|', '[id].ts', 'applies_to:\n  - paths: src/http/\\[id\\].ts|');
    check('applies_to: {paths: src/http/|}', '[id].ts', "applies_to: {paths: 'src/http/\\[id\\].ts'|}");
    check(
      'applies_to:\n  - paths: s|/http/retry.ts',
      'tools',
      'applies_to:\n  - paths: tools/http/retry.ts|',
    );
    check(
      'applies_to:\n  - paths: a\n    symbols: |',
      '#secret',
      "applies_to:\n  - paths: a\n    symbols: '#secret'|",
    );
    check('evidence:\n  - path: tools/a b/|', 'run.py', 'evidence:\n  - path: tools/a b/run.py|');
  });

  it('begin a lesson that only waits to be filled', async () => {
    for (const written of ['|', '---|', '---\n|', '---\n|\n---\n']) {
      const [entry] = await offered(written, 'lesson');
      assert.ok(entry);
      const { text } = accepted(cursorIn(written).text, entry);
      const { problems } = parseLessonText('a', new SourceText(text));
      assert.deepEqual(
        problems.map(({ code }) => code),
        ['scope-empty'],
      );
      assert.equal(text.includes('## What happened'), !written.endsWith('---\n'));
    }
  });

  it('say which keys a lesson needs, and what holds without the others', async () => {
    const entries = await offered(inLesson('status: proposed\n|'), 'lesson');
    const told = entries.slice(0, 9).map(({ label, description }) => `${label}: ${description}`);
    assert.deepEqual(told, [
      ...['id: required', 'title: required', 'advice: needed to accept', 'confidence: needed to accept'],
      ...['applies_to: needed to accept', 'references: needed to accept', 'factors: needed to accept'],
      ...['severity: default: medium', 'level: default: what severity and confidence give'],
    ]);
  });

  it('say what a value means, and how many lessons have it', async () => {
    const entries = await offered(inLesson('factors: [tooling, |]'), 'lesson');
    const told = entries.map(({ label, description }) => `${label}: ${description}`);
    assert.match(told[0] ?? '', /^incentive: in 1 lesson: [A-Z]/);
    assert.match(told[1] ?? '', /^default-unsafe: [A-Z]/);
    assert.equal(told.at(-1), 'vendor: A word of your team, from config.yaml.');
  });

  it('say where what is further out would go', async () => {
    const entries = await offered(inLesson('controls:\n  - kind: lint\n  |'), 'lesson');
    const told = entries.map(({ label, where }) => (where === undefined ? label : `${label} ${where}`));
    assert.deepEqual(told.slice(0, 10), [
      ...['effect', 'status', 'ref', 'due'],
      ...['- kind in controls', '- effect in controls', '- status in controls', '- ref in controls'],
      ...['- due in controls', 'id at the top'],
    ]);
    assert.equal(told.includes('status at the top'), true);
  });

  it('show what others wrote as text', async () => {
    const [, lesson] = await offered(inLesson('related: |'), 'lesson');
    assert.equal(lesson?.description, 'Über *alles* & `mehr`');
    assert.match(lesson?.documentation ?? '', /\*\*Über \\\*alles\\\* \\& \\`mehr\\`\*\*/);
    assert.doesNotMatch(lesson?.documentation ?? '', /\]\(http/);
  });

  it('come back to the keys that go on', async () => {
    const entries = await offered(inLesson('status: proposed\n|'), 'lesson');
    const goingOn = entries.filter(({ goesOn }) => goesOn).map(({ label }) => label);
    assert.deepEqual(goingOn, [
      ...['id', 'confidence', 'applies_to', 'references', 'factors', 'severity', 'level', 'tests', 'created'],
      ...[
        'occurred',
        'review_by',
        'withdrawn',
        'kind',
        'origin',
        'controls',
        'evidence',
        'affected',
        'related',
      ],
      ...['generalizes', 'supersedes', 'superseded_by', 'tags', 'owners'],
    ]);
  });
});
