import * as l10n from '@vscode/l10n';
import type { ProblemFact } from '../lesson/problem';
import { eventMessage } from './eventWording';
import { lifeMessage } from './lifeWording';
import { scopeMessage } from './scopeWording';
import { valueMessage } from './valueWording';

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
    case 'yaml-aliases':
    case 'yaml-too-deep':
    case 'yaml-too-large':
    case 'yaml-syntax':
      return yamlMessage(fact);
    case 'scope-empty':
    case 'scope-no-file':
    case 'scope-too-broad':
    case 'scope-misses-origin':
    case 'symbol-not-found':
    case 'glob-invalid':
    case 'pattern-invalid':
    case 'pattern-untested':
    case 'flags-invalid':
    case 'structure-invalid':
    case 'fix-invalid':
    case 'package-invalid':
    case 'test-fails':
      return scopeMessage(fact);
    case 'id-duplicate':
    case 'id-unknown':
    case 'lesson-duplicate':
    case 'successor-missing':
    case 'supersession-cycle':
    case 'acceptance-incomplete':
    case 'review-overdue':
    case 'wording':
      return lifeMessage(fact);
    case 'events-too-large':
    case 'event-unreadable':
    case 'event-key-missing':
    case 'event-key-unknown':
    case 'event-value-invalid':
      return eventMessage(fact);
    default:
      return valueMessage(fact);
  }
}

function yamlMessage(fact: Extract<ProblemFact, { code: `yaml-${string}` }>): string {
  switch (fact.code) {
    case 'yaml-aliases':
      return l10n.t('Too many aliases (*name) are used here. Write the values out.');
    case 'yaml-too-deep':
      return l10n.t('The keys at the top are nested too deeply to be read. Keep to the keys of the format.');
    case 'yaml-too-large':
      return l10n.t(
        'The keys at the top have more than {0} KB. Move what is long into the text below.',
        fact.kilobytes,
      );
    case 'yaml-syntax':
      return l10n.t('The keys at the top cannot be read as YAML: {0}', fact.reason);
  }
}
