import * as vscode from 'vscode';
import type { Narrowing } from '../core/learn/narrowing';
import type { Place } from '../core/match/reach';
import { hitsMessage } from '../core/present/candidateWording';
import { narrowingTitle } from '../core/present/sweepWording';
import { SourceText } from '../core/text';
import type { CodeFolders } from './codeFolders';
import { commands } from './contributions';
import { toRange } from './convert';
import type { LessonFolder } from './lessonFolder';
import type { Followed, Sweeps } from './sweeps';

/** Few enough files are opened at once. */
const mostOpenFiles = 10;

/** So much of a line tells what is hit. */
const longestLine = 200;

export interface NarrowingRow {
  readonly kind: 'narrowing';
  readonly narrowing: Narrowing;
}

export interface FileRow {
  readonly kind: 'file';
  readonly folder: LessonFolder;
  readonly path: string;
  readonly places: readonly Place[];
  readonly isOpen: boolean;
}

export interface PlaceRow {
  readonly kind: 'place';
  readonly file: FileRow;
  readonly place: Place;
  /** The line that it begins in. */
  readonly line: string;
}

export type SweepRow = NarrowingRow | FileRow | PlaceRow;

/** How to narrow what means too much, and every place that is meant, by file. */
export class SweepRows implements vscode.TreeDataProvider<SweepRow>, vscode.Disposable {
  readonly #sweeps: Sweeps;
  readonly #code: CodeFolders;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #listener: vscode.Disposable;
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(sweeps: Sweeps, code: CodeFolders) {
    this.#sweeps = sweeps;
    this.#code = code;
    this.#listener = sweeps.onDidChange(() => this.#changed.fire(undefined));
  }

  async getChildren(row?: SweepRow): Promise<SweepRow[]> {
    if (row === undefined) {
      return topRows(this.#sweeps.followed);
    }
    if (row.kind !== 'file') {
      return [];
    }
    const text = new SourceText((await this.#code.of(row.folder).read(row.path)) ?? '');
    return row.places.map((place) => ({
      ...{ kind: 'place', file: row, place },
      line: place.range.start.line < text.lineCount ? text.line(place.range.start.line) : '',
    }));
  }

  getParent(row: SweepRow): SweepRow | undefined {
    return row.kind === 'place' ? row.file : undefined;
  }

  getTreeItem(row: SweepRow): vscode.TreeItem {
    switch (row.kind) {
      case 'narrowing':
        return narrowingItem(row);
      case 'file':
        return fileItem(row);
      case 'place':
        return placeItem(row);
    }
  }

  dispose(): void {
    vscode.Disposable.from(this.#listener, this.#changed).dispose();
  }
}

function topRows(followed: Followed | undefined): SweepRow[] {
  const { sweep, narrowings = [], folder, lesson } = followed ?? {};
  if (sweep === undefined || folder === undefined || lesson === undefined) {
    return [];
  }
  return [
    ...narrowings.map((narrowing): SweepRow => ({ kind: 'narrowing', narrowing })),
    ...sweep.files.map(
      (file, at): SweepRow => ({ kind: 'file', folder, ...file, isOpen: at < mostOpenFiles }),
    ),
  ];
}

function narrowingItem({ narrowing }: NarrowingRow): vscode.TreeItem {
  const item = new vscode.TreeItem(shortTitle(narrowing));
  item.id = `narrow:${JSON.stringify(narrowing.scope)}`;
  item.description = hitsMessage(narrowing);
  item.iconPath = new vscode.ThemeIcon('lightbulb', new vscode.ThemeColor('editorLightBulb.foreground'));
  item.tooltip = vscode.l10n.t('Narrow the lesson’s scope: {0}', narrowingTitle(narrowing));
  item.accessibilityInformation = { label: item.tooltip };
  item.command = { command: commands.narrow, title: item.tooltip, arguments: [{ scope: narrowing.scope }] };
  return item;
}

/** In a sidebar there is room for a name. */
function shortTitle(narrowing: Narrowing): string {
  const { kind, scope } = narrowing;
  const [path = ''] = scope.paths ?? [];
  switch (kind) {
    case 'folder':
      return vscode.l10n.t('Only below {0}', path.split('/').slice(-2).join('/'));
    case 'path':
      return vscode.l10n.t('Only in {0}', path.split('/').at(-1) ?? path);
    case 'symbol':
      return vscode.l10n.t('Only in {0}', (scope.symbols ?? []).join(', '));
    case 'pattern':
      return vscode.l10n.t('Only {0}', scope.structure ?? scope.pattern ?? '');
  }
}

function fileItem({ folder, path, places, isOpen }: FileRow): vscode.TreeItem {
  const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
  const uri = folder.uriOf(path);
  const item = new vscode.TreeItem(uri, places.length === 0 ? None : isOpen ? Expanded : Collapsed);
  item.id = `file:${isOpen}:${path}`;
  item.iconPath = vscode.ThemeIcon.File;
  const parent = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const count = places.length > 1 ? `${places.length}` : '';
  item.description = [parent, count].filter((part) => part !== '').join(' · ');
  item.tooltip = path;
  if (places.length === 0) {
    item.command = openingOf(uri, new vscode.Range(0, 0, 0, 0));
  }
  return item;
}

function placeItem({ file, place, line }: PlaceRow): vscode.TreeItem {
  const { start } = place.range;
  const shown = shownLine(line, place);
  const number = vscode.l10n.t('line {0}', start.line + 1);
  const item = new vscode.TreeItem({ label: shown.label, highlights: [shown.highlight] });
  item.id = `place:${file.path}:${start.line}:${start.character}:${place.range.end.line}:${place.range.end.character}`;
  item.description = place.isChanged ? vscode.l10n.t('{0}, being changed', number) : number;
  if (place.isChanged) {
    const color = new vscode.ThemeColor('gitDecoration.modifiedResourceForeground');
    item.iconPath = new vscode.ThemeIcon('edit', color);
  }
  item.tooltip = `${file.path}:${start.line + 1}`;
  item.accessibilityInformation = { label: `${shown.label}, ${item.description}` };
  item.command = openingOf(file.folder.uriOf(file.path), toRange(place.range));
  return item;
}

/** The line without its margin, from before the hit on where it is long. */
function shownLine(
  line: string,
  { range: { start, end } }: Place,
): { label: string; highlight: [number, number] } {
  const margin = line.length - line.trimStart().length;
  const last = end.line === start.line ? end.character : line.length;
  const from =
    start.character - margin > longestLine / 2 ? start.character - 20 : Math.min(margin, start.character);
  const lead = from > margin ? '…' : '';
  const label = lead + line.slice(from, from + longestLine).trimEnd();
  const at = (character: number) => Math.min(label.length, Math.max(0, character - from + lead.length));
  return { label, highlight: [at(start.character), at(last)] };
}

/** A look at the place, without leaving the lesson that is being written. */
function openingOf(uri: vscode.Uri, selection: vscode.Range): vscode.Command {
  const shown: vscode.TextDocumentShowOptions = { selection, preview: true, preserveFocus: true };
  return { command: 'vscode.open', title: vscode.l10n.t('Look at the Place'), arguments: [uri, shown] };
}
