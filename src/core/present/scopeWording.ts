import * as l10n from '@vscode/l10n';
import type { GlobFault } from '../lesson/glob';
import type { PackageFault } from '../lesson/packages/packageFault';
import type { PatternFault } from '../lesson/pattern';
import type { ProblemFact } from '../lesson/problem';
import type { ReplacementFault } from '../lesson/replacementFault';
import type { StructureFault } from '../lesson/structure';
import { broadMessage, missedOriginMessage } from './sweepWording';

/** Problems of where a lesson applies. */
export type ScopeFact = Extract<
  ProblemFact,
  {
    code:
      | `scope-${string}`
      | 'symbol-not-found'
      | 'glob-invalid'
      | `pattern-${string}`
      | 'flags-invalid'
      | 'structure-invalid'
      | 'fix-invalid'
      | 'package-invalid'
      | 'test-fails';
  }
>;

export function scopeMessage(fact: ScopeFact): string {
  switch (fact.code) {
    case 'scope-empty':
      return l10n.t(
        'This scope says nothing about where the lesson applies, so it matches nothing. Add paths, symbols or a pattern.',
      );
    case 'scope-no-file':
      return l10n.t(
        'No file here fits this scope, so it never applies. Correct its paths, exclude or languages.',
      );
    case 'scope-too-broad':
      return broadMessage(`${fact.hits}${fact.isCut ? '+' : ''}`, fact.limit);
    case 'scope-misses-origin':
      return missedOriginMessage();
    case 'symbol-not-found':
      return fact.nearest === undefined
        ? l10n.t('No file that these paths name has a symbol "{0}".', fact.symbol)
        : l10n.t(
            'No file that these paths name has a symbol "{0}". Did you mean "{1}"?',
            fact.symbol,
            fact.nearest,
          );
    case 'glob-invalid':
      return l10n.t('The glob "{0}" matches nothing: {1}.', fact.glob, globReason(fact.fault));
    case 'pattern-invalid':
      return l10n.t(
        'This pattern does not compile, so its scope matches nothing: {0}.',
        patternReason(fact.fault),
      );
    case 'pattern-untested':
      return l10n.t(
        'Nothing proves that this pattern hits what it should. Add code that it must hit to tests.match.',
      );
    case 'flags-invalid':
      return l10n.t(
        '"{0}" are no flags of a pattern. Use i (ignore case) or s (dot matches line breaks).',
        fact.flags,
      );
    case 'structure-invalid':
      return l10n.t(
        'This structure cannot be searched for, so its scope matches nothing: {0}.',
        structureReason(fact.fault),
      );
    case 'fix-invalid':
      return l10n.t(
        'This replacement cannot be made, so its scope matches nothing: {0}.',
        replacementReason(fact.fault),
      );
    case 'package-invalid':
      return packageMessage(fact.fault);
    case 'test-fails':
      return fact.expected === 'match'
        ? l10n.t('The pattern should match this example, and does not.')
        : l10n.t('The pattern should not match this example, and does.');
  }
}

function globReason(fault: GlobFault): string {
  switch (fault) {
    case 'empty':
      return l10n.t('it is empty');
    case 'too-long':
      return l10n.t('it is too long');
    case 'absolute':
      return l10n.t('it is absolute; write it relative to the folder that holds .lessons');
    case 'outside':
      return l10n.t('it leads out of the folder that holds .lessons');
    case 'unclosed':
      return l10n.t('a bracket is not closed');
    case 'too-complex':
      return l10n.t('it is too complex; write several simpler globs instead');
  }
}

function patternReason(fault: PatternFault): string {
  switch (fault.kind) {
    case 'empty':
      return l10n.t('it is empty');
    case 'too-long':
      return l10n.t('it is longer than {0} characters', fault.limit);
    case 'dialect':
      return l10n.t(
        '"{0}" is not part of its dialect, which keeps every search fast (RE2: no lookaround, no backreference); not_pattern can often stand in',
        fault.construct,
      );
    case 'syntax':
      return fault.detail;
  }
}

function structureReason(fault: StructureFault): string {
  switch (fault.kind) {
    case 'empty':
      return l10n.t('it is empty');
    case 'too-long':
      return l10n.t('it is longer than {0} characters', fault.limit);
    case 'everything':
      return l10n.t('it stands for every piece of code; write what is around it');
    case 'no-grammar':
      return l10n.t(
        'structures are not known in the languages of this scope ({0})',
        fault.languages.join(', '),
      );
    case 'not-code':
      return l10n.t(
        'it is not one whole piece of code in any language of this scope ({0})',
        fault.languages.join(', '),
      );
  }
}

function replacementReason(fault: ReplacementFault): string {
  switch (fault.kind) {
    case 'nothing-found':
      return l10n.t('there is no pattern or structure here whose hit it could replace');
    case 'both-found':
      return l10n.t(
        'the scope has both a pattern and a structure, so that it is open what to replace; keep one of them',
      );
    case 'too-long':
      return l10n.t('it is longer than {0} characters', fault.limit);
    case 'unknown-group':
      return l10n.t('the pattern has no group {0}; write $$ where a dollar sign itself is meant', fault.name);
    case 'unknown-metavariable':
      return fault.known.length === 0
        ? l10n.t('the structure has no {0}, and nothing else that could be named', fault.name)
        : l10n.t('the structure has no {0}, only {1}', fault.name, fault.known.join(', '));
  }
}

function packageMessage(fault: PackageFault): string {
  switch (fault.kind) {
    case 'nameless':
      return l10n.t('This package has no name, so its scope matches nothing. Add a name.');
    case 'ecosystem':
      return l10n.t(
        '"{0}" is no ecosystem known here, so this scope matches nothing. Use one of: {1}.',
        fault.ecosystem,
        fault.known.join(', '),
      );
    case 'range-alone':
      return l10n.t(
        'What the range "{0}" means depends on the ecosystem, so this scope matches nothing. Add an ecosystem.',
        fault.range,
      );
    case 'range':
      return l10n.t(
        '"{0}" is no range of versions in {1}, so this scope matches nothing. Write it as there, or as in ">=1.2, <2".',
        fault.range,
        fault.ecosystem,
      );
  }
}
