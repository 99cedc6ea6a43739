import { isScalar } from 'yaml';
import type { SourceText } from '../text';
import { nodeAt, type Sheet } from './sheet';
import { missingWayOut, type WordingRule, wayOut, wordingFaults } from './wording';

/** Nobody reads on for longer, and reading it all could be felt. */
const longestBody = 32 * 1024;

/**
 * Reports words that blame or name a person, in title and advice and at the beginning of the body; and a story that is told
 * without a way out.
 */
export function checkWording(
  text: SourceText,
  bodyStart: number,
  sheet: Sheet,
  off: readonly WordingRule[],
): void {
  const { add } = sheet;
  const body = text.value.slice(bodyStart, bodyStart + longestBody);
  const isOn = (rule: WordingRule) => !off.includes(rule);
  for (const { rule, words, start, end } of wordingFaults(body, 'body', isOn)) {
    add({ code: 'wording', rule, words }, text.range(bodyStart + start, bodyStart + end));
  }
  checkWayOut(text, bodyStart, sheet, isOn);
  for (const key of ['title', 'advice']) {
    const node = nodeAt(sheet.root, key);
    if (!isScalar(node) || typeof node.value !== 'string') {
      continue;
    }
    for (const { rule, words } of wordingFaults(node.value, 'sentence', isOn)) {
      // The words of a quoted or folded value may stand elsewhere than in its text; then the value is marked whole.
      const from = text.offsetAt(sheet.rangeOf(node).start);
      const at = text.value.indexOf(words, from);
      const isInside = at !== -1 && at + words.length <= text.offsetAt(sheet.rangeOf(node).end);
      add(
        { code: 'wording', rule, words },
        isInside ? text.range(at, at + words.length) : sheet.rangeOf(node),
      );
    }
  }
}

/** Asked while a lesson is being written: whoever accepted one has read it, and the advice says as much in one sentence. */
function checkWayOut(
  text: SourceText,
  bodyStart: number,
  { root, add }: Sheet,
  isOn: (rule: WordingRule) => boolean,
): void {
  const rule = 'what-to-do-missing';
  const status = nodeAt(root, 'status');
  const isProposed = status === undefined || (isScalar(status) && status.value === 'proposed');
  const body = text.value.slice(bodyStart);
  if (!isOn(rule) || !isProposed || nodeAt(root, 'advice') !== undefined || body.length > longestBody) {
    return;
  }
  const missing = missingWayOut(body);
  if (missing !== undefined) {
    add(
      { code: 'wording', rule, words: wayOut },
      text.range(bodyStart + missing.start, bodyStart + missing.end),
    );
  }
}
