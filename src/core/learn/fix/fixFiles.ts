import type { FileChange } from '../../history/history';
import { languageOfPath } from '../../match/language';

/**
 * What a file is to a fix: the code that was at fault, what sets it up, prose and recordings, or a test. `nothing` is what
 * a tool writes by itself, which nobody edits and no lesson is about.
 */
export type FixRole = 'code' | 'settings' | 'prose' | 'test' | 'nothing';

const lockFiles =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|deno\.lock|Cargo\.lock|Gemfile\.lock|composer\.lock|poetry\.lock|uv\.lock|Pipfile\.lock|go\.sum|flake\.lock|gradle\.lockfile|Podfile\.lock|packages\.lock\.json|mix\.lock|pubspec\.lock)$/;

const made =
  /(?:^|\/)(?:dist|deno_dist|node_modules|bower_components|vendor|third_party|__generated__|generated)\/|\.min\.(?:js|css)$|\.map$|\.(?:g|pb|generated|designer)\.\w+$|_pb2\.pyi?$|\.pb\.go$/i;

const recorded = /(?:^|\/)__snapshots__\/|\.snap$/;

const testFolders =
  /(?:^|\/)(?:tests?|specs?|__tests__|__mocks__|e2e|testdata|fixtures?|runtime[-_]tests|test-suite|cypress)\//i;

const testNames =
  /(?:^|\/)(?:test_[^/]+\.py|conftest\.py|[^/]+[._-](?:tests?|specs?|e2e)\.[^/]+|[^/]*[a-z\d](?:Tests?|Spec|IT)\.(?:java|kt|kts|scala|groovy|cs|fs|php|swift|m))$/;

const proseFolders = /(?:^|\/)(?:docs?|documentation|\.changeset)\//i;

const proseLanguages = new Set(['markdown', 'restructuredtext', 'latex', 'mdx', 'bibtex', 'tex']);

/** Languages in which a program is set up rather than written; others may hold the fault itself. */
const settingLanguages = new Set([
  ...['json', 'jsonc', 'json5', 'yaml', 'toml', 'ini', 'properties', 'xml', 'ignore', 'dotenv'],
  ...['dockercompose', 'github-actions-workflow', 'plaintext'],
]);

const settingNames =
  /(?:^|\/)(?:[^/]+\.config\.[cm]?[jt]s|\.[^/]+rc(?:\.[cm]?js)?|setup\.py|Rakefile|Gruntfile\.js|gulpfile\.js)$/;

const generatedMark = /@generated\b|\bgenerated (?:code|file|by|from)\b|\bauto-?generated\b|\bdo not edit\b/i;

/** By its path alone. */
export function roleOfPath(path: string): FixRole {
  if (lockFiles.test(path) || made.test(path) || recorded.test(path)) {
    return 'nothing';
  }
  if (testFolders.test(path) || testNames.test(path)) {
    return 'test';
  }
  const language = languageOfPath(path) ?? 'plaintext';
  if (proseLanguages.has(language) || proseFolders.test(path) || /\.(?:txt|rst|adoc)$/i.test(path)) {
    return 'prose';
  }
  return settingLanguages.has(language) || settingNames.test(path) ? 'settings' : 'code';
}

/** Whether the first lines say that a tool wrote the file. */
export function saysItIsGenerated(text: string): boolean {
  return generatedMark.test(text.split('\n', 12).join('\n').slice(0, 2000));
}

export interface RankedChange {
  readonly change: FileChange;
  readonly role: FixRole;
}

export function rolesOf(changes: readonly FileChange[]): readonly RankedChange[] {
  return changes.map((change) => ({ change, role: roleOfPath(change.path) }));
}
