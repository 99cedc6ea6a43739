import { languageOfPath } from '../../match/language';
import { kindOfPath } from '../codePath';

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

/** Languages in which a program is set up rather than written; others may hold the fault itself. */
const settingLanguages = new Set([
  ...['json', 'jsonc', 'yaml', 'toml', 'ini', 'properties', 'xml', 'dockercompose'],
]);

const settingNames =
  /(?:^|\/)(?:[^/]+\.config\.[cm]?[jt]s|\.[^/]+rc(?:\.[cm]?js)?|setup\.py|Rakefile|Gruntfile\.js|gulpfile\.js)$/;

const generatedMark = /@generated\b|\bgenerated (?:code|file|by|from)\b|\bauto-?generated\b|\bdo not edit\b/i;

/** By its path alone. */
export function roleOfPath(path: string): FixRole {
  if (lockFiles.test(path) || made.test(path) || recorded.test(path)) {
    return 'nothing';
  }
  switch (kindOfPath(path)) {
    case 'test':
      return 'test';
    case 'document':
      return 'prose';
    case 'package':
    case 'other':
      return 'settings';
    case 'code':
      return isSetting(path) ? 'settings' : 'code';
  }
}

function isSetting(path: string): boolean {
  return settingLanguages.has(languageOfPath(path) ?? '') || settingNames.test(path);
}

/** Whether the first lines say that a tool wrote the file. */
export function saysItIsGenerated(text: string): boolean {
  return generatedMark.test(text.split('\n', 12).join('\n').slice(0, 2000));
}
