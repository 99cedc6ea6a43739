import * as l10n from '@vscode/l10n';
import type { Grouping, GroupName } from '../display/groupings';
import type { Status } from '../lesson/vocabulary';

/** What a group of lessons is called. */
export function groupLabel(name: GroupName): string {
  switch (name.kind) {
    case 'area':
      return name.path === '' ? l10n.t('Anywhere in the code') : name.path;
    case 'theme':
      return name.title;
    case 'tag':
    case 'cwe':
      return name.word;
    case 'factor':
      return l10n.t('Factor: {0}', name.word);
    case 'no-theme':
      return l10n.t('Without a theme');
    case 'severity':
      return severityLabel(name.severity);
    case 'status':
      return statusLabel(name.status);
    case 'review':
      return reviewLabel(name.reason);
    case 'folder':
      return name.name;
    case 'pack':
      return l10n.t('Pack {0}', name.name);
  }
}

/** "by area": how the lessons of a list are grouped. */
export function groupingLabel(grouping: Grouping): string {
  switch (grouping) {
    case 'area':
      return l10n.t('by area');
    case 'theme':
      return l10n.t('by theme');
    case 'severity':
      return l10n.t('by severity');
    case 'status':
      return l10n.t('by status');
    case 'source':
      return l10n.t('by source');
  }
}

function severityLabel(severity: (GroupName & { kind: 'severity' })['severity']): string {
  switch (severity) {
    case 'critical':
      return l10n.t('Critical severity');
    case 'high':
      return l10n.t('High severity');
    case 'medium':
      return l10n.t('Medium severity');
    case 'low':
      return l10n.t('Low severity');
  }
}

function reviewLabel(reason: (GroupName & { kind: 'review' })['reason']): string {
  switch (reason) {
    case 'orphaned':
      return l10n.t('Their code is gone');
    case 'noisy':
      return l10n.t('Voted not useful');
    case 'review-due':
      return l10n.t('Review is due');
    case 'control-due':
      return l10n.t('Planned control is late');
    case 'proposed-long':
      return l10n.t('Proposed long ago');
    case 'proposed':
      return l10n.t('Proposed');
  }
}

function statusLabel(status: Status | 'withdrawn'): string {
  switch (status) {
    case 'proposed':
      return l10n.t('Proposed');
    case 'accepted':
      return l10n.t('Accepted');
    case 'rejected':
      return l10n.t('Rejected');
    case 'deprecated':
      return l10n.t('Deprecated');
    case 'superseded':
      return l10n.t('Superseded');
    case 'withdrawn':
      return l10n.t('Withdrawn');
  }
}
