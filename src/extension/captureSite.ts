import * as vscode from 'vscode';
import { type CaptureSite, siteOf } from '../core/learn/captureSite';
import type { Selection } from '../core/learn/draft';
import { globOfPath } from '../core/lesson/glob';
import { isInLessonFolder } from '../core/library/files';
import type { CodeSymbol } from '../core/match/codeSymbol';
import type { Source } from '../core/match/source';
import { Unwanted } from '../core/match/turns';
import { chosenCandidate } from './captureCandidate';
import type { CaptureRequest, CaptureRequestAt } from './captureRequest';
import { fromRange } from './convert';
import type { LessonFolder } from './lessonFolder';
import type { Services } from './services';

/** Symbols are looked for while the person answers; of a file that a tool made, not for ever. In milliseconds. */
const patience = 10_000;

/** Where a lesson comes from, and where it goes. */
export interface CaptureStart {
  readonly folder: LessonFolder;
  /** What the place tells, looked for while the person is asked. */
  readonly site: Promise<CaptureSite>;
  /** What somebody already said went wrong. */
  readonly proposedTitle: string;
}

/** What it takes to look at code. */
export type SiteServices = Pick<
  Services,
  'folders' | 'documents' | 'committed' | 'git' | 'tools' | 'reaches' | 'turns' | 'log'
>;

/** `undefined` where it lies in no folder of the workspace. */
export async function startOf(
  request: CaptureRequest,
  services: SiteServices,
): Promise<CaptureStart | undefined> {
  const { activeTextEditor: front } = vscode.window;
  switch (request.kind) {
    case 'paths':
      return startAtPaths(request.uris, request.origin, services);
    case 'front':
      return front && startAt({ kind: 'place', uri: front.document.uri, range: front.selection }, services);
    case 'place':
      return startAt(request, services);
  }
}

async function startAt(request: CaptureRequestAt, services: SiteServices): Promise<CaptureStart | undefined> {
  const { uri, message = '', explainedAt, origin } = request;
  const folder = services.folders.folderOf(uri);
  const document = folder && (await openedOr(uri, services));
  const source = folder && document && services.documents.sourceOf(document, folder);
  if (folder === undefined) {
    return undefined;
  }
  const told = { ...(origin && { origin }), ...(explainedAt !== undefined && { explainedAt }) };
  const range = request.range ?? (source && (await changeIn(source, uri, services)));
  if (document === undefined || source === undefined || range === undefined) {
    const site = { ...siteOfPaths(folder, [{ uri, isFolder: false }]), ...told };
    return { folder, site: Promise.resolve(site), proposedTitle: message };
  }
  const selection = selectionIn(source, document, range);
  const commit = commitOf(uri, services);
  const [symbols, candidate] = [
    symbolsIn(source, services),
    chosenCandidate(folder, source, selection, services),
  ];
  const site = async () => ({
    ...siteOf(source, selection, await symbols, { commit, candidate: await candidate }),
    ...told,
  });
  return { folder, site: site(), proposedTitle: message };
}

/** `undefined` for a file that is gone, or that is no text. */
async function openedOr(uri: vscode.Uri, { log }: SiteServices): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch (error) {
    log.info(`${uri.toString()} cannot be opened; the lesson gets its path alone`, error);
    return undefined;
  }
}

/** What is selected, without the blanks around it. */
function selectionIn({ text }: Source, document: vscode.TextDocument, range: vscode.Range): Selection {
  const { start, end } = fromRange(document.validateRange(range));
  const [from, to] = [text.offsetAt(start), text.offsetAt(end)];
  const selected = text.value.slice(from, to);
  const blank = selected.length - selected.trimStart().length;
  return selected.trim() === ''
    ? { start: from, end: from }
    : { start: from + blank, end: from + selected.trimEnd().length };
}

/** The lines of a file that were changed, where they stand together. */
async function changeIn(
  source: Source,
  uri: vscode.Uri,
  { committed }: SiteServices,
): Promise<vscode.Range | undefined> {
  const changed = await committed.changedLines(uri, source.text);
  const [span, ...others] = changed.kind === 'some' ? changed.spans : [];
  return span === undefined || others.length > 0 || span.kind === 'delete'
    ? undefined
    : new vscode.Range(span.start, 0, span.end, 0);
}

async function symbolsIn(
  source: Source,
  { tools, turns, log }: SiteServices,
): Promise<readonly CodeSymbol[]> {
  const end = Date.now() + patience;
  try {
    const facts = await tools.symbols.factsOf(
      source,
      turns.of(() => Date.now() < end),
    );
    return facts.kind === 'symbols' ? facts.symbols : [];
  } catch (error) {
    if (error instanceof Unwanted) {
      log.info(`The symbols of ${source.path} take too long; the lesson does without`);
    } else {
      log.error('Finding the symbol at the cursor failed; the lesson gets the path alone', error);
    }
    return [];
  }
}

function commitOf(uri: vscode.Uri, { git }: SiteServices): string | undefined {
  const place = git.placeOf(uri);
  return place.kind === 'commit' ? place.commit : undefined;
}

interface PathAt {
  readonly uri: vscode.Uri;
  readonly isFolder: boolean;
}

async function startAtPaths(
  uris: readonly vscode.Uri[],
  origin: CaptureSite['origin'],
  { folders }: SiteServices,
): Promise<CaptureStart | undefined> {
  const [folder] = uris.flatMap(
    (uri) => folders.folderOf(uri) ?? folders.all.find((one) => isSame(one.uri, uri)) ?? [],
  );
  if (folder === undefined) {
    return undefined;
  }
  const paths = await Promise.all(uris.map(async (uri) => ({ uri, isFolder: await isFolder(uri) })));
  const site = { ...siteOfPaths(folder, paths), ...(origin && { origin }) };
  return { folder, site: Promise.resolve(site), proposedTitle: '' };
}

/** Files of other folders have no path from here. */
function siteOfPaths(folder: LessonFolder, paths: readonly PathAt[]): CaptureSite {
  const globs = paths.flatMap(({ uri, isFolder }) => {
    const isRoot = isSame(uri, folder.uri);
    const path = isRoot ? '' : folder.holds(uri) ? folder.pathOf(uri) : undefined;
    if (path === undefined || isInLessonFolder(`${path}/`)) {
      return [];
    }
    return isFolder || isRoot ? `${globOfPath(path)}/**`.replace(/^\//, '') : globOfPath(path);
  });
  return globs.length === 0 ? {} : { scopes: [{ paths: globs }] };
}

function isSame(a: vscode.Uri, b: vscode.Uri): boolean {
  return a.toString() === b.toString();
}

/** What is gone has been a file. */
async function isFolder(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    ({ type }) => (type & vscode.FileType.Directory) !== 0,
    () => false,
  );
}
