import assert from 'node:assert/strict';
import { display } from '../../src/core/display/display';
import { ordinaryFacts } from '../../src/core/display/ordinaryFacts';
import { allLines } from '../../src/core/match/changedLines';
import { sourceOf } from '../../src/core/match/source';
import { matchRecord } from '../../src/core/present/records';
import { libraryOf } from './lessons';
import { matchesOf, toolsWith } from './tools';

describe('a match as scripts read it', () => {
  const tools = toolsWith({ 'package.json': '{"dependencies": {"pay-api": "^4.2.0"}}' });
  const nothing = {
    ...{ scope: 0, path: null, symbol: null, symbolFrom: null, pattern: null, structure: null },
    ...{ text: null, captures: null, package: null, when: null },
  };
  const check = (scope: string, text: string, expected: Readonly<Record<string, unknown>>) =>
    it(`${scope} in ${text}`, async () => {
      const matches = await matchesOf(libraryOf(`applies_to: ${scope}`), sourceOf('a.ts', text), tools);
      const [first] = display(matches, ordinaryFacts(allLines));
      assert.deepEqual(first && matchRecord(first).why, { ...nothing, ...expected });
    });

  check('{paths: "*.ts"}', '', { path: '*.ts' });
  check('{symbols: f}', 'function f() {}', { symbol: 'f', symbolFrom: 'grammar' });
  check('{pattern: "p\\\\w+", when: add}', 'pay()', { pattern: 'p\\w+', text: 'pay', when: 'add' });
  check('{structure: "pay($SUM, $TO)"}', 'pay(1, me)', {
    ...{ structure: 'pay($SUM, $TO)', text: 'pay(1, me)', captures: { SUM: '1', TO: 'me' } },
  });
  check('{packages: {ecosystem: npm, name: pay-api, range: <5}}', "import 'pay-api';", {
    package: { ecosystem: 'npm', name: 'pay-api', range: '<5', declared: '^4.2.0' },
  });
});
