import * as l10n from '@vscode/l10n';
import type { ProblemFact } from '../lesson/problem';

/** Problems of files of events. */
export type EventFileFact = Extract<ProblemFact, { code: 'events-too-large' | `event-${string}` }>;

export function eventMessage(fact: EventFileFact): string {
  switch (fact.code) {
    case 'events-too-large':
      return l10n.t(
        'This file has {0} KB of events; only files up to {1} KB are read. Split it into several.',
        Math.ceil(fact.bytes / 1024),
        fact.limit / 1024,
      );
    case 'event-unreadable':
      return l10n.t(
        'This is no event, so it counts for nothing. An event is one line of JSON; restore it from the history, or delete it.',
      );
    case 'event-key-missing':
      return l10n.t('This event does not count: it has no "{0}". Add it, or delete the line.', fact.key);
    case 'event-key-unknown':
      return l10n.t(
        'Events have no key "{0}", so it is passed over. A newer version may know it; if none does, delete it.',
        fact.key,
      );
    case 'event-value-invalid':
      return l10n.t('This event does not count. {0}', expectation(fact.key, fact.allowed));
  }
}

function expectation(key: string, allowed: readonly string[] | undefined): string {
  switch (key) {
    case 'ev':
      return l10n.t('"ev" should be a ULID: 26 digits or capitals without I, L, O and U.');
    case 'lesson':
      return l10n.t('"lesson" should be the id of a lesson, such as LSN-7K3QF2XM.');
    case 'day':
      return l10n.t('"day" should be a date, written YYYY-MM-DD.');
    default:
      return l10n.t('"{0}" should be one of: {1}.', key, allowed?.join(', ') ?? '');
  }
}
