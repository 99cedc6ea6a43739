import { SourceText } from '../text';
import type { ProblemFact } from './problem';

const largestLesson = 256 * 1024;

/** The text of a lesson file, or why its bytes are none. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: SourceText }
  | { readonly kind: 'problem'; readonly fact: ProblemFact };

export function decodeLesson(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) {
    return { kind: 'problem', fact: { code: 'file-empty' } };
  }
  if (bytes.length > largestLesson) {
    return { kind: 'problem', fact: { code: 'file-too-large', bytes: bytes.length, limit: largestLesson } };
  }
  if (bytes.includes(0)) {
    return { kind: 'problem', fact: { code: 'file-binary' } };
  }
  try {
    return { kind: 'text', text: new SourceText(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    // A fatal decoder throws for exactly one reason.
    return { kind: 'problem', fact: { code: 'file-not-utf8' } };
  }
}
