import fc from 'fast-check';

/** Texts that YAML has opinions about. */
const text = fc.oneof(
  fc.constantFrom(
    ...['plain words here', "it's quoted", 'a: b, with colon', '# no comment', '- no list', '12e4567', 'yes'],
    ...[
      'null',
      '~',
      'true',
      '1.0',
      '[a]',
      '{a}',
      '*star',
      '&amp',
      '!bang',
      'x # y',
      '"both" \'quotes\'',
      ' ',
    ],
    ...['trailing ', '%', '@at', '`tick`', 'ünï😀', 'two\nlines', 'tab\there', '---', '...', '? q', '|', '>'],
  ),
  fc.string({ minLength: 1, maxLength: 30 }),
);
const words = fc.array(text, { maxLength: 4 });
const id = fc.constantFrom('LSN-00000001', 'LSN-7K3QF2XM', 'LSN-ZZZZZZZZ');

/** Front matters that keep to the format, as data. */
export const frontMatters = fc.record(
  {
    id,
    title: fc.string({ minLength: 8, maxLength: 100 }),
    advice: fc.string({ minLength: 10, maxLength: 240 }),
    status: fc.constantFrom('proposed', 'accepted', 'rejected'),
    severity: fc.constantFrom('critical', 'high', 'medium', 'low'),
    applies_to: fc.array(
      fc.record(
        {
          paths: fc.array(fc.constantFrom('src/', '*.ts', '**/a b.c', 'x'), { minLength: 1, maxLength: 3 }),
          symbols: fc.array(fc.constantFrom('f', 'A.b', '*.c'), { minLength: 1, maxLength: 3 }),
          pattern: fc.constantFrom('a+', "it's \\d", 'x: y # z'),
        },
        { requiredKeys: ['symbols'], noNullPrototype: true },
      ),
      { minLength: 1, maxLength: 3 },
    ),
    tests: fc.record({ match: words, no_match: words }, { noNullPrototype: true }),
    references: fc.array(
      fc.record(
        { type: fc.constantFrom('INCIDENT', 'FIX'), url: fc.constant('https://a.example/1?b=c#d') },
        { noNullPrototype: true },
      ),
      { maxLength: 3 },
    ),
    created: fc.constant('2026-01-31'),
    factors: fc.array(fc.constantFrom('tooling', 'incentive'), { maxLength: 2 }),
    aliases: words,
    tags: words,
    related: fc.array(id, { maxLength: 2 }),
  },
  { requiredKeys: ['id', 'title'], noNullPrototype: true },
);

/** How one key may be written by hand. */
const writtenKeys: Readonly<Record<string, readonly string[]>> = {
  id: ['id: LSN-7K3QF2XM', 'id:   "LSN-7K3QF2XM"   # the identity', "'id': 'LSN-7K3QF2XM'"],
  title: ['title: A title of some length', "title: 'It''s: quoted'", 'title: >-\n  A folded\n  title here'],
  advice: [
    'advice: |\n  Do this first.\n\n  Then that.\n',
    'advice: "Say \\"no\\""  # c',
    'advice:',
    'advice: |+\n  Keep.\n\n',
  ],
  status: [
    'status: proposed',
    'status: "proposed" # until reviewed',
    'status:',
    'status: # none yet',
    "status:\n  'proposed'",
  ],
  severity: ['severity: high', 'severity: &s high'],
  applies_to: [
    'applies_to:\n  - paths: src/ # here\n    # and\n    symbols: [a, b]\n\n  - symbols: c',
    'applies_to: {symbols: a}',
    'applies_to: [{symbols: a}, {paths: "*.ts", pattern: "x\\\\("}]',
    'applies_to:\n- symbols: a\n# at the left\n- symbols: b',
  ],
  references: [
    'references: https://a.example/1 # the report',
    'references:\n  # first\n  - https://a.example/1\n  - type: FIX # second\n    url: https://a.example/2 # c\n  # last',
    'references: []',
    'references: [https://a.example/1, ]',
    'references:\n    - {type: INCIDENT, url: "https://a.example/1"}',
    'references:',
  ],
  factors: [
    'factors: tooling',
    'factors: [tooling,\n  incentive]',
    'factors:\n- tooling',
    'factors: # none',
    'factors:\n  # none',
  ],
  tags: ['tags: &t [a, b]', 'tags:\n  - a\n\n  - |\n    b\n  - c # last', 'tags: a'],
  aliases: ['aliases: *t', 'aliases: x'],
  'x-team': ['x-team: {a: [1, 2.50, 0x1F], b: ~}', 'x-team:\n  deep:\n    - # odd\n      q: 1e3'],
  strange: ['strange: kept'],
};

const comment = fc.constantFrom('', '', '# a remark\n', '\n', '  # indented\n\n', '#\n');

/** Lesson files as people write them: any order and style, comments anywhere, anchors, CRLF, byte order marks. */
export const lessonFiles = fc
  .record({
    keys: fc.shuffledSubarray(Object.keys(writtenKeys), { minLength: 1 }),
    choice: fc.array(fc.nat(11), { minLength: 20, maxLength: 20 }),
    comments: fc.array(comment, { minLength: 20, maxLength: 20 }),
    body: fc.constantFrom(
      '',
      '\n## What happened\n\nText --- with\n---\nlines\n',
      'no blank line before',
      '\n\n\n',
    ),
    crlf: fc.boolean(),
    mark: fc.boolean(),
  })
  .map(({ keys, choice, comments, body, crlf, mark }) => {
    const lines = keys.map((key, at) => {
      const styles = writtenKeys[key] ?? [];
      return `${comments[at]}${styles[(choice[at] ?? 0) % styles.length]}\n`;
    });
    const text = `---\n${lines.join('')}${comments[19]}---\n${body}`;
    return `${mark ? '\uFEFF' : ''}${crlf ? text.replaceAll('\n', '\r\n') : text}`;
  });
