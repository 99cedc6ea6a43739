import * as vscode from 'vscode';
import { Grammars } from '../core/match/grammars';
import { StructureFinder } from '../core/match/structure/structureFinder';
import { SymbolFinder } from '../core/match/symbolFinder';
import { CodeFolders } from './codeFolders';
import { CommittedTexts } from './committedTexts';
import { ControlsInPlace } from './controlsInPlace';
import { DisplayHistory } from './displayHistory';
import { DocumentDisplay } from './documentDisplay';
import { DocumentMatches } from './documentMatches';
import { EditorSymbols } from './editorSymbols';
import { FeedbackRecorder } from './feedbackRecorder';
import { FolderTools } from './folderTools';
import { GitHistories } from './gitHistory';
import { GitRepositories } from './gitRepositories';
import { LessonFolders } from './lessonFolders';
import { LessonStandings } from './lessonStandings';
import { Orphans } from './orphans';
import { ReachProblems } from './reachProblems';
import { ScopeReaches } from './scopeReaches';
import { SharedTurns } from './sharedTurns';
import { ShownDocuments } from './shownDocuments';
import { storageOf } from './storedLessons';
import { StructureAnswers } from './structureAnswers';
import { Suggestions } from './suggestions';
import { SweepAnswers } from './sweepAnswers';
import { grammarFilesIn } from './workspaceFiles';

/** What the surfaces are made from: each knows something, keeps it up to date, and tells when it changed. */
export type Services = ReturnType<typeof createServices>;

/** In the order in which they need each other. Nothing is read yet. */
export function createServices(context: vscode.ExtensionContext) {
  const { subscriptions, workspaceState, extensionUri } = context;
  const own = <T extends vscode.Disposable>(service: T): T => {
    subscriptions.push(service);
    return service;
  };
  const log = own(vscode.window.createOutputChannel('Lessons', { log: true }));
  const folders = own(new LessonFolders(log, storageOf(context)));
  const git = own(new GitRepositories(log));
  const histories = new GitHistories(git, log);
  const committed = own(new CommittedTexts(git, log));
  const turns = new SharedTurns();

  const beside = grammarFilesIn(extensionUri);
  const grammars = new Grammars(beside);
  const now = () => performance.now();
  const symbols = new SymbolFinder(beside, { languages: grammars, now });
  const code = own(new CodeFolders(folders, log));
  const editor = own(new EditorSymbols(log));
  const tools = own(new FolderTools(symbols, new StructureFinder(beside, grammars, now), code, editor));

  const controls = own(new ControlsInPlace(folders, log));
  const history = own(new DisplayHistory(workspaceState));
  const standings = own(new LessonStandings(controls, history));
  const display = own(new DocumentDisplay(standings));
  const shown = own(new ShownDocuments(committed, log));
  const documents = own(
    new DocumentMatches({ folders, tools, committed, editor, shown, display, turns, log }),
  );

  const feedback = own(new FeedbackRecorder(folders, workspaceState, log));
  const reaches = own(new ScopeReaches(folders, code, tools, { git, committed }, turns, log));
  const orphans = own(new Orphans(folders, code, tools, turns, log));
  const suggestions = own(new Suggestions(folders, { git, histories }, workspaceState, turns, log));
  const structures = new StructureAnswers(code, tools, turns, log);
  const sweepAnswers = new SweepAnswers(reaches, turns, log);
  const reachProblems = own(new ReachProblems(folders, reaches, structures, sweepAnswers));
  return {
    ...{ extension: context.extension, log, folders, git, histories, committed, turns, symbols, code, tools },
    ...{
      history,
      standings,
      feedback,
      documents,
      reaches,
      orphans,
      suggestions,
      reachProblems,
      sweepAnswers,
    },
    memory: workspaceState,
  };
}
