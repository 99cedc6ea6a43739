import { parse } from 'yaml';
import { acceptanceKeys } from '../lesson/acceptance';
import { elementOf, type KeyPath, rootRule, type SheetKind } from '../lesson/keyPath';
import { defaultPolicy } from '../lesson/policy';
import { boundingKeys, lessonDefaults, type RecordRule, type Rule, requiredKeys } from '../lesson/vocabulary';
import { keyMeaning, valueMeaning } from './keyWording';
import { type JsonSchema, textSchema } from './textSchema';

/** Where a schema is being written: the key, and what is defined once and referred to. */
interface Place {
  readonly kind: SheetKind;
  readonly path: KeyPath;
  readonly definitions: Record<string, JsonSchema>;
}

/**
 * What the reader of lesson files or of a team's config takes without a complaint, as far as a schema can tell: not
 * whether a pattern compiles or an id exists. Words that a team adds in its config are taken too, since one schema serves
 * all teams.
 */
export function jsonSchema(kind: SheetKind): JsonSchema {
  const definitions: Record<string, JsonSchema> = {};
  const root = recordSchema(rootRule(kind), { kind, path: [], definitions });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:lessons:1:${kind}`,
    $comment: 'Written by npm run generate from the vocabulary in src/core/lesson; edits are lost.',
    ...(kind === 'lesson'
      ? {
          title: 'Lesson',
          description: 'The front matter of a lesson, format lessons/1.',
          ...root,
          required: requiredKeys,
          ...acceptance(root),
        }
      : {
          title: 'Lessons config',
          description: 'What a team decides for all of its lessons: .lessons/config.yaml.',
          ...root,
          // A file of comments alone holds nothing, and is fine.
          type: ['object', 'null'],
        }),
    $defs: definitions,
  };
}

function acceptance({ properties }: JsonSchema): JsonSchema {
  const isGiven = { not: { enum: [null, []] } };
  const lists = acceptanceKeys.filter((key) => (properties as Record<string, JsonSchema>)[key]?.anyOf);
  return {
    if: { properties: { status: { const: 'accepted' } }, required: ['status'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: {
      required: acceptanceKeys,
      properties: Object.fromEntries(lists.map((key) => [key, isGiven])),
    },
  };
}

function keySchema(rule: Rule, place: Place): JsonSchema {
  const { meaning = '', fallback, example } = keyMeaning(place.kind, place.path) ?? {};
  const standard = defaultAt(place);
  const element = elementOf(rule);
  // An editor offers examples as values, and an id that is copied is no identity.
  const isExemplary = example !== undefined && !(element.kind === 'text' && element.format === 'id');
  return {
    description: fallback === undefined ? meaning : `${meaning} Default: ${fallback}.`,
    ...(standard === undefined ? {} : { default: standard }),
    ...(isExemplary ? { examples: Object.values(parse(example) as object) } : {}),
    ...valueSchema(rule, place),
  };
}

function valueSchema(rule: Rule, place: Place): JsonSchema {
  switch (rule.kind) {
    case 'text':
      return textSchema(isBounding(place) ? { ...rule, min: 1 } : rule);
    case 'choice':
      return choiceSchema(rule, place);
    case 'count':
      return { type: 'integer', minimum: rule.min, maximum: rule.max };
    case 'list':
      return listSchema(rule.of, place);
    case 'record':
      return recordSchema(rule, place);
    case 'anything':
      return {};
  }
}

function choiceSchema(rule: Rule & { kind: 'choice' }, { kind, path }: Place): JsonSchema {
  const meanings = rule.values.map((value) => valueMeaning(kind, path, value) ?? '');
  const known = { type: 'string', enum: rule.values, enumDescriptions: meanings };
  return rule.extendedBy === undefined ? known : { anyOf: [known, { type: 'string' }] };
}

/** One value may stand for a list of one, and no value for an empty list. */
function listSchema(of: Rule, place: Place): JsonSchema {
  const element = of.kind === 'text' ? textSchema(of) : defined(of, place);
  return isBounding(place)
    ? { anyOf: [element, { type: 'array', items: element, minItems: 1 }] }
    : { anyOf: [element, { type: 'array', items: element }, { type: 'null' }] };
}

/** A list names what it is made of twice, so what is long is defined once. */
function defined(rule: Rule, place: Place): JsonSchema {
  const name = place.path.join('.');
  place.definitions[name] = valueSchema(rule, place);
  return { $ref: `#/$defs/${name}` };
}

function recordSchema({ keys, shorthand }: RecordRule, place: Place): JsonSchema {
  const { kind, path } = place;
  const below = (name: string): Place => ({ ...place, path: [...path, name] });
  const record = {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(keys).map(([name, rule]) => [name, keySchema(rule, below(name))]),
    ),
    patternProperties: { '^x-': { description: keyMeaning(kind, [...path, 'x-'])?.meaning } },
    additionalProperties: false,
    ...(isScope(place) ? { anyOf: boundingKeys.map((key) => ({ required: [key] })) } : {}),
  };
  const short = shorthand === undefined ? undefined : keys[shorthand];
  return short?.kind === 'text' ? { anyOf: [textSchema(short), record] } : record;
}

function isScope({ kind, path }: Place): boolean {
  return kind === 'lesson' && path.join('.') === 'applies_to';
}

/** Without any value such a key would leave its scope, or the lesson, with nothing to apply to. */
function isBounding(place: Place): boolean {
  const [first, second, ...rest] = place.path;
  const isScopeKey = place.kind === 'lesson' && first === 'applies_to' && rest.length === 0;
  return isScope(place) || (isScopeKey && boundingKeys.some((key) => key === second));
}

function defaultAt({ kind, path }: Place): unknown {
  const { reviewMonths: review_months, budget } = defaultPolicy;
  const config = {
    review_months,
    budget: {
      lessons_per_file: budget.lessonsPerFile,
      findings_per_symbol: budget.findingsPerSymbol,
      hits_per_lesson: budget.hitsPerLesson,
    },
  };
  return path.reduce<unknown>(
    (value, key) => (value as Record<string, unknown> | undefined)?.[key],
    kind === 'lesson' ? lessonDefaults : config,
  );
}
