import { createInterface } from 'node:readline';

/** What comes back when a person is asked: `left` is the end of what they have to say, `interrupted` wants it all undone. */
export type Answer =
  | { readonly kind: 'said'; readonly text: string }
  | { readonly kind: 'left' }
  | { readonly kind: 'interrupted' };

/** A person at a keyboard. */
export interface Terminal {
  ask(question: string): Promise<Answer>;
  /** Gives the keyboard back. */
  close(): void;
}

/** Lines that were pasted at once answer one question after the other. */
export function openTerminal(input: NodeJS.ReadStream, output: NodeJS.WriteStream): Terminal {
  const lines = createInterface({ input, output, terminal: true });
  const answers: Answer[] = [];
  const waiting: ((answer: Answer) => void)[] = [];
  let end: Answer | undefined;
  const answer = (one: Answer) => {
    const next = waiting.shift();
    if (next === undefined) {
      answers.push(one);
    } else {
      next(one);
    }
  };
  lines.on('line', (text) => answer({ kind: 'said', text }));
  lines.on('SIGINT', () => {
    end = { kind: 'interrupted' };
    lines.close();
  });
  lines.on('close', () => {
    end ??= { kind: 'left' };
    answer(end);
  });
  return {
    ask(question) {
      const known = answers.shift() ?? end;
      if (known !== undefined) {
        return Promise.resolve(known);
      }
      lines.setPrompt(question);
      lines.prompt();
      return new Promise((resolve) => waiting.push(resolve));
    },
    close: () => lines.close(),
  };
}
