import { faultOfText } from './textFault';
import type { Added } from './valueReader';
import type { RecordRule, Rule } from './vocabulary';

/** Whether a plain value is one that the reader would have given for a rule, without a word of complaint. */
export function conforms(rule: Rule, value: unknown, added: Added): boolean {
  switch (rule.kind) {
    case 'text':
      return typeof value === 'string' && faultOfText(rule, '', value) === undefined;
    case 'choice':
      return (
        typeof value === 'string' &&
        (rule.values.includes(value) ||
          (rule.extendedBy !== undefined && added[rule.extendedBy].includes(value)))
      );
    case 'count':
      return typeof value === 'number' && Number.isInteger(value) && value >= rule.min && value <= rule.max;
    case 'list':
      return Array.isArray(value) && value.every((entry) => conforms(rule.of, entry, added));
    case 'record':
      return isRecord(value) && conformsByKey(rule, value, added);
    case 'anything':
      return isPlain(value);
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function conformsByKey(
  { keys }: RecordRule,
  record: Readonly<Record<string, unknown>>,
  added: Added,
): boolean {
  for (const key of Object.keys(record)) {
    const rule = Object.hasOwn(keys, key) ? keys[key] : undefined;
    if (rule === undefined || !conforms(rule, record[key], added)) {
      return false;
    }
  }
  return true;
}

/** Whether JSON can say it; YAML can say more. */
function isPlain(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0);
    case 'object':
      return (
        value === null ||
        (Array.isArray(value) ? value.every(isPlain) : isRecord(value) && Object.values(value).every(isPlain))
      );
    default:
      return false;
  }
}
