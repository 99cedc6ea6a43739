import { languageOfPath } from '../match/language';

/** What a file is for, as far as its path tells. */
export type PathKind = 'code' | 'test' | 'document' | 'package' | 'other';

const test =
  /(?:^|\/)(?:(?:[\w-]*[_-])?(?:tests?|specs?)|__tests__|__mocks__|fixtures?|e2e|testdata|bench(?:marks?)?)\/|[._-](?:test|spec|bench)\.[^/]+$|_test\.\w+$|(?:^|\/)test_[^/]+$|Tests?\.\w+$/;
const document = /(?:^|\/)(?:docs?|documentation|website|examples?)\/|\.(?:mdx?|txt|rst|adoc)$/i;
const packages =
  /(?:^|\/)(?:package(?:-lock)?\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|deno\.(?:jsonc?|lock)|jsr\.json|Cargo\.(?:toml|lock)|go\.(?:mod|sum)|Gemfile(?:\.lock)?|[^/]*\.gemspec|poetry\.lock|requirements[^/]*\.txt|composer\.(?:json|lock)|pom\.xml|gradle\.lockfile)$/;

/** Of a path relative to its repository or a folder in it, with `/`. */
export function kindOfPath(path: string): PathKind {
  if (packages.test(path)) {
    return 'package';
  }
  if (test.test(path)) {
    return 'test';
  }
  if (document.test(path)) {
    return 'document';
  }
  // What begins with a dot, and most JSON, sets up tools: continuous integration, compilers, linters.
  const isSetup = languageOfPath(path) === undefined || /(?:^|\/)\.|\.jsonc?$/.test(path);
  return isSetup ? 'other' : 'code';
}
