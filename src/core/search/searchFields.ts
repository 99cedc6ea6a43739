import type { Lesson } from '../lesson/lesson';

interface SearchField {
  /** What a word found here counts. */
  readonly weight: number;
  texts(lesson: Lesson): readonly string[];
}

const scopeTexts = ({ scopes }: Lesson, key: 'symbols' | 'paths') =>
  scopes.flatMap(({ scope }) => scope[key] ?? []);

/** Where words are looked for: what a lesson says of itself before where it applies, and its story last. */
const fields = {
  title: { weight: 8, texts: ({ title }) => [title] },
  advice: { weight: 5, texts: ({ advice, title }) => (advice === title ? [] : [advice]) },
  id: { weight: 4, texts: ({ id }) => [id] },
  tags: { weight: 4, texts: ({ frontMatter: { tags = [] } }) => tags },
  symbols: { weight: 4, texts: (lesson) => scopeTexts(lesson, 'symbols') },
  aliases: { weight: 4, texts: ({ frontMatter: { aliases = [] } }) => aliases },
  cwe: { weight: 4, texts: ({ frontMatter: { cwe = [] } }) => cwe },
  paths: { weight: 2, texts: (lesson) => scopeTexts(lesson, 'paths') },
  references: { weight: 2, texts: ({ references }) => references.map(({ url }) => url) },
  body: { weight: 1, texts: ({ body }) => [body.value] },
} as const satisfies Record<string, SearchField>;

/** The format's own names of what is searched. */
export type SearchFieldName = keyof typeof fields;

export const searchFields = Object.entries(fields) as readonly (readonly [SearchFieldName, SearchField])[];
