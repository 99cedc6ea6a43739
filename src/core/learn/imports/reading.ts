import { isCodeTour, readCodeTour } from './codeTour';
import { type ImportFile, type ImportKind, type ImportReading, nothingBut } from './imported';
import { readJson } from './json';
import { isOsv, readOsv } from './osv';
import { isPostMortem, readPostMortem } from './postMortem';
import { isSarif, readSarif } from './sarif';

/** More than any of these files has; a text is kept in memory several times while it is read. */
export const largestImport = 64 * 1024 * 1024;

/** Files that a folder is looked through for. */
const endings: Readonly<Record<ImportKind, RegExp>> = {
  osv: /\.json$/i,
  'post-mortem': /\.(?:md|markdown|md\.erb)$/i,
  sarif: /\.(?:sarif|sarif\.json|json)$/i,
  'code-tour': /\.tour$/i,
};

/** Whether a file of a folder is read at all. */
export function mayBeImported(path: string, kind: ImportKind | undefined): boolean {
  const isReadme = /(?:^|\/)readme\.m(?:d|arkdown)$/i.test(path);
  return (
    !isReadme &&
    (kind === undefined ? Object.values(endings) : [endings[kind]]).some((ending) => ending.test(path))
  );
}

/** Reads a file as what it is meant to be, or else as what it looks like. Never throws. */
export function readImport(file: ImportFile, kind = kindOf(file)): ImportReading {
  switch (kind) {
    case 'osv':
      return readOsv(file);
    case 'post-mortem':
      return readPostMortem(file);
    case 'sarif':
      return readSarif(file);
    case 'code-tour':
      return readCodeTour(file);
    case undefined:
      return nothingBut(faultOf(file));
  }
}

function kindOf({ path, text }: ImportFile): ImportKind | undefined {
  if (endings['post-mortem'].test(path)) {
    return isPostMortem(text) ? 'post-mortem' : undefined;
  }
  if (endings['code-tour'].test(path)) {
    return 'code-tour';
  }
  const read = readJson(text);
  if (read.kind === 'fault') {
    return undefined;
  }
  return isSarif(read.value)
    ? 'sarif'
    : isOsv(read.value)
      ? 'osv'
      : isCodeTour(read.value)
        ? 'code-tour'
        : undefined;
}

function faultOf({ path, text }: ImportFile) {
  const read = /\.(?:json|sarif)$/i.test(path) ? readJson(text) : undefined;
  return read?.kind === 'fault' ? read.fault : ({ code: 'unknown-kind' } as const);
}
