import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fixAll } from '../../src/core/edit/fixAll';
import { fixesFor } from '../../src/core/edit/fixes';
import { rewrite } from '../../src/core/edit/rewrite';
import { parseConfig } from '../../src/core/lesson/config';
import { decodeLesson } from '../../src/core/lesson/decode';
import { findFrontMatter } from '../../src/core/lesson/frontMatterBlock';
import { parseLesson } from '../../src/core/lesson/parse';
import { defaultPolicy } from '../../src/core/lesson/policy';
import { fixTitle } from '../../src/core/present/fixWording';
import { problemMessage } from '../../src/core/present/problemWording';
import { SourceText } from '../../src/core/text';
import { applyEdits, editsBetween } from '../../src/core/textEdit';
import { mutatedFiles } from './mutations';

/** `npm run fuzz` asks for many more cases, with a seed of its own. */
const numRuns = Number(process.env.LESSONS_FUZZ_CASES ?? 5000);
const seed = Number(process.env.LESSONS_FUZZ_SEED ?? 1);
const facts = { today: '2026-01-31', policy: defaultPolicy, newId: () => 'LSN-00000009' };
/** No file may take longer; measured for the report, as a busy machine is no fault of a file. */
const slow = { ms: 0, bytes: new Uint8Array() };

describe('any bytes', () => {
  const { stackTraceLimit } = Error;
  before(() => {
    // Mocha keeps whole stacks, and a broken file costs the YAML library an error at each of a thousand depths.
    Error.stackTraceLimit = 10;
  });
  it(`are read, mended and rewritten without an exception or a lost byte (${numRuns})`, () => {
    fc.assert(
      fc.property(
        mutatedFiles,
        fc.constantFrom('fix', 'rewrite', 'rewrite', 'config', 'read', 'read'),
        (bytes, then) => {
          const { problems } = timed(bytes, () => parseLesson('.lessons/a.md', bytes));
          if (then === 'config') {
            parseConfig('.lessons/config.yaml', bytes);
          }
          const decoded = decodeLesson(bytes);
          if (decoded.kind === 'problem') {
            return;
          }
          for (const problem of problems) {
            assert.match(problemMessage(problem), /\S/);
            const { start, end } = problem.range;
            assert.ok(decoded.text.offsetAt(start) <= decoded.text.offsetAt(end));
            for (const fix of then === 'fix' ? fixesFor(decoded.text, problem, facts) : []) {
              assert.match(fixTitle(fix), /\S/);
            }
          }
          const raw = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
          if (then === 'fix') {
            checkBody(raw, fixAll('.lessons/a.md', raw, facts).raw);
          } else if (then === 'rewrite') {
            checkRewrite(raw);
          }
        },
      ),
      { numRuns, seed },
    );
  }).timeout(0);

  after(() => {
    Error.stackTraceLimit = stackTraceLimit;
    if (process.env.LESSONS_FUZZ_CASES !== undefined) {
      const best = Math.min(...[1, 2, 3, 4, 5].map(() => timeOf(() => parseLesson('a', slow.bytes))));
      console.log(
        `    slowest file: ${slow.bytes.length} bytes, ${best.toFixed(1)} ms at best of five, ${slow.ms.toFixed(1)} ms when met`,
      );
      assert.ok(best < 50, 'a file takes longer than 50 ms');
    }
  });
});

function timed<T>(bytes: Uint8Array, run: () => T): T {
  const start = performance.now();
  const result = run();
  const ms = performance.now() - start;
  if (ms > slow.ms) {
    Object.assign(slow, { ms, bytes });
  }
  return result;
}

function timeOf(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** A rewriting keeps every line that is not its own, to the byte, whatever the line breaks are. */
function checkRewrite(raw: string): void {
  const before = new SourceText(raw);
  const after = rewrite(before, [{ kind: 'set', key: 'status', value: 'accepted' }]);
  if (after === undefined) {
    return;
  }
  const edits = editsBetween(before, after);
  assert.ok(edits.length <= 1);
  const changed = applyEdits(raw, edits);
  checkBody(raw, changed);
  assert.equal(new SourceText(changed).value, after.value);
}

/** Whatever is done to the front matter, the text below it stays, to the byte. */
function checkBody(before: string, after: string): void {
  const body = bodyOf(before);
  assert.equal(body === undefined ? before : bodyOf(after), body ?? after);
}

function bodyOf(raw: string): string | undefined {
  const text = new SourceText(raw);
  const block = findFrontMatter(text);
  if (block.kind !== 'found') {
    return undefined;
  }
  const lines = raw.match(/[^\r\n]*(?:\r\n|\r|\n|$)/g) ?? [];
  return lines.slice(text.positionAt(block.bodyStart).line).join('');
}
