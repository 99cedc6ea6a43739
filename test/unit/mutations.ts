import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { lessonFiles } from './lessonFiles';

const demo = join('test', 'fixtures', 'demo', '.lessons');
const encoder = new TextEncoder();

/** The demo's lessons and files as people write them, as bytes. */
const seeds = fc.oneof(
  fc.constantFrom(...readdirSync(demo).map((name) => new Uint8Array(readFileSync(join(demo, name))))),
  lessonFiles.map((text) => encoder.encode(text)),
);

/** What YAML, Markdown, UTF-8 and our own format have opinions about. */
const tokens = [
  ...[
    '---\n',
    '...\n',
    ': ',
    '- ',
    '\n',
    '\r',
    '\r\n',
    '\t',
    '  ',
    '#',
    '"',
    "'",
    '|\n',
    '>\n',
    '|+9\n',
    '? ',
  ],
  ...[
    '[',
    ']',
    '{',
    '}',
    ',',
    '&a ',
    '*a',
    '*a, '.repeat(300),
    '!!binary ',
    '!',
    '<<: *a\n',
    '%YAML 1.1\n',
    '~',
  ],
  ...['\0', '\u2028', '\uFEFF', '\u{1F600}', '[['.repeat(400), '{a: '.repeat(200), '"\\', 'LSN-7K3QF2XM'],
  ...[
    'id:',
    'title:',
    'status: accepted\n',
    'applies_to:\n',
    'paths: ',
    "pattern: '(a+)+$'\n",
    'symbols: ',
    'tests:\n',
  ],
  ...[
    '  match: ',
    '{a,b}'.repeat(30),
    '@someone ',
    'x@y.zz ',
    '```\n',
    'should have ',
    '2026-02-30',
    '12e4567',
    '0x',
  ],
].map((token) => encoder.encode(token));
const pieces = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...tokens) },
  { weight: 1, arbitrary: fc.uint8Array({ minLength: 1, maxLength: 8 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      new Uint8Array([0xff]),
      new Uint8Array([0xe2, 0x82]),
      new Uint8Array([0xed, 0xa0, 0x80]),
    ),
  },
);

/** Takes a stretch out of a file, and puts a piece, or a stretch of its own, in its place. */
const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat(12), fc.nat(400)),
  insert: fc.option(pieces),
  from: fc.double({ min: 0, max: 1, noNaN: true }),
});

/** Mutated lesson files, and now and then nothing but random bytes. */
export const mutatedFiles = fc.oneof(
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }) },
  {
    weight: 30,
    arbitrary: fc.tuple(seeds, fc.array(mutation, { minLength: 1, maxLength: 6 })).map(([seed, mutations]) =>
      mutations.reduce((bytes, { at, length, insert, from }) => {
        const start = Math.floor(at * bytes.length);
        const copy = Math.floor(from * bytes.length);
        const put = insert ?? bytes.subarray(copy, copy + length);
        return Buffer.concat([bytes.subarray(0, start), put, bytes.subarray(start + length)]);
      }, Buffer.from(seed)),
    ),
  },
);
