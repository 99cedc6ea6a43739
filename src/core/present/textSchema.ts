import { idPattern } from '../lesson/identity';
import { httpsPattern } from '../lesson/link';
import { knownFlags } from '../lesson/pattern';
import type { Rule, TextFormat } from '../lesson/vocabulary';

/** JSON Schema, draft 2020-12; plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * A text, as the reader checks it. The patterns keep to what the engines of all languages know: no lookaround, no
 * backreference.
 */
export function textSchema({ min, max, format }: Rule & { kind: 'text' }): JsonSchema {
  return {
    type: 'string',
    ...(min === undefined ? {} : { minLength: min }),
    ...(max === undefined ? {} : { maxLength: max }),
    ...formatSchema(format),
  };
}

function formatSchema(format: TextFormat | undefined): JsonSchema {
  switch (format) {
    case 'id':
      return { pattern: idPattern.source };
    case 'https':
      return { pattern: httpsPattern.source.replaceAll('\\/', '/') };
    case 'date':
      return { format: 'date', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' };
    case 'flags':
      return {
        pattern: `^[${knownFlags.join('')}]*$`,
        not: { pattern: knownFlags.map((flag) => `${flag}.*${flag}`).join('|') },
      };
    default:
      return {};
  }
}
