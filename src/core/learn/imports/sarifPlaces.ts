import type { FrontMatter } from '../../lesson/vocabulary';
import { lineIn, listIn, numberIn, recordIn, textIn } from './json';

type Evidence = NonNullable<FrontMatter['evidence']>[number];
type Data = ReturnType<typeof recordIn>;

/** Where results stand, each place once. */
export function placesIn(results: readonly Data[]): readonly Evidence[] {
  return distinct(results.flatMap(placesOf), ({ path, lines }) => `${path} ${lines}`);
}

function placesOf(result: Data): readonly Evidence[] {
  return listIn(result.locations).flatMap((location) => {
    const { artifactLocation, region } = recordIn(recordIn(location).physicalLocation);
    const path = pathIn(recordIn(artifactLocation).uri);
    const { startLine, endLine } = recordIn(region);
    const [first, last = first] = [numberIn(startLine), numberIn(endLine)];
    return path === undefined
      ? []
      : [
          {
            path,
            ...(isLine(first) && {
              lines: first === last || !isLine(last) ? `${first}` : `${first}-${last}`,
            }),
            ...hashOf(result),
          },
        ];
  });
}

/** By which the tool knows the place again. */
function hashOf({ partialFingerprints, fingerprints }: Data): Pick<Evidence, 'hash'> {
  const [[name, value] = []] = Object.entries({
    ...recordIn(partialFingerprints),
    ...recordIn(fingerprints),
  });
  const hash = lineIn(`${name}:${textIn(value)}`, 200);
  return name === undefined || textIn(value) === '' || hash === undefined ? {} : { hash };
}

function isLine(value: number | undefined): value is number {
  return value !== undefined && Number.isInteger(value) && value > 0;
}

/** Of a file below the folder that was checked; one elsewhere is no place of this project. */
export function pathIn(value: unknown): string | undefined {
  const uri = lineIn(value) ?? '';
  if (uri === '' || /^(?:[a-z][a-z\d+.-]*:|\/|\\)/i.test(uri)) {
    return undefined;
  }
  const path = decoded(uri)
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '');
  return path === '' || path.split('/').includes('..') || /\p{Cc}/u.test(path) ? undefined : path;
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch (error) {
    if (error instanceof URIError) {
      // Some tools write paths where addresses are meant.
      return uri;
    }
    throw error;
  }
}

/** The first of each. */
export function distinct<T>(list: readonly T[], keyOf: (one: T) => string | undefined): readonly T[] {
  const seen = new Set<string | undefined>();
  return list.filter((one) => !seen.has(keyOf(one)) && seen.add(keyOf(one)));
}
