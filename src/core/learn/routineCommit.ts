import type { CommitText } from './commitText';

/** Types of commits that are no fix of code, whatever they are about. */
const types = new Set([
  ...[
    'docs',
    'doc',
    'chore',
    'ci',
    'style',
    'test',
    'tests',
    'release',
    'build',
    'deps',
    'lint',
    'format',
    'types',
  ],
]);

/** What a fix is of that teaches nothing: `fix(docs): …`. */
const scopes =
  /(?:^|[\s,/-])(?:docs?|readme|changelog|tests?|testing|e2e|ci|lint(?:er|ing)?|types?|typings?|deps|dependencies|release|website|examples?|bench(?:marks?)?|ide|vscode|formatting)(?:$|[\s,/-])/;

const subjects: readonly RegExp[] = [
  // Releases, and versions alone.
  /^(?:release|publish|prepare|bump(?:ed|s|ing)?|version|set version|cut)\b.*\d/i,
  /^v?\d+\.\d+[\w.+-]*$/i,
  /^(?:bump|upgrade|update)s?d? (?:[\w@/.-]+ )?(?:dependenc(?:y|ies)|deps|packages?|lock-?file|version|submodules?)\b/i,
  /^(?:security )?(?:bump|upgrade|update)s?d? \S+ (?:to|from) /i,
  /^update [\w@/.-]+ to the latest version/i,
  // Fixes of what is not code.
  /\b(?:typos?|misspell\w*|spelling|grammar|wording|whitespace|indentation|formatting|prettier|biome|es-?lint|lint(?:er|ing|s)?)\b/i,
  /\b(?:docs?|documentation|readme|jsdoc|tsdoc|changelog|comments?|links? (?:in|to)|broken links?|badges?|licen[cs]e)\b/i,
  /\b(?:flaky|failing|broken|skipped|unit|integration|e2e|failed)? ?tests?(?: cases?| suites?| files?)?$/i,
  /\b(?:ci|github actions?|workflows?|pipeline|travis|circleci|appveyor|codecov|coverage|dependabot|renovate)\b/i,
  /\b(?:typings?|type (?:regressions?|defs?|definitions?|errors?|inference|annotations?|checks?|checking|issues?|exports?|params?|parameters?|args?|arguments?|assertions?|hints?|safety)|(?:return|generic|declaration|typescript|ts) types?|types?$|^types? |d\.ts|tsc|typescript)\b/i,
  /\bin (?:the )?tests?\b/i,
  /^fix(?:e[sd])? (?:the )?(?:merge )?conflicts?\b|^merge conflicts?\b/i,
  /^fix(?:e[sd])? (?:the )?(?:tests?|specs?|build|version|imports?|nits?|lint\w*|style|format\w*)$/i,
  // Half-done steps and back-ups of a branch say nothing to learn from.
  /^(?:wip|nits?|tweaks?|fixup!|squash!|amend|temp|oops)\b/i,
];

/** Whether a commit is everyday work by its words: documents, tests, types, formats, dependencies, releases. */
export function isRoutine({ type, scope, subject }: CommitText): boolean {
  return types.has(type) || scopes.test(scope) || subjects.some((pattern) => pattern.test(subject));
}
