import * as l10n from '@vscode/l10n';
import type { GlobFault } from '../lesson/glob';
import type { PatternFault } from '../lesson/pattern';
import type { ProblemFact } from '../lesson/problem';

/** What is wrong and what to do about it, in one or two sentences. */
export function problemMessage(fact: ProblemFact): string {
  switch (fact.code) {
    case 'file-empty':
      return l10n.t('This lesson file is empty. Write the lesson, or delete the file.');
    case 'file-too-large':
      return l10n.t(
        'This file has {0} KB; a lesson may have {1}. Shorten it, or move attachments elsewhere and link them.',
        Math.ceil(fact.bytes / 1024),
        fact.limit / 1024,
      );
    case 'file-binary':
      return l10n.t('This file is not a text. Save the lesson as plain Markdown.');
    case 'file-not-utf8':
      return l10n.t('This file is not UTF-8. Save it with that encoding.');
    case 'file-unreadable':
      return l10n.t('This cannot be read ({0}). Check its permissions.', fact.reason);
    case 'front-matter-missing':
      return l10n.t('A lesson starts with a line of three dashes, its keys, and three dashes again.');
    case 'front-matter-unclosed':
      return l10n.t('The keys at the top have no end. Close them with a line of three dashes.');
    case 'yaml-syntax':
      return l10n.t('The keys at the top cannot be read as YAML: {0}', fact.reason);
    default:
      return valueMessage(fact);
  }
}

type FileCode = `file-${string}` | `front-matter-${string}` | 'yaml-syntax';
type ValueFact = Exclude<ProblemFact, { code: FileCode }>;

function valueMessage(fact: ValueFact): string {
  switch (fact.code) {
    case 'key-unknown':
      return fact.nearest === undefined
        ? l10n.t('Lessons have no key "{0}". For a key of your own, let its name start with "x-".', fact.key)
        : l10n.t('Lessons have no key "{0}". Did you mean "{1}"?', fact.key, fact.nearest);
    case 'key-missing':
      return fact.key === 'id'
        ? l10n.t(
            'Every lesson needs an id: LSN- and 8 random digits or capitals. Capturing a lesson makes one.',
          )
        : l10n.t('Every lesson needs "{0}".', fact.key);
    case 'value-type':
      return valueTypeMessage(fact.key, fact.expected);
    case 'value-unquoted':
      return l10n.t('YAML reads {0} as something other than text. Put it in quotes.', fact.written);
    case 'value-length':
      return l10n.t('"{0}" should have {1} to {2} characters.', fact.key, fact.min, fact.max);
    case 'value-unknown':
      return l10n.t(
        '"{0}" is no value of "{1}". Use one of: {2}.',
        fact.value,
        fact.key,
        fact.allowed.join(', '),
      );
    case 'date-invalid':
      return l10n.t('"{0}" is no date. Write it as YYYY-MM-DD.', fact.value);
    case 'id-invalid':
      return l10n.t(
        '"{0}" is no lesson id. An id is LSN- and 8 digits or capitals without I, L, O and U.',
        fact.value,
      );
    case 'id-duplicate':
      return l10n.t(
        '{0} already has the id {1}, so this lesson is not used. Give it an id of its own.',
        fact.other,
        fact.id,
      );
    case 'reference-not-https':
      return l10n.t('"{0}" is not an https link, so it is not shown. Use the https address.', fact.url);
    case 'acceptance-incomplete':
      return l10n.t(
        'An accepted lesson also needs: {0}. Add them, or set the status to proposed.',
        fact.missing.join(', '),
      );
    default:
      return scopeMessage(fact);
  }
}

type ScopeCode = `scope-${string}` | 'glob-invalid' | 'pattern-invalid' | 'flags-invalid' | 'test-fails';
type ScopeFact = Extract<ProblemFact, { code: ScopeCode }>;

function scopeMessage(fact: ScopeFact): string {
  switch (fact.code) {
    case 'scope-empty':
      return l10n.t(
        'This scope says nothing about where the lesson applies, so it matches nothing. Add paths, symbols or a pattern.',
      );
    case 'scope-unsupported':
      return l10n.t('This version cannot decide "{0}" yet, so this scope matches nothing.', fact.key);
    case 'glob-invalid':
      return l10n.t('The glob "{0}" matches nothing: {1}.', fact.glob, globReason(fact.fault));
    case 'pattern-invalid':
      return l10n.t(
        'This pattern does not compile, so its scope matches nothing: {0}.',
        patternReason(fact.fault),
      );
    case 'flags-invalid':
      return l10n.t(
        '"{0}" are no flags of a pattern. Use i (ignore case) or s (dot matches line breaks).',
        fact.flags,
      );
    case 'test-fails':
      return fact.expected === 'match'
        ? l10n.t('The pattern should match this example, and does not.')
        : l10n.t('The pattern should not match this example, and does.');
  }
}

function valueTypeMessage(key: string, expected: 'text' | 'list' | 'record'): string {
  switch (expected) {
    case 'text':
      return l10n.t('"{0}" should be a text.', key);
    case 'list':
      return l10n.t('"{0}" should be a list.', key);
    case 'record':
      return l10n.t('"{0}" should be keys and values.', key);
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
  }
}

function patternReason(fault: PatternFault): string {
  switch (fault.kind) {
    case 'empty':
      return l10n.t('it is empty');
    case 'too-long':
      return l10n.t('it is longer than {0} characters', fault.limit);
    case 'syntax':
      return fault.detail;
  }
}
