import * as l10n from '@vscode/l10n';
import { type Control, isStrong } from '../lesson/control';
import type { Lesson } from '../lesson/lesson';

/** A control by its kind and what it names: "test test/orders.test.ts". */
export function controlName({ kind, ref }: Control): string {
  return [kind, ref].filter((part) => part !== undefined).join(' ');
}

/**
 * What keeps the mistake from happening again, in one sentence: the control that is in place, that is planned, that was
 * lost, or that people have to remember.
 */
export function controlMessage(
  { frontMatter: { controls = [] } }: Lesson,
  inPlace: Control | undefined,
): string {
  if (inPlace !== undefined) {
    return l10n.t('Kept by a control: {0}.', controlName(inPlace));
  }
  const lost = controls.find((control) => control.status === 'done' && isStrong(control));
  if (lost !== undefined) {
    return l10n.t('A control is said to be done, but is not there: {0}.', controlName(lost));
  }
  const planned = controls.find(({ status }) => status === 'planned');
  if (planned !== undefined) {
    return planned.due === undefined
      ? l10n.t('A control is planned: {0}.', controlName(planned))
      : l10n.t('A control is planned until {0}: {1}.', planned.due, controlName(planned));
  }
  const weak = controls.find(({ status }) => status === 'done');
  return weak === undefined
    ? l10n.t('No control: people have to remember.')
    : l10n.t('Reminded of by {0}; people still have to remember.', controlName(weak));
}
