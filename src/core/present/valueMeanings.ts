import * as l10n from '@vscode/l10n';
import type { Confidence, Level, Severity, Status, vocabulary } from '../lesson/vocabulary';
import type { WordingRule } from '../lesson/wording';
import type { ValueMeanings } from './meaning';

type Vocabulary = typeof vocabulary;
type Values<Key extends 'kind' | 'origin'> = ValueMeanings<Vocabulary[Key]>;

export function statusMeanings(): Readonly<Record<Status, string>> {
  return {
    proposed: l10n.t('Written down, but not reviewed yet. It is shown as a hint at most.'),
    accepted: l10n.t('Reviewed by the team. It speaks as loudly as severity and confidence allow.'),
    rejected: l10n.t('The team decided against it. It is kept with the reason, and applies nowhere.'),
    deprecated: l10n.t('No longer needed, and nothing takes its place. It is kept, and applies nowhere.'),
    superseded: l10n.t('Replaced by a newer lesson, which superseded_by names. It applies nowhere.'),
  };
}

export function severityMeanings(): Readonly<Record<Severity, string>> {
  return {
    critical: l10n.t('The whole service down, data lost for good, secrets out, or people harmed.'),
    high: l10n.t('Many users stopped, or a lot of money or work lost.'),
    medium: l10n.t('Some users hindered, and the damage can be undone.'),
    low: l10n.t('A nuisance.'),
  };
}

export function confidenceMeanings(): Readonly<Record<Confidence, string>> {
  return {
    high: l10n.t('What it says is proven, and where it applies is nearly always the right place.'),
    medium: l10n.t('Most likely right, but it may show in places that are fine.'),
    low: l10n.t('A guess that is worth keeping.'),
  };
}

export function levelMeanings(): Readonly<Record<Level, string>> {
  return {
    error: l10n.t(
      'Shown as an error, and fails the check in a build. No lesson is an error unless it says so.',
    ),
    warning: l10n.t('Shown as a warning at most.'),
    info: l10n.t('Shown as information at most.'),
    hint: l10n.t('A few dots below the code at most, and nothing in the Problems panel.'),
    silent: l10n.t('Never shown in the code; it can still be found in the list of lessons.'),
  };
}

export function kindMeanings(): Values<'kind'> {
  return {
    pitfall: l10n.t('Something that went wrong, or nearly did.'),
    practice: l10n.t('Something that works well and should be kept.'),
  };
}

export function originMeanings(): Values<'origin'> {
  return {
    incident: l10n.t('It went wrong here, and someone was affected.'),
    'near-miss': l10n.t('It nearly went wrong here.'),
    advisory: l10n.t('Someone published a security advisory or a warning.'),
    review: l10n.t('It was noticed while reading code.'),
    test: l10n.t('A test, a fuzzer or an exercise showed it.'),
    audit: l10n.t('Someone looked for it on purpose, as in a security audit.'),
    external: l10n.t('It happened to others, and could happen here.'),
  };
}

export function whenMeanings(): Readonly<Record<'edit' | 'add' | 'delete' | 'any', string>> {
  return {
    edit: l10n.t(
      'While code that was committed before is being changed: the place, or the body of the symbol.',
    ),
    add: l10n.t('While new code is being written: the place is not in HEAD. Without git all code is new.'),
    delete: l10n.t('While lines are being removed from the place, or from the body of the symbol.'),
    any: l10n.t('Whatever is done with the code.'),
  };
}

export function accessMeanings(): Readonly<Record<'public' | 'internal', string>> {
  return {
    public: l10n.t('Anyone can open it.'),
    internal: l10n.t('Only people of your organization can open it.'),
  };
}

export function wordingMeanings(): Readonly<Record<WordingRule, string>> {
  return {
    'blame-error': l10n.t('Human error as a cause: it ends the search for one.'),
    'blame-person': l10n.t('A person or a role that forgot, failed or neglected something.'),
    'blame-trait': l10n.t('Words about character, such as careless or negligent.'),
    'blame-fault': l10n.t('Words that look for guilt, such as fault or blame.'),
    counterfactual: l10n.t('What should have been done: it tells what did not happen.'),
    'personal-email': l10n.t('An e-mail address.'),
    'personal-handle': l10n.t('The account name of a person.'),
    'what-to-do-missing': l10n.t('A story without a way out: what happened, and not what to do instead.'),
  };
}
