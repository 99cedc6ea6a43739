import * as vscode from 'vscode';
import { until } from './workspace';

/** What the editor asked while answers were given for a person. */
export interface Asked {
  /** The prompts of input boxes, each with what stood there before. */
  readonly boxes: string[];
  readonly messages: string[];
  /** The labels of each list to choose from, without its headings. */
  readonly lists: (readonly string[])[];
}

/** An answer to an input box: a text to confirm, or a way to turn away. */
export type Answer = string | { readonly key: 'escape' | 'back'; readonly typed?: string };

type Listener = () => void;

/**
 * Answers input boxes in order, as they are shown, and messages and lists by how the label of a button or an entry begins,
 * while something runs. What nobody answers is turned away from.
 */
export async function answering(
  answers: readonly (Answer | undefined)[],
  run: (asked: Asked) => PromiseLike<unknown>,
  chosen = 'nothing',
): Promise<Asked> {
  const asked: Asked = { boxes: [], messages: [], lists: [] };
  const waiting = [...answers];
  const { createInputBox, showInformationMessage, showQuickPick } = vscode.window;
  const fakes = {
    createInputBox: () => fakeBox(asked, () => waiting.shift() ?? { key: 'escape' }),
    showInformationMessage: async (message: string, ...buttons: unknown[]) => {
      asked.messages.push(message);
      return buttons.find((one) => one === chosen);
    },
    showQuickPick: async (given: readonly vscode.QuickPickItem[]) => {
      const items = given.filter(({ kind }) => kind !== vscode.QuickPickItemKind.Separator);
      asked.lists.push(items.map(({ label }) => label));
      return items.find(({ label }) => label.startsWith(chosen));
    },
  };
  Object.assign(vscode.window, fakes);
  try {
    await run(asked);
  } finally {
    Object.assign(vscode.window, { createInputBox, showInformationMessage, showQuickPick });
  }
  return asked;
}

function fakeBox(asked: Asked, next: () => Answer): vscode.InputBox {
  const listeners = new Map<string, Listener>();
  const on = (name: string) => (listener: Listener) => {
    listeners.set(name, listener);
    return new vscode.Disposable(() => listeners.delete(name));
  };
  const box = {
    ...{ value: '', prompt: '', onDidChangeValue: on('change'), onDidAccept: on('accept') },
    ...{ onDidTriggerButton: on('button'), onDidHide: on('hide'), dispose: () => undefined },
    show: () => {
      asked.boxes.push(box.value === '' ? box.prompt : `${box.prompt}: ${box.value}`);
      const answer = next();
      const typed = typeof answer === 'string' ? answer : answer.typed;
      if (typed !== undefined) {
        box.value = typed;
        listeners.get('change')?.();
      }
      const key = typeof answer === 'string' ? 'accept' : answer.key;
      listeners.get(key === 'accept' ? 'accept' : key === 'back' ? 'button' : 'hide')?.();
    },
  };
  return box as unknown as vscode.InputBox;
}

/** Writes into the draft in front, so that there is something to lose, and throws it away. */
export async function discardDraft(): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.isUntitled) {
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'x'));
    await closeDraft('Discard');
  }
}

/** Closes the draft in front as after *Don't Save*, and answers the question that comes. */
export async function closeDraft(chosen: string | undefined): Promise<readonly string[]> {
  const { messages } = await answering(
    [],
    async (asked) => {
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await until(() => asked.messages.length > 0);
      // The answer is followed.
      await new Promise((resolve) => setTimeout(resolve, 200));
    },
    chosen,
  );
  return messages;
}
