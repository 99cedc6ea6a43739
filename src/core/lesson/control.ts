import type { FrontMatter } from './vocabulary';

/** What makes a mistake impossible, or visible without anyone remembering. */
export type Control = NonNullable<FrontMatter['controls']>[number];

/** Controls that hold without anyone's attention; the others rely on people. */
const strongKinds: ReadonlySet<string> = new Set(['design', 'type', 'lint', 'test', 'ci', 'guard']);

/** Whether a control, once done, is enough for its lesson to go quiet. */
export function isStrong({ kind }: Control): boolean {
  return kind !== undefined && strongKinds.has(kind);
}

/** The file or folder of the project that a control's `ref` names; `undefined` for an address or mere words. */
export function pathOfRef({ ref }: Control): string | undefined {
  const path = ref?.replace(/#.*$/, '').replace(/^\.\//, '').replace(/\/$/, '');
  return path === undefined || path === '' || /^[a-z][\w+.-]*:|^\/|\s|(?:^|\/)\.\.(?:\/|$)/i.test(path)
    ? undefined
    : path;
}

/** The controls that keep a lesson quiet while what they name is there. */
export function strongControls({
  frontMatter: { controls = [] },
}: {
  readonly frontMatter: Pick<FrontMatter, 'controls'>;
}): readonly Control[] {
  return controls.filter((control) => control.status === 'done' && isStrong(control));
}
