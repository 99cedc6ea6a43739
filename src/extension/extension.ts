import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { registerAuthorSurfaces } from './authorSurfaces';
import { registerCodeSurfaces } from './codeSurfaces';
import { commands, contextKeys } from './contributions';
import { createServices, type Services } from './services';
import { ControlsInPlace } from './controlsInPlace';
import { registerDiagnostics } from './diagnostics';
import { DisplayHistory } from './displayHistory';
import { DocumentDisplay } from './documentDisplay';
import { DocumentMatches } from './documentMatches';
import { EditorSymbols } from './editorSymbols';
import { registerFeedback } from './feedback';
import { FeedbackRecorder } from './feedbackRecorder';
import { registerFind } from './find';
import { FolderTools } from './folderTools';
import { GitRepositories } from './gitRepositories';
import { registerHovers } from './hovers';
import { registerKeyHovers } from './keyHovers';
import { registerLessonCompletions } from './lessonCompletions';
import { registerLessonFixes } from './lessonFixes';
import { LessonFolders } from './lessonFolders';
import { registerLessonLinks } from './lessonLinks';
import { registerLessonNavigation } from './lessonNavigation';
import { registerLessonOutline } from './lessonOutline';
import { registerLessonProblems } from './lessonProblems';
import { registerLessonRename } from './lessonRename';
import { LessonStandings } from './lessonStandings';
import { registerLessonTree } from './lessonTree';
import { registerOpenCommands } from './openCommands';
import { ReachProblems } from './reachProblems';
import { registerScopeLenses } from './scopeLenses';
import { ScopeReaches } from './scopeReaches';
import { SharedTurns } from './sharedTurns';
import { ShownDocuments } from './shownDocuments';
import { registerShowReach } from './showReach';
import { registerStatusActions } from './statusActions';
import { registerStatusCommands } from './statusCommands';
import { storageOf } from './storedLessons';
import { StructureAnswers } from './structureAnswers';
import { registerWhy } from './why';
import { grammarFilesIn } from './workspaceFiles';

/** What has to be finished before the window closes. The editor hands `deactivate` nothing, and waits for it alone. */
const closing = new Set<() => Promise<void>>();

/** Registers everything at once and reads the lessons afterwards, so that activation costs next to nothing. */
export function activate(context: vscode.ExtensionContext): void {
  if (vscode.l10n.bundle !== undefined) {
    l10n.config({ contents: vscode.l10n.bundle });
  }
  const services = createServices(context);
  const { folders, log } = services;
  context.subscriptions.push(
    registerCodeSurfaces(services),
    registerAuthorSurfaces(services),
  const log = vscode.window.createOutputChannel('Lessons', { log: true });
  const folders = new LessonFolders(log, storageOf(context));
  const git = new GitRepositories(log);
  const committed = new CommittedTexts(git, log);
  const beside = grammarFilesIn(context.extensionUri);
  const grammars = new Grammars(beside);
  const symbols = new SymbolFinder(beside, { languages: grammars, now: () => performance.now() });
  const code = new CodeFolders(folders, log);
  const editor = new EditorSymbols(log);
  const tools = new FolderTools(symbols, new StructureFinder(beside, grammars), code, editor);
  const controls = new ControlsInPlace(folders, log);
  const history = new DisplayHistory(context.workspaceState);
  const standings = new LessonStandings(controls, history);
  const display = new DocumentDisplay(standings);
  const shown = new ShownDocuments(committed, log);
  const documents = new DocumentMatches({ folders, tools, committed, editor, shown, display, log });
  const turns = new SharedTurns();
  const reaches = new ScopeReaches(folders, code, tools, { git, committed }, turns, log);
  const structures = new StructureAnswers(code, tools, turns, log);
  const reachProblems = new ReachProblems(folders, reaches, structures);
  const feedback = new FeedbackRecorder(folders, context.workspaceState, log);
  closing.add(() => feedback.flush());
  context.subscriptions.push(
    log,
    folders,
    git,
    committed,
    controls,
    history,
    standings,
    shown,
    display,
    documents,
    code,
    editor,
    tools,
    reaches,
    reachProblems,
    feedback,
    registerDiagnostics(documents, history),
    registerWriting(folders, reachProblems, symbols, log),
    registerHovers(documents, standings),
    registerWhy({ folders, documents, tools, committed }),
    registerCodeActions(documents),
    registerLessonTree(folders, documents),
    registerScopeLenses(folders, reaches),
    registerShowReach(folders, reaches),
    registerFind(folders, turns, log),
    registerOpenCommands(folders),
    registerFeedback(folders, documents, feedback),
    registerCapture(folders, documents, symbols, log),
    vscode.commands.registerCommand(commands.refresh, () => folders.load()),
    vscode.commands.registerCommand(commands.showLog, () => log.show()),
  );
  void start(services);
}

async function start({ folders, git }: Services): Promise<void> {
  await Promise.all([git.start(), folders.load()]);
/** What helps while lesson files are written. */
function registerWriting(
  folders: LessonFolders,
  reachProblems: ReachProblems,
  symbols: SymbolFinder,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  return vscode.Disposable.from(
    registerLessonProblems(folders, reachProblems),
    registerLessonFixes(folders, reachProblems),
    registerStatusCommands(folders),
    registerStatusActions(folders),
    registerLessonCompletions(folders, symbols, log),
    registerKeyHovers(folders),
    registerLessonLinks(folders),
    registerLessonNavigation(folders, log),
    registerLessonRename(folders, log),
    registerLessonOutline(),
  );
}

/** Stores what was told and not stored yet. */
export async function deactivate(): Promise<void> {
  await Promise.all([...closing].map((finish) => finish()));
}

async function start(folders: LessonFolders, git: GitRepositories): Promise<void> {
  await Promise.all([git.start(), folders.load()]);
  await vscode.commands.executeCommand('setContext', contextKeys.ready, true);
}
