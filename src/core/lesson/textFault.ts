import { isDate } from './calendar';
import { isLessonId } from './identity';
import { isHttpsLink } from './link';
import type { ProblemFact } from './problem';
import { hasLength } from './textLength';
import type { TextFormat } from './vocabulary';

/** What is wrong with a text under a rule. */
export function faultOfText(
  rule: { min?: number; max?: number; format?: TextFormat },
  key: string,
  value: string,
): ProblemFact | undefined {
  const { min = 0, max = Number.POSITIVE_INFINITY } = rule;
  if (!hasLength(value, rule)) {
    return { code: 'value-length', key, min, max };
  }
  switch (rule.format) {
    case 'id':
      return isLessonId(value) ? undefined : { code: 'id-invalid', value };
    case 'date':
      return isDate(value) ? undefined : { code: 'date-invalid', value };
    case 'https':
      return isHttpsLink(value) ? undefined : { code: 'reference-not-https', url: value };
    default:
      return undefined;
  }
}
