import assert from 'node:assert/strict';
import fc from 'fast-check';
import { placesAt } from '../../src/core/author/cursor';
import type { Place } from '../../src/core/author/place';
import type { SheetKind } from '../../src/core/lesson/keyPath';
import { SourceText } from '../../src/core/text';
import { lessonFiles } from './lessonFiles';
import { runs } from './runs';

/** A text and the place of the `|` in it. */
function cursorIn(written: string): { text: SourceText; position: { line: number; character: number } } {
  const offset = new SourceText(written).value.indexOf('|');
  const text = new SourceText(written.replace('|', ''));
  return { text, position: text.positionAt(offset) };
}

/** A place in a line: what it is, the way there, what is replaced, and what has to go before. */
function shape(place: Place, { text }: { text: SourceText }): string {
  const { start, end } = place.range;
  const replaced = `<${text.line(start.line).slice(start.character, end.character)}>`;
  const aside = 'isAside' in place && place.isAside ? 'or ' : '';
  switch (place.kind) {
    case 'key': {
      const lead = place.lead === '' ? '' : ` lead ${JSON.stringify(place.lead)}`;
      const given = place.given.size === 0 ? '' : ` beside ${[...place.given.keys()].join()}`;
      const tail = place.tail === 'nothing' ? '' : ` before ${place.tail}`;
      return `${aside}key ${place.path.join('.')} ${replaced}${given}${tail}${lead} @${place.indent}`;
    }
    case 'value': {
      const lead = place.lead === '' ? '' : ` lead ${JSON.stringify(place.lead)}`;
      const others = place.others.length === 0 ? '' : ` beside ${place.others.join()}`;
      return `${aside}value ${place.path.join('.')} ${replaced}${others}${lead}`;
    }
    default:
      return `${place.kind} ${replaced}${place.kind === 'start' ? ` ${place.fences}` : ''}`;
  }
}

describe('the place of a cursor', () => {
  const checkIn = (kind: SheetKind, written: string, expected: readonly string[]) =>
    it(JSON.stringify(written), () => {
      const { text, position } = cursorIn(written);
      assert.deepEqual(
        placesAt(text, position, kind).map((place) => shape(place, { text })),
        expected,
      );
    });
  const checkFile = (written: string, ...expected: readonly string[]) => checkIn('lesson', written, expected);
  const checkConfig = (written: string, ...expected: readonly string[]) =>
    checkIn('config', written, expected);
  /** Inside the front matter of a lesson. */
  const check = (written: string, ...expected: readonly string[]) =>
    checkIn('lesson', `---\n${written}\n---\n\n## Body\n`, expected);

  describe('keys', () => {
    check('|', 'key  <> @0');
    check('id: a\n|', 'key  <> beside id @0');
    check('id: a\nsev|', 'key  <sev> beside id @0');
    check('sev|\nid: a', 'key  <sev> beside id @0');
    check('sev|erity: high', 'key  <severity> before colon @0');
    check('|severity: high', 'key  <severity> before colon @0');
    check('"sev|": high', 'key  <"sev"> before colon @0');
    check('id: a\n| # why', 'key  <> beside id @0');
    check('applies_to:\n  - |', 'key applies_to <> @4');
    check('applies_to:\n  -|', 'key applies_to <> lead " " @4');
    check('applies_to:\n  - pa|', 'key applies_to <pa> @4');
    check('applies_to:\n  - paths: a\n    |', 'key applies_to <> beside paths @4');
    check('applies_to:\n  - paths: a\n    |\n    symbols: b', 'key applies_to <> beside paths,symbols @4');
    check('applies_to:\n  - |\n    symbols: b', 'key applies_to <> beside symbols @4');
    check(
      'applies_to:\n  - paths: a\n  |',
      'key applies_to <> beside paths lead "  " @4',
      'or key applies_to <> lead "- " @4',
      'or key  <  > beside applies_to @0',
    );
    check('applies_to:\n  - paths: a\n|', 'key  <> beside applies_to @0');
    check(
      'applies_to:\n  - paths:\n      - a\n  |',
      'key applies_to <> beside paths lead "  " @4',
      'or key applies_to <> lead "- " @4',
    );
    check(
      'applies_to:\n  - symbols:\n      - a\n      fl|',
      'value applies_to.symbols <fl> beside a lead "- "',
      'or key applies_to <  fl> beside symbols @4',
      'or key applies_to <    fl> lead "- " @4',
      'or key  <      fl> beside applies_to @0',
    );
    check(
      'applies_to:\n  - paths: a\n  |\n    symbols: b',
      'key applies_to <> beside paths,symbols lead "  " @4',
    );
    check(
      'applies_to:\n- paths: a\n|',
      'key applies_to <> beside paths lead "  " @2',
      'or key applies_to <> lead "- " @2',
      'or key  <> beside applies_to @0',
    );
    check('applies_to: |', 'key applies_to < > lead "\\n  - " @4');
    check('applies_to:|', 'key applies_to <> lead "\\n  - " @4');
    check('applies_to:\n  |', 'key applies_to <> lead "- " @4');
    check('applies_to:\n  |\n  - paths: a', 'key applies_to <> lead "- " @4');
    check('applies_to:\n|', 'key applies_to <> lead "  - " @4', 'or key  <> beside applies_to @0');
    check('applies_to:\n|\nid: a', 'key applies_to <> lead "  - " @4', 'or key  <> beside applies_to,id @0');
    check('applies_to:\n  - paths: a\n|', 'key  <> beside applies_to @0');
    check('applies_to: {|}', 'key applies_to <> @13');
    check('applies_to: {paths: a, |}', 'key applies_to <> beside paths @23');
    check('applies_to: [{paths: a}, {sy|}]', 'key applies_to <sy> @26');
    check('tests:\n  |', 'key tests <> @2');
    check('tests: |', 'key tests < > lead "\\n  " @2');
    check('tests:\n|', 'key tests <> lead "  " @2', 'or key  <> beside tests @0');
    check('tests:\n  match: a\n  |', 'key tests <> beside match @2', 'or key  <  > beside tests @0');
    check('affected:\n  - ranges:\n      - events:\n          - |', 'key affected.ranges.events <> @12');
    check('references:\n  - |', 'key references <> @4', 'value references.url <>');
    check('references: |', 'key references < > lead "\\n  - " @4', 'value references.url <>');
    check('references:\n  - type: FIX\n    |', 'key references <> beside type @4');
    check('x-a:\n  |');
    check('x-a: |');
    check('strange:\n  - |');
  });

  describe('values', () => {
    check('severity: |', 'value severity <>');
    check('severity:|', 'value severity <> lead " "');
    check('severity: hi|', 'value severity <hi>');
    check('severity: hi|gh', 'value severity <high>');
    check('severity: |high', 'value severity <high>');
    check('severity: | # how bad', 'value severity <>');
    check('severity: "hi|gh"', 'value severity <"high">');
    check("severity: '|'", "value severity <''>");
    check("severity: '|", "value severity <'>");
    check('severity: "hi|\nid: a', 'value severity <"hi>');
    check('severity: |\nid: a', 'value severity <>');
    check('factors: |', 'value factors <>');
    check('factors:\n  - |', 'value factors <>');
    check('factors:\n  -|', 'value factors <> lead " "');
    check('factors:\n  - tool|', 'value factors <tool>');
    check('factors:\n  - tooling\n  - |\n  - incentive', 'value factors <> beside tooling,incentive');
    check(
      'factors:\n  - tooling\n  |',
      'value factors <> beside tooling lead "- "',
      'or key  <  > beside factors @0',
    );
    check('factors:\n  |', 'value factors <> lead "- "');
    check('factors:\n|', 'value factors <> lead "  - "', 'or key  <> beside factors @0');
    check('factors:\n  |\n  - tooling', 'value factors <> beside tooling lead "- "');
    check('factors: [|]', 'value factors <>');
    check('factors: [tooling, |]', 'value factors <> beside tooling');
    check('factors: [tooling, |', 'value factors <> beside tooling');
    check('factors: [tooling, |\nid: a', 'value factors <> beside tooling');
    check('factors: ["to|', 'value factors <"to>');
    check('applies_to: {paths: |}', 'value applies_to.paths <>');
    check('applies_to: [{paths: [a, b|]}]', 'value applies_to.paths <b> beside a');
    check('applies_to:\n  - paths: *.t|', 'value applies_to.paths <*.t>');
    check('applies_to:\n  - paths:\n      - **|', 'value applies_to.paths <**>');
    check('applies_to:\n  - paths:\n      - src/|', 'value applies_to.paths <src/>');
    check('applies_to:\n  - paths:\n      - a\n      - src/|\n', 'value applies_to.paths <src/> beside a');
    check('owners: @te|', 'value owners <@te>');
    check('tests:\n  match: |', 'value tests.match <>');
    check('severity:\n  |', 'value severity <>');
    check('severity: high\n  |', 'key  <  > beside severity @0');
    check('affected:\n  package:\n    name: |', 'value affected.package.name <>');
    check('strange: |');
  });

  describe('nothing', () => {
    check('# |');
    check('severity: high # |');
    check('severity: high |# x');
    check('applies_to:\n  |- paths: a');
    check('applies_to:\n | - paths: a');
    check('applies_to: |[a]');
    check('applies_to: |{paths: a}');
    check('applies_to:\n|\n  - paths: a', 'key applies_to <> lead "  - " @4');
    check('tests:\n|\n  match: a', 'key tests <> beside match lead "  " @2');
    check('advice: |-\n  Text\n  more'.replace('|', 'x'));
    check("advice: 'one\n  two|'");
    check('advice: >-\n  folded|');
    check('advice: >-\n  One line.\n  |');
    check('advice: >-\n  One line.\n|', 'key  <> beside advice @0');
    check('x-a:\n  b: c\n  |', 'or key  <  > beside x-a @0');
    check('severity: "high"|');
    check('severity: &a|');
    checkFile('---|\nid: a\n---\n');
    checkFile('---\nid: a\n|---\n');
    checkFile('---\nid: a\n---|\n');
    checkFile('# A heading\n|');
  });

  describe('broken text', () => {
    check('title: One: two\nseverity: |', 'value severity <>');
    check('title: One: two\napplies_to:\n  - |', 'key applies_to <> @4');
    check("title: 'open\nseverity: |\nadvice: 'x'", 'value severity <>');
    check('tags: [a, b\nseverity: |\n', 'value severity <>');
    check('tags: [a, b\n|\n', 'key  <> beside tags @0');
    check('\tx: 1\nseverity: |', 'value severity <>');
    check('id: a\nid: b\nseverity: |', 'value severity <>');
    check('severity: |\ntitle: One: two', 'value severity <>');
    check('title: One: two\nsev|\nid: a', 'key  <sev> beside title,id @0');
    check('title: One: two\n|', 'key  <> beside title @0');
    check('title:\n  One: two: three\n|', 'key  <> beside title @0');
    check('applies_to:\n  - paths: a: b\n    symbols: |', 'value applies_to.symbols <>');
  });

  describe('whole files', () => {
    checkFile('|', 'start <> none');
    checkFile('|\n\n', 'start <> none');
    checkFile('\n|');
    checkFile('--|', 'start <--> none');
    checkFile('---|', 'start <---> none');
    checkFile('---\n|', 'start <> first', 'key  <> @0');
    checkFile('---\n\n|\n', 'start <> first', 'key  <> @0');
    checkFile('---\n|\n---\n', 'start <> both', 'key  <> @0');
    checkFile('---\nid: a\n|', 'key  <> beside id @0');
    checkFile('---\nid: a\nseverity: |', 'value severity <>');
    checkFile('---\nid: a\n|\n\n## What\n\ntext: x\n', 'key  <> beside id @0');
    checkFile('---\r\nid: a\r\nseverity: |\r\n---\r\n', 'value severity <>');
    checkFile('\uFEFF---\nseverity: |\n---\n', 'value severity <>');
    checkFile('---\nid: a\n---\nSee LSN-7|K', 'body <LSN-7K>');
    checkFile('---\nid: a\n---\nSee lsn|', 'body <lsn>');
    checkFile('---\nid: a\n---\nSee |');
    checkConfig('|', 'key  <> @0');
    checkConfig('# what we decided\n\n|', 'key  <> @0');
    checkConfig(
      'review_months:\n  high: 3\n  |',
      'key review_months <> beside high @2',
      'or key  <  > beside review_months @0',
    );
    checkConfig('wording_off: [|]', 'value wording_off <>');
    checkConfig('ignore:\n  - di|', 'value ignore <di>');
  });

  it('is answered at every position of every text', () => {
    const piece = fc.constantFrom(
      ...[
        '"',
        "'",
        '[',
        '{',
        ']',
        '}',
        ': ',
        ':',
        '- ',
        '-',
        '#',
        '*',
        '&',
        '!',
        '|',
        '\n',
        '\t',
        '  ',
        '---\n',
      ],
    );
    const change = fc.tuple(fc.nat(), fc.nat(3), piece);
    fc.assert(
      fc.property(lessonFiles, fc.array(change, { maxLength: 4 }), fc.nat(), (file, changes, at) => {
        const text = new SourceText(
          changes.reduce((value, [place, gone, added]) => {
            const from = place % (value.length + 1);
            return value.slice(0, from) + added + value.slice(from + gone);
          }, file),
        );
        const position = text.positionAt(at % (text.value.length + 1));
        for (const kind of ['lesson', 'config'] as const) {
          for (const { range, written } of placesAt(text, position, kind)) {
            const { start, end } = range;
            assert.deepEqual([start.line, end.line], [position.line, position.line]);
            assert.equal(text.line(start.line).slice(start.character, position.character), written);
            assert.equal(position.character <= end.character, true);
          }
        }
      }),
      { numRuns: runs(200) },
    );
  });
});
