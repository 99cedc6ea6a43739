import * as vscode from 'vscode';
import { scopeChanges } from '../core/edit/scopeChange';
import { additionsOf } from '../core/learn/addToLesson';
import type { Candidate } from '../core/learn/candidate';
import { type CountedCandidate, countCandidates, withCandidate } from '../core/learn/candidateCount';
import { candidatesOfOrigin } from '../core/learn/narrowing';
import { candidateCode, candidateTitle, hitsMessage } from '../core/present/candidateWording';
import { commands } from './contributions';
import { toRange } from './convert';
import { changeLesson } from './lessonChange';
import { lessonSelector } from './lessonDocuments';
import type { LessonFolders } from './lessonFolders';
import { type FoundScope, findScope, type ScopeRef, scopesOf } from './lessonScopes';
import type { ScopeReaches } from './scopeReaches';
import type { SharedTurns } from './sharedTurns';
import type { Sweeps } from './sweeps';
import { registerWritingCommand } from './writingCommand';

const kind = vscode.CodeActionKind.RefactorRewrite;

interface PatternItem extends vscode.QuickPickItem {
  readonly candidate: Candidate;
}

/**
 * *Choose a Pattern…*: other ways to find the code that a lesson comes from, each with what it hits now. Offered at a scope
 * that looks for code, and above what it hits.
 */
export function registerChoosePattern(
  folders: LessonFolders,
  reaches: ScopeReaches,
  turns: SharedTurns,
  sweeps: Sweeps,
): vscode.Disposable {
  return vscode.Disposable.from(
    registerWritingCommand(commands.choosePattern, async (argument) => {
      const found = findScope(folders, argument) ?? findScope(folders, followedScope(sweeps));
      const where = found && reaches.surroundings(found.asked.folder);
      const candidates = where ? await candidatesOfOrigin(found.asked.lesson, where) : [];
      if (found === undefined || where === undefined || candidates.length === 0) {
        void vscode.window.showInformationMessage(
          vscode.l10n.t(
            'There is no code to make a pattern of: the lesson names none in its evidence, or it has changed.',
          ),
        );
        return;
      }
      let isWanted = true;
      const wanted = turns.of(() => isWanted);
      const count = async (candidate: Candidate) =>
        (await countCandidates([candidate], found.asked.scope.scope, where, wanted))?.[0];
      try {
        const candidate = await pick(candidates, count);
        if (candidate !== undefined) {
          await change(found, candidate);
        }
      } finally {
        isWanted = false;
      }
    }),
    vscode.languages.registerCodeActionsProvider(
      lessonSelector,
      { provideCodeActions: (document, range) => actionsAt(folders, document, range) },
      { providedCodeActionKinds: [kind] },
    ),
  );
}

/** The one whose hits are listed, while one of them is in front. */
function followedScope({ followed }: Sweeps): ScopeRef | undefined {
  const [scope] = followed?.lesson?.scopes ?? [];
  return followed && scope && { document: followed.document.uri.toString(), scope: scope.index };
}

/** Lets a person choose while the hits are still being counted. */
async function pick(
  candidates: readonly Candidate[],
  count: (candidate: Candidate) => Promise<CountedCandidate | undefined>,
): Promise<Candidate | undefined> {
  const box = vscode.window.createQuickPick<PatternItem>();
  box.title = vscode.l10n.t('Choose a pattern');
  box.placeholder = vscode.l10n.t('Ways to find the code that the lesson comes from');
  box.ignoreFocusOut = true;
  box.items = candidates.map((candidate) => itemOf(candidate, vscode.l10n.t('counting…')));
  const picked = new Promise<Candidate | undefined>((resolve) => {
    box.onDidAccept(() => resolve(box.selectedItems[0]?.candidate));
    box.onDidHide(() => resolve(undefined));
  });
  box.show();
  void countAll(box, candidates, count);
  try {
    return await picked;
  } finally {
    box.dispose();
  }
}

async function countAll(
  box: vscode.QuickPick<PatternItem>,
  candidates: readonly Candidate[],
  count: (candidate: Candidate) => Promise<CountedCandidate | undefined>,
): Promise<void> {
  for (const candidate of candidates) {
    const told = await count(candidate).then(
      (counted) => counted && hitsMessage(counted),
      () => vscode.l10n.t('cannot be counted'),
    );
    if (told === undefined) {
      return;
    }
    const at = box.items.findIndex((item) => item.candidate === candidate);
    const active = box.activeItems[0]?.candidate;
    box.items = box.items.map((item, index) => (index === at ? itemOf(candidate, told) : item));
    box.activeItems = box.items.filter((item) => item.candidate === active);
  }
}

function itemOf(candidate: Candidate, description: string): PatternItem {
  return {
    ...{ label: candidateTitle(candidate.kind), description, candidate },
    detail: candidateCode(candidate).replace(/\s+/g, ' '),
  };
}

/** What it was found by becomes a test of it. */
async function change({ document, asked }: FoundScope, candidate: Candidate): Promise<void> {
  const { lesson, scope } = asked;
  const draft = { id: lesson.id, title: lesson.title, created: '', examples: [candidate.example] };
  await changeLesson(document, {
    changes: [
      ...scopeChanges(lesson, scope.index, withCandidate(scope.scope, candidate)),
      ...additionsOf(lesson.frontMatter, draft),
    ],
  });
}

function actionsAt(
  folders: LessonFolders,
  document: vscode.TextDocument,
  range: vscode.Range,
): vscode.CodeAction[] {
  const found = scopesOf(folders, document).find(({ lesson, scope }) => {
    const at = scope.ranges.pattern ?? scope.ranges.structure;
    const hasOrigin = (lesson.frontMatter.evidence ?? []).length > 0;
    return hasOrigin && at !== undefined && toRange(at).intersection(range) !== undefined;
  });
  if (found === undefined) {
    return [];
  }
  const action = new vscode.CodeAction(vscode.l10n.t('Another pattern…'), kind);
  const ref: ScopeRef = { document: document.uri.toString(), scope: found.scope.index };
  action.command = { title: action.title, command: commands.choosePattern, arguments: [ref] };
  return [action];
}
