import * as l10n from '@vscode/l10n';
import type { scopeKeys } from '../lesson/vocabulary';
import type { Meanings } from './meaning';
import { whenMeanings } from './valueMeanings';

type ScopeMeanings = Meanings<typeof scopeKeys>;

/** The keys of one entry of `applies_to`. */
export function scopeMeanings(): ScopeMeanings {
  return { ...fileMeanings(), ...codeMeanings(), ...packageMeanings(), ...changeMeanings() };
}

function fileMeanings(): Pick<ScopeMeanings, 'paths' | 'exclude' | 'languages'> {
  return {
    paths: {
      meaning: l10n.t(
        'Files by glob, relative to the folder that holds .lessons. Without a slash it is any file of that name; with a slash at the end it is everything below.',
      ),
      example: "paths:\n  - '*.sql'\n  - config/\n  - src/http/**/*.ts",
      fallback: l10n.t('every file'),
    },
    exclude: {
      meaning: l10n.t('Files by glob that are not meant, although paths or languages include them.'),
      example: 'exclude: src/generated/',
      fallback: l10n.t('nothing is taken out'),
    },
    languages: {
      meaning: l10n.t('Files by language, named by the language ids of VS Code.'),
      example: 'languages: [typescript, typescriptreact]',
      fallback: l10n.t('every language'),
    },
  };
}

function codeMeanings(): Pick<
  ScopeMeanings,
  'symbols' | 'pattern' | 'not_pattern' | 'flags' | 'structure' | 'fix'
> {
  return {
    symbols: {
      meaning: l10n.t(
        'Functions, methods, classes and the like by name. The name may be shortened from the left, and a star stands for any letters between two dots.',
      ),
      example: 'symbols: Invoice.charge',
      fallback: l10n.t('all code of the file'),
    },
    pattern: {
      meaning: l10n.t(
        'A regular expression: the lesson applies to exactly what it hits. Its syntax is that of RE2, without lookaround and backreferences. Put it in single quotes, and give it examples under tests.',
      ),
      example: "pattern: '\\bfetch\\('",
      fallback: l10n.t('all code of the file'),
    },
    not_pattern: {
      meaning: l10n.t(
        'A regular expression for lines that are fine: where it matches, the hits of pattern on that line do not count.',
      ),
      example: "not_pattern: '\\bsignal:'",
      fallback: l10n.t('every hit counts'),
    },
    flags: {
      meaning: l10n.t(
        'How both patterns are read: i for upper and lower case alike, s for a dot that matches line breaks too. The flags m and u are always on.',
      ),
      example: 'flags: i',
      fallback: l10n.t('upper and lower case differ'),
    },
    structure: {
      meaning: l10n.t(
        'Code with holes, as ast-grep writes it: it finds the same code whatever its spacing and names.',
      ),
      example: 'structure: fetch($URL)',
      fallback: l10n.t('all code of the file'),
    },
    fix: {
      meaning: l10n.t(
        'Code that a quick fix puts in place of what was found. With a pattern, $1 to $9 stand for its groups, $ and a name in braces for a named one, $& for the whole hit and $$ for a dollar sign; with a structure, its metavariables stand for what they found. An empty text removes the hit.',
      ),
      example: "fix: 'fetchWithTimeout($URL)'",
      fallback: l10n.t('nothing is offered in its place'),
    },
  };
}

function packageMeanings(): Pick<ScopeMeanings, 'packages'> {
  return {
    packages: {
      meaning: l10n.t('Files that import one of these packages, or a manifest that depends on one.'),
      example: 'packages:\n  - ecosystem: npm\n    name: express\n    range: <5',
      fallback: l10n.t('whatever the file imports'),
      keys: {
        ecosystem: {
          meaning: l10n.t('Where the package comes from, as the OSV format names it.'),
          example: 'ecosystem: npm',
          fallback: l10n.t('any'),
        },
        name: { meaning: l10n.t('The name of the package.'), example: 'name: express' },
        range: {
          meaning: l10n.t('The versions that are meant.'),
          example: 'range: <5',
          fallback: l10n.t('all versions'),
        },
      },
    },
  };
}

function changeMeanings(): Pick<ScopeMeanings, 'when'> {
  return {
    when: {
      meaning: l10n.t('What is being done with the code while the lesson applies, compared with HEAD.'),
      example: 'when: add',
      fallback: 'any',
      values: whenMeanings(),
    },
  };
}
