import * as vscode from 'vscode';

/** What the editor asked while answers were given for a person. */
export interface Asked {
  /** The prompts of input boxes, each with what stood there before. */
  readonly boxes: string[];
  readonly messages: string[];
}

/** An answer to an input box: a text to confirm, or a way to turn away. */
export type Answer = string | { readonly key: 'escape' | 'back'; readonly typed?: string };

type Listener = () => void;

/**
 * Answers input boxes in order, as they are shown, and messages by the label of a button, while something runs. What nobody
 * answers is turned away from.
 */
export async function answering(
  answers: readonly (Answer | undefined)[],
  run: () => PromiseLike<unknown>,
  button?: string,
): Promise<Asked> {
  const asked: Asked = { boxes: [], messages: [] };
  const waiting = [...answers];
  const { createInputBox, showInformationMessage } = vscode.window;
  const fakes = {
    createInputBox: () => fakeBox(asked, () => waiting.shift() ?? { key: 'escape' }),
    showInformationMessage: async (message: string, ...buttons: unknown[]) => {
      asked.messages.push(message);
      return buttons.find((one) => one === button);
    },
  };
  Object.assign(vscode.window, fakes);
  try {
    await run();
  } finally {
    Object.assign(vscode.window, { createInputBox, showInformationMessage });
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
