import { join, relative } from 'node:path';
import type { ImportOutcome } from '../core/learn/imports/importPlan';
import { importOutcomeMessage } from '../core/present/importWording';
import type { Io } from './io';
import { count } from './phrases';

/** A lesson and where it was written to, if it was. */
export type Done = ImportOutcome & { readonly file: string; readonly written?: string };
/** What could not be read, and why. */
export interface Failed {
  readonly file: string;
  readonly code: string;
  readonly message: string;
}

/** For scripts. */
export function importRecord(done: Done) {
  const { source, file } = done;
  switch (done.kind) {
    case 'new':
      return { state: 'new', source, file, id: done.draft.id, path: done.written };
    case 'there':
      return { state: 'there', source, file, path: done.path, changed: done.hasChanged };
    case 'twice':
      return { state: 'twice', source, file, first: done.first };
    case 'unusable':
      return { state: 'unusable', source, file };
  }
}

/** With more than this, what is there already is only counted. */
const mostTold = 20;

/** The paths of new lessons, and on stderr what else there is to say. */
export function tellImport(
  done: readonly Done[],
  failed: readonly Failed[],
  { root, isPrint }: { readonly root: string; readonly isPrint: boolean },
  io: Io,
): void {
  for (const one of done) {
    if (one.kind === 'new') {
      io.stdout(isPrint ? `${one.text}\n` : `${relative(io.cwd, join(root, one.written ?? ''))}\n`);
    }
  }
  const others = done.filter(({ kind }) => kind === 'there' || kind === 'twice');
  const hasNews = (one: Done) => one.kind === 'there' && one.hasChanged;
  const told = others.length > mostTold ? others.filter(hasNews) : others;
  const made = done.filter(({ kind }) => kind === 'new').length;
  const lines = [
    ...told.map((one) => importOutcomeMessage(one) ?? ''),
    ...failed.map(({ file, message }) => `${file}: ${message}`),
    `${count(made, 'lesson')} ${isPrint ? 'would be ' : ''}proposed, ${others.length} there already, ${count(failed.length, 'problem')}.`,
  ];
  for (const line of lines) {
    io.stderr(`${line}\n`);
  }
}
