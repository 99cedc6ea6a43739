import assert from 'node:assert/strict';
import fc from 'fast-check';
import { keyHover } from '../../src/core/author/keyHover';
import type { SheetKind } from '../../src/core/lesson/keyPath';
import { defaultPolicy } from '../../src/core/lesson/policy';
import { buildLibrary } from '../../src/core/library/library';
import { keyMeaning } from '../../src/core/present/keyWording';
import { SourceText } from '../../src/core/text';
import { cursorIn } from './cursorText';
import { lessonFiles } from './lessonFiles';
import { parsed } from './lessons';

const library = buildLibrary(
  parsed(
    'title: Spoilt [by](command:x) markup\nadvice: Load ![an image](https://a.b/c.png) at once\nstatus: accepted',
  ),
  {
    policy: { ...defaultPolicy, added: { factors: ['vendor'], origins: [] } },
    policyProblems: [],
  },
);

const hoverOf = (written: string, kind: SheetKind) => {
  const { text, position } = cursorIn(written);
  return { text, told: keyHover(text, position, kind, library) };
};

describe('hovers in lesson files', () => {
  /** The word that is explained, and how the explanation begins. */
  const checkIn = (kind: SheetKind, written: string, expected: string | undefined) =>
    it(JSON.stringify(written), () => {
      const { text, told } = hoverOf(written, kind);
      const word =
        told && text.line(told.range.start.line).slice(told.range.start.character, told.range.end.character);
      const line = told?.markdown.split('\n')[0]?.slice(0, 40);
      assert.equal(told && `${word} > ${line}`, expected);
    });
  const check = (keys: string, expected?: string) =>
    checkIn('lesson', `---\n${keys}\n---\n\nSee LSN-00000001.\n`, expected);

  check('sev|erity: high', 'severity > **severity**: How much harm it does if i');
  check('|severity: high', 'severity > **severity**: How much harm it does if i');
  check('severity: hi|gh', 'high > **high**: Many users stopped, or a lot o');
  check('severity: wo|rse');
  check('title: One: two\nseverity: hi|gh', 'high > **high**: Many users stopped, or a lot o');
  check('title: Some wo|rds');
  check('strange|: x');
  check('x-own|: x', 'x-own > **x-own**: A key of your own: any value,');
  check('applies_to: [{pa|ths: a}]', 'paths > **paths**: Files by glob, relative to th');
  check('factors: [tooling, ven|dor]', 'vendor > **vendor**: A word of your team, from co');
  check('related: LSN-0000|0001', 'LSN-00000001 > **Spoilt \\[by\\]\\(command:x\\) markup**');
  check('related: LSN-9999|9999');
  check('severity:  | # high');
  check('# sever|ity');
  checkIn(
    'lesson',
    '---\nid: a\n---\nSee LSN-|00000001.',
    'LSN-00000001 > **Spoilt \\[by\\]\\(command:x\\) markup**',
  );
  checkIn('lesson', '---\nid: a\n---\nseve|rity: high', undefined);
  checkIn('config', 'review_months:\n  hi|gh: 3', 'high > **high**: The months for lessons of high');
  checkIn(
    'config',
    'wording_off: counter|factual',
    'counterfactual > **counterfactual**: What should have bee',
  );

  it('tell meaning, values, default and an example', () => {
    const { told } = hoverOf('---\nconfid|ence: high\n---\n', 'lesson');
    assert.equal(
      told?.markdown,
      [
        `**confidence**: ${keyMeaning('lesson', ['confidence'])?.meaning}`,
        '- `high`: What it says is proven, and where it applies is nearly always the right place.\n- `medium`: Most likely right, but it may show in places that are fine.\n- `low`: A guess that is worth keeping.',
        'A lesson needs it to be accepted.',
        'Default: medium',
        '```yaml\nconfidence: high\n```',
      ].join('\n\n'),
    );
  });

  it('show a lesson without its markup', () => {
    const { told } = hoverOf('---\nrelated: LSN-0000000|1\n---\n', 'lesson');
    assert.match(told?.markdown ?? '', /LSN-00000001 · \*medium severity, medium confidence, accepted\*/);
    assert.doesNotMatch(told?.markdown ?? '', /(?<!\\)\]\(|!\[/);
  });

  it('are answered at every position', () => {
    fc.assert(
      fc.property(lessonFiles, fc.nat(), (file, at) => {
        const text = new SourceText(file);
        const position = text.positionAt(at % (text.value.length + 1));
        for (const kind of ['lesson', 'config'] as const) {
          assert.notEqual(keyHover(text, position, kind, library)?.markdown, '');
        }
      }),
    );
  });
});
