import assert from 'node:assert/strict';
import { keptLesson } from '../../src/core/lesson/keptLesson';
import { type ParsedLesson, parseLessonText } from '../../src/core/lesson/parse';
import { defaultPolicy, type Policy } from '../../src/core/lesson/policy';
import { blockOf, blocksIn, type KeptEntry } from '../../src/core/library/keptBlock';
import { SourceText } from '../../src/core/text';
import { lessonCorpus } from '../bench/lessonCorpus';

const policy = { ...defaultPolicy, added: { ...defaultPolicy.added, factors: ['moon-phase'] } };
const head = 'id: LSN-7K3QF2XM\ntitle: A title that is long enough\n';
const whole = `---
${head}status: accepted
advice: Mind the gap between them
confidence: low
applies_to:
  - {paths: [a/**, b], pattern: 'x\\(', flags: i}
  - {symbols: [a.b, c], exclude: test/}
  - {structure: 'charge($$$A)', languages: java, packages: [npm:left-pad]}
tests: {match: 'X('}
references: [https://a.example/b, {type: INCIDENT, url: https://a.example/c}]
factors: moon-phase
related: LSN-00000001
supersedes: [LSN-00000002, LSN-00000003]
affected: [{database_specific: {score: 1.5, hosts: [null, true]}}]
---
## What happened, in Zürich
`;
const parse = (text: string, path = '.lessons/a.md') => parseLessonText(path, new SourceText(text), policy);

/** What is kept of files, each with its text; nothing for a file that is parsed again. */
const entriesOf = (texts: readonly string[]) =>
  texts.flatMap((text, index): KeptEntry[] => {
    const path = `.lessons/${index}.md`;
    const parsed = parse(text, path);
    const kept = keptLesson(parsed, policy);
    return kept === undefined ? [] : [{ path, text, body: parsed.lesson?.body.value ?? '', ...kept }];
  });
const restored = (blocks: readonly Uint8Array[]) =>
  [...blocksIn(Buffer.concat(blocks))].flatMap((block) => [...block.entries()]);

/** With every range, and with the text, also those that are made when they are asked for. */
const plain = ({ lesson, ...rest }: ParsedLesson) => ({
  ...rest,
  lesson: lesson && {
    ...lesson,
    body: lesson.body.value,
    ranges: { keys: lesson.ranges.keys, places: lesson.ranges.places },
    scopes: lesson.scopes.map(({ ranges: { scope, paths, pattern, structure, symbols }, ...others }) => ({
      ...others,
      ranges: { scope, paths, pattern, structure, symbols },
    })),
  },
});

describe('a kept lesson', () => {
  it('comes back as it was parsed', () => {
    const entries = entriesOf([
      ...[whole, `---\n${head}---\n`, `---\n${head}---\n\uFEFFAn end without a line break`],
      ...lessonCorpus(200).map(({ text }) => text),
    ]);
    assert.equal(entries.length > 180, true);
    const back = restored([blockOf(entries.slice(0, 70)), blockOf([]), blockOf(entries.slice(70))]);
    assert.equal(back.length, entries.length);
    for (const [index, { text, parsed }] of back.entries()) {
      const { path = '', text: written = '', kept, places } = entries[index] ?? {};
      assert.deepStrictEqual(plain(parsed), plain(parse(written, path)));
      assert.deepStrictEqual(keptLesson(parsed, policy), { kept, places });
      assert.equal(text.value, written);
    }
  });

  it('tells by bytes whether a file is as it was', () => {
    const [entry] = restored([blockOf(entriesOf([`---\n${head}---\n`, whole]).slice(1))]);
    const same = (text: string) => entry?.text.hasBytes(new TextEncoder().encode(text));
    assert.deepEqual([whole, `${whole}\n`, whole.slice(1), whole.replace('Zürich', 'Zurich!')].map(same), [
      true,
      false,
      false,
      false,
    ]);
  });

  const checkUnkept = (what: string, text: string, under: Policy = policy) =>
    it(`is not made of ${what}`, () => assert.equal(keptLesson(parse(text), under), undefined));
  checkUnkept('a file with a mistake', `---\n${head}sevrity: low\n---\n`);
  checkUnkept('a scope that matches nothing', `---\n${head}applies_to: [{paths: a}, {}]\n---\n`);
  checkUnkept('what JSON cannot say', `---\n${head}affected: {database_specific: .nan}\n---\n`);
  checkUnkept('what the policy does not know', whole, defaultPolicy);
  checkUnkept('a file without a lesson', '---\ntitle: A title only\n---\n');

  it('keeps what is a matter of taste', () => {
    const [entry] = restored([blockOf(entriesOf([`---\n${head}applies_to: {pattern: a}\n---\n`]))]);
    assert.deepEqual(
      entry?.parsed.problems.map(({ code, severity }) => [code, severity]),
      [['pattern-untested', 'info']],
    );
  });
});
