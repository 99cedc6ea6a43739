import type { BlamedLine, Commit, FileChange } from '../core/history/history';

/** Commits from `git log -z --format=%H%x00%P%x00%ad%x00%B`: four fields each, and no message can hold a zero byte. */
export function commitsIn(output: string): readonly Commit[] {
  const fields = output.split('\0');
  const commits: Commit[] = [];
  for (let at = 0; at + 3 < fields.length; at += 4) {
    const [id = '', parents = '', date = '', message = ''] = fields.slice(at, at + 4);
    commits.push({
      ...{ id, date, message: message.trimEnd() },
      parents: parents.split(' ').filter((parent) => parent !== ''),
    });
  }
  return commits;
}

/** Changes from `git diff-tree -r -z -M --raw`; links and submodules are no files of the project. */
export function fileChangesIn(output: string): readonly FileChange[] {
  const fields = output.split('\0');
  const changes: FileChange[] = [];
  for (let at = 0; at + 1 < fields.length; ) {
    const [before = '', after = '', , , status = ''] = (fields[at] ?? '').replace(/^:/, '').split(' ');
    const isMoved = /^[RC]/.test(status);
    const [first = '', second = ''] = fields.slice(at + 1, at + 3);
    at += isMoved ? 3 : 2;
    const change = changeOf(status, first, isMoved ? second : first);
    if ([before, after].every((mode) => mode === '000000' || mode.startsWith('100'))) {
      changes.push(change);
    }
  }
  return changes;
}

function changeOf(status: string, before: string, path: string): FileChange {
  switch (status[0]) {
    case 'A':
    case 'C':
      return { kind: 'added', path };
    case 'D':
      return { kind: 'deleted', path };
    case 'R':
      return { kind: 'changed', path, before };
    default:
      return { kind: 'changed', path };
  }
}

/** Lines from `git blame --porcelain`, which tells what it knows of a commit only where it first names it. */
export function blamedLinesIn(output: string): readonly BlamedLine[] {
  const blamed: { line: number; commit: string }[] = [];
  const ends = new Set<string>();
  for (const written of output.split('\n')) {
    const [, commit, line] = /^([\da-f]{40,64}) \d+ (\d+)/.exec(written) ?? [];
    if (commit !== undefined) {
      blamed.push({ commit, line: Number(line) - 1 });
    } else if (written === 'boundary') {
      ends.add(blamed.at(-1)?.commit ?? '');
    }
  }
  return blamed.map((one) => ({ ...one, isBoundary: ends.has(one.commit) }));
}
