/**
 * How a file was committed: `nothing` where HEAD has no such file, or there is no git; `same` where the file is as HEAD
 * has it; otherwise the id of the blob that HEAD has.
 */
export type Committed = string;

/** What git says of the files below a folder. Paths are relative to that folder, with `/`. */
export interface GitStatus {
  /** Tracked files that are there, and untracked ones that are not ignored. No links. */
  readonly files: readonly string[];
  /** The blob ids of files that git knows to be unchanged since they were staged. */
  readonly blobs: ReadonlyMap<string, string>;
  /** Only of files that differ from HEAD. */
  readonly committed: ReadonlyMap<string, Committed>;
  /** Folders that are repositories of their own: submodules, and others that git does not look into. */
  readonly nested: readonly string[];
}

/** A line of the status, as far as it is asked for. */
interface Change {
  readonly path: string;
  readonly committed: Committed;
  /** Whether the file is as it was staged. */
  readonly isStaged: boolean;
  /** The mode in the working tree; `000000` where the file is gone. */
  readonly mode: string;
  /** Whether the next field is the file's name in HEAD: that one is gone, or was copied. */
  readonly origin?: 'gone' | 'copied';
}

const link = '120000';
const submodule = '160000';
const gone = '000000';

/**
 * @param status of `git status --porcelain=v2 -z --find-renames --untracked-files=all`
 * @param staged of `git ls-files -s -v -z`
 * @param prefix the folder's own path in its repository, with a slash at the end, as the status names files from there
 */
export function gitStatusOf(status: string, staged: string, prefix: string): GitStatus {
  const changes = new Map<string, Change>();
  const [files, nested] = [new Set<string>(), new Set<string>()];
  const blobs = new Map<string, string>();
  for (const change of changesOf(status)) {
    const path = change.path.slice(prefix.length);
    // Where a renamed file stood there may be another by now.
    const isKnown = change.mode === gone && changes.has(path);
    if (change.path.startsWith(prefix) && !isKnown) {
      changes.set(path, change);
    }
  }
  for (const field of fieldsOf(staged)) {
    // Between tag, mode and blob id there is one space each: "H 100644 <id> 0<tab>path".
    const path = field.slice(field.indexOf('\t') + 1);
    const [tag = '', mode, blob = ''] = field.slice(0, field.indexOf('\t')).split(' ');
    const change = changes.get(path);
    if (mode === submodule) {
      nested.add(path);
    } else if (change === undefined ? mode !== link && tag !== 'S' : isCode(change.mode)) {
      files.add(path);
      // Of a file with any other tag somebody told git not to look.
      if (tag === 'H' && change?.isStaged !== false) {
        blobs.set(path, blob);
      }
    }
  }
  for (const [path, { mode }] of changes) {
    if (path.endsWith('/')) {
      nested.add(path.slice(0, -1));
    } else if (mode === '') {
      files.add(path);
    }
  }
  const committed = new Map([...changes].map(([path, change]) => [path, change.committed]));
  return { files: [...files], blobs, committed, nested: [...nested] };
}

function isCode(mode: string): boolean {
  return mode !== link && mode !== submodule && mode !== gone;
}

function* changesOf(status: string): Generator<Change> {
  const fields = fieldsOf(status).values();
  for (const field of fields) {
    const change = changeOf(field);
    if (change !== undefined) {
      yield change;
    }
    const origin = change?.origin && fields.next().value;
    if (change?.origin === 'gone' && origin !== undefined) {
      // What was committed under this name is compared with the file that has another.
      yield { path: origin, committed: 'nothing', isStaged: false, mode: gone };
    }
  }
}

/** The forms are those of git's own documentation, "Porcelain Format Version 2". */
function changeOf(field: string): Change | undefined {
  const words = field.split(' ');
  const [kind, state = ''] = words;
  switch (kind) {
    case '1': {
      const [mode = '', head = ''] = words.slice(5, 7);
      return { ...rest(words, 8), mode, committed: committedAs(head), isStaged: state[1] === '.' };
    }
    case '2': {
      const [mode = '', head = ''] = words.slice(5, 7);
      const isRenamed = words[8]?.startsWith('R') === true;
      return {
        ...{ ...rest(words, 9), mode, isStaged: state[1] === '.' },
        ...{ committed: isRenamed ? committedAs(head) : 'nothing', origin: isRenamed ? 'gone' : 'copied' },
      };
    }
    case 'u': {
      // Of the three blobs in conflict the second is ours, which HEAD has.
      const [mode = '', , ours = ''] = words.slice(6, 9);
      return { ...rest(words, 10), mode, committed: committedAs(ours), isStaged: false };
    }
    case '?':
      return { ...rest(words, 1), mode: '', committed: 'nothing', isStaged: false };
    default:
      return undefined;
  }
}

function rest(words: readonly string[], from: number): Pick<Change, 'path'> {
  return { path: words.slice(from).join(' ') };
}

function committedAs(blob: string): Committed {
  return /^0+$/.test(blob) ? 'nothing' : blob;
}

function fieldsOf(output: string): readonly string[] {
  return output.split('\0').filter((field) => field !== '');
}
