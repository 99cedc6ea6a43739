import { SourceText } from '../text';
import { languageOfFirstLine, languageOfPath } from './language';

/** A text that lessons are matched against. */
export interface Source {
  /** Relative to the folder that holds `.lessons`, with `/`. */
  readonly path: string;
  /** A VS Code language id, `plaintext` where none is known. */
  readonly language: string;
  readonly text: SourceText;
}

/**
 * @param languageHint asked only where neither the name nor the first line tells anything: a person may map endings
 *   differently in an editor, and the command line must come to the same answer
 */
export function sourceOf(path: string, text: string, languageHint = 'plaintext'): Source {
  const known = languageOfPath(path) ?? languageOfFirstLine(text);
  return { path, language: known ?? languageHint, text: new SourceText(text) };
}
