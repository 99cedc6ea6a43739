import { lessonFolder } from '../core/library/files';
import { type Attributes, gitAttributesOf } from './git';

/** Values by which git takes a text for something else: compared as a whole, stored elsewhere, or merged without a look. */
const harmful: Readonly<Record<string, readonly string[]>> = {
  merge: ['union', 'unset', 'binary', 'lfs'],
  filter: ['lfs'],
  diff: ['unset', 'lfs'],
};

/** `-text` alone keeps line breaks as they are, which does no harm; with one of the others it means "not a text". */
const companion = 'text';

const samples = ['config.yaml', 'example.md', 'topic/example.md'].map((name) => `${lessonFolder}/${name}`);

/** Attributes that lessons must not have, as `name=value`, and the line in `.lessons/.gitattributes` that undoes them. */
export interface HarmfulAttributes {
  readonly found: readonly string[];
  readonly line: string;
}

/** `undefined` where git takes lessons for the texts they are, or there is no git. */
export async function harmfulAttributes(root: string): Promise<HarmfulAttributes | undefined> {
  const attributes = await gitAttributesOf(root, [...Object.keys(harmful), companion], samples);
  return harmIn(attributes);
}

/** What of these attributes does harm, if anything. */
export function harmIn(attributes: readonly Attributes[]): HarmfulAttributes | undefined {
  const pairs = attributes.flatMap((ofFile) => [...ofFile]);
  const bad = pairs.filter(([name, value]) => harmful[name]?.includes(value));
  if (bad.length === 0) {
    return undefined;
  }
  const all = [...bad, ...pairs.filter(([name, value]) => name === companion && value === 'unset')];
  const names = new Set(all.map(([name]) => name));
  return {
    found: [...new Set(all.map(([name, value]) => (value === 'unset' ? `-${name}` : `${name}=${value}`)))],
    line: `* ${[...names].map((name) => `!${name}`).join(' ')}`,
  };
}

/** The text of a `.gitattributes` that undoes exactly this. */
export function attributesFile({ found, line }: HarmfulAttributes): string {
  return `# Lessons are texts, to be compared and merged line by line: keys that are merged as a union come out twice.
# This undoes for lessons alone what is said of all files elsewhere (${found.join(', ')}).
${line}
`;
}
