import { Parser } from 'htmlparser2';
import type { Dependency, ManifestReader } from './dependency';

interface Element {
  readonly name: string;
  /** The texts of the elements in it, by their names. */
  readonly texts: Map<string, { text: string; start: number; end: number }>;
}

/** Elements are nested ten deep at most; beyond measure the parser takes quadratic time. */
const deepest = 100;

/** https://maven.apache.org/pom.html#dependencies, managed ones and plugins too; the file's own properties are filled in. */
export const pomXml: ManifestReader = (text) => {
  const found: Omit<Dependency, 'ecosystem'>[] = [];
  const properties = new Map<string, string>();
  const open: Element[] = [];
  const parser = new Parser(
    {
      onopentagname(name) {
        open.push({ name, texts: new Map() });
        if (open.length > deepest) {
          parser.pause();
        }
      },
      ontext(piece) {
        const [parent, element] = open.slice(-2);
        const known = element && parent?.texts.get(element.name);
        const end = parser.endIndex + 1;
        if (element !== undefined && parent !== undefined) {
          parent.texts.set(element.name, {
            text: `${known?.text ?? ''}${piece}`,
            start: known?.start ?? parser.startIndex,
            end,
          });
        }
      },
      onclosetag() {
        const element = open.pop();
        if (element?.name === 'properties' || element?.name === 'project') {
          for (const [name, { text: value }] of element.texts) {
            properties.set(element.name === 'project' ? `project.${name}` : name, value.trim());
          }
        }
        const isNamed = ['dependency', 'plugin', 'parent'].includes(element?.name ?? '');
        found.push(...((isNamed && element && dependencyOf(element)) || []));
      },
    },
    { xmlMode: true, decodeEntities: false },
  );
  parser.end(text);
  const filled = (value: string) =>
    value.replace(/\$\{([^{}]+)\}/g, (whole, name) => properties.get(name) ?? whole);
  return found.map((one) => ({
    ...one,
    ecosystem: 'Maven',
    name: filled(one.name),
    range: one.range === undefined ? undefined : filled(one.range),
  }));
};

function dependencyOf({ texts }: Element): Omit<Dependency, 'ecosystem'>[] {
  const [group, artifact] = [texts.get('groupId')?.text.trim(), texts.get('artifactId')];
  if (group === undefined || artifact === undefined) {
    return [];
  }
  const name = artifact.text.trim();
  const start = artifact.start + artifact.text.indexOf(name);
  return [
    { name: `${group}:${name}`, range: texts.get('version')?.text.trim(), start, end: start + name.length },
  ];
}
