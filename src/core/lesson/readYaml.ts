import { type Document, parseDocument } from 'yaml';

/** Reads YAML 1.2, broken or not; `undefined` where it nests without end, which the library reads by recursion. */
export function readYaml(source: string): Document.Parsed | undefined {
  try {
    // What the library would warn of on the console, a problem tells the author.
    return parseDocument(source, { prettyErrors: false, logLevel: 'silent' });
  } catch (error) {
    if (error instanceof RangeError) {
      return undefined;
    }
    throw error;
  }
}
