import * as l10n from '@vscode/l10n';
import type { ImportFault, ImportKind } from '../learn/imports/imported';
import type { ImportOutcome } from '../learn/imports/importPlan';
import { harmlessLine } from './harmlessText';

/** Why nothing, or less, came of a file. */
export function importFaultMessage(fault: ImportFault): string {
  switch (fault.code) {
    case 'unknown-kind':
      return l10n.t(
        'This is no OSV record, post-mortem, SARIF log or CodeTour. Say what it is meant to be to have it read as that.',
      );
    case 'too-large':
      return l10n.t(
        'The file is larger than {0} MB. Split it, or leave out what is not needed.',
        fault.megabytes,
      );
    case 'no-json':
      return l10n.t('The file is no whole JSON: {0}', harmlessLine(fault.reason));
    case 'no-record':
      return l10n.t('The file holds nothing of this kind: {0}.', importKindLabel(fault.kind));
    case 'record-without-id':
      return l10n.t('Record {0} has no id that a lesson could be known by.', fault.index + 1);
    case 'sarif-version':
      return l10n.t('Only SARIF 2.1 can be read, and this says "{0}".', harmlessLine(fault.version));
    case 'results-without-rule':
      return fault.count === 1
        ? l10n.t('1 result names no rule, so no lesson can be made of it.')
        : l10n.t('{0} results name no rule, so no lesson can be made of them.', fault.count);
    case 'tour-without-files':
      return l10n.t('No step of the tour names a file of this project, so the lesson applies nowhere yet.');
    case 'nothing-said':
      return l10n.t('The document says nothing that could stand in a lesson.');
  }
}

/** What became of a lesson that is not new; `undefined` where there is nothing to say. */
export function importOutcomeMessage(outcome: ImportOutcome): string | undefined {
  switch (outcome.kind) {
    case 'new':
      return undefined;
    case 'there':
      return outcome.hasChanged
        ? l10n.t(
            '{0} has changed since it became {1}. The lesson is left as it is: see what is new in it.',
            ...[harmlessLine(outcome.source), outcome.path],
          )
        : l10n.t('{0} is there already: {1}', harmlessLine(outcome.source), outcome.path);
    case 'twice':
      return l10n.t(
        '{0} is about the same as {1}, and was left out.',
        ...[harmlessLine(outcome.source), harmlessLine(outcome.first)],
      );
    case 'unusable':
      return l10n.t(
        'No lesson can be made of {0}: it is too long, or not whole.',
        harmlessLine(outcome.source),
      );
  }
}

export function importKindLabel(kind: ImportKind): string {
  switch (kind) {
    case 'osv':
      return l10n.t('OSV record');
    case 'post-mortem':
      return l10n.t('post-mortem');
    case 'sarif':
      return l10n.t('SARIF log');
    case 'code-tour':
      return l10n.t('CodeTour');
  }
}
