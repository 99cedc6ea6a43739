import type { Said } from '../core/learn/capturedDraft';
import { isHttpsLink } from '../core/lesson/link';
import { hasLength } from '../core/lesson/textLength';
import { vocabulary } from '../core/lesson/vocabulary';
import type { Io } from './io';
import type { Terminal } from './terminal';

/** What was said, or how the person turned away from it. */
export type Asked = { readonly kind: 'said'; readonly said: Said } | { readonly kind: 'turned-away' };

const questions: Readonly<Record<keyof Said, string>> = {
  title: 'What went wrong, in one line? ',
  advice: 'What to do instead, in one sentence that starts with a verb? ',
  link: 'Link to the incident, review or ticket? ',
};

/**
 * Asks for what is not known yet, as the editor does: an empty answer skips a question. Whoever ends their input at the
 * first one wants no lesson, and at a later one no more questions.
 */
export async function askFor(
  wanted: readonly (keyof Said)[],
  known: Said,
  open: () => Terminal,
  io: Io,
): Promise<Asked> {
  const said = { ...known };
  const terminal = open();
  try {
    io.stderr('Enter skips a question, Ctrl+C writes nothing.\n');
    for (const [index, key] of wanted.entries()) {
      const answer = await terminal.ask(questions[key]);
      if (answer.kind !== 'said') {
        io.stderr('\n');
      }
      if (answer.kind === 'interrupted' || (answer.kind === 'left' && index === 0)) {
        return { kind: 'turned-away' };
      }
      if (answer.kind === 'left') {
        break;
      }
      said[key] = answer.text.trim();
      io.stderr(remarkOn(key, said[key]));
    }
    return { kind: 'said', said };
  } finally {
    terminal.close();
  }
}

/** What becomes of an answer that its key does not take; empty where it takes it. */
export function remarkOn(key: keyof Said, value: string): string {
  if (value === '') {
    return '';
  }
  const { title, advice } = vocabulary;
  switch (key) {
    case 'title':
      return hasLength(value, { max: title.max })
        ? ''
        : `A title has at most ${title.max} characters. All of it goes into the text.\n`;
    case 'advice':
      return hasLength(value, advice)
        ? ''
        : `Advice has ${advice.min} to ${advice.max} characters. This goes into the text.\n`;
    case 'link':
      return isHttpsLink(value) ? '' : 'Only https links are shown. This goes into the text.\n';
  }
}
