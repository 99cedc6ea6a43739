import * as vscode from 'vscode';
import { type Completion, type CompletionKind, longestList } from '../core/author/completion';
import { completionsAt } from '../core/author/completions';
import { placesAt } from '../core/author/cursor';
import { dayOf } from '../core/lesson/calendar';
import { newLessonId } from '../core/lesson/identity';
import type { SymbolFinder } from '../core/match/symbolFinder';
import { SourceText } from '../core/text';
import { authorWorkspace } from './authorWorkspace';
import { fromPosition, toRange } from './convert';
import { configSelector, lessonDocumentOf, lessonSelector } from './lessonDocuments';
import type { LessonFolders } from './lessonFolders';

/** Markdown offers nothing unasked while one types, so each sign after which something can be chosen asks. */
const triggers = [':', ' ', '-', '/', '.', '"', "'", ',', '[', '{', '\n'];

/** Offers what may be written where the cursor is, in lessons and in a team's config. */
export function registerLessonCompletions(
  folders: LessonFolders,
  symbols: SymbolFinder,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const provider: vscode.CompletionItemProvider = {
    async provideCompletionItems(document, position, token) {
      const lesson = lessonDocumentOf(folders, document);
      if (lesson === undefined) {
        return undefined;
      }
      const places = placesAt(new SourceText(document.getText()), fromPosition(position), lesson.kind);
      const context = {
        library: lesson.folder.library,
        path: lesson.path,
        today: dayOf(new Date()),
        newId: () => newLessonId((bytes) => crypto.getRandomValues(bytes)),
        workspace: authorWorkspace(lesson.folder, symbols, log, token),
      };
      const completions = (await Promise.all(places.map((place) => completionsAt(place, context)))).flat();
      return token.isCancellationRequested
        ? undefined
        : new vscode.CompletionList(completions.map(itemOf), completions.length >= longestList);
    },
  };
  return vscode.Disposable.from(
    vscode.languages.registerCompletionItemProvider(lessonSelector, provider, ...triggers),
    vscode.languages.registerCompletionItemProvider(configSelector, provider, ...triggers),
  );
}

const kinds: Readonly<Record<CompletionKind, vscode.CompletionItemKind>> = {
  key: vscode.CompletionItemKind.Property,
  choice: vscode.CompletionItemKind.EnumMember,
  date: vscode.CompletionItemKind.Value,
  count: vscode.CompletionItemKind.Value,
  lesson: vscode.CompletionItemKind.Reference,
  word: vscode.CompletionItemKind.Text,
  folder: vscode.CompletionItemKind.Folder,
  file: vscode.CompletionItemKind.File,
  glob: vscode.CompletionItemKind.Operator,
  symbol: vscode.CompletionItemKind.Function,
  language: vscode.CompletionItemKind.Enum,
  skeleton: vscode.CompletionItemKind.Snippet,
};

function itemOf(completion: Completion, index: number): vscode.CompletionItem {
  const { kind, label, where, description, documentation, insert, range, filter, isPreselected, goesOn } =
    completion;
  const item = new vscode.CompletionItem({ label, detail: where && ` ${where}`, description }, kinds[kind]);
  item.insertText = insert.kind === 'plain' ? insert.text : new vscode.SnippetString(insert.text);
  // Indented already; the editor would do it once more.
  item.keepWhitespace = true;
  item.range = toRange(range);
  item.filterText = filter;
  item.sortText = String(index).padStart(5, '0');
  item.preselect = isPreselected;
  // Neither trusted nor HTML: it runs no command.
  item.documentation = documentation === undefined ? undefined : new vscode.MarkdownString(documentation);
  item.command = goesOn ? { command: 'editor.action.triggerSuggest', title: '' } : undefined;
  return item;
}
