import type { Source } from '../../match/source';
import { type CommentSyntax, commentSyntaxOf } from '../../match/suppressions/commentSyntax';

/** What a line is to somebody who looks for the cause of a fault. */
export type LineMeaning = 'code' | 'import' | 'nothing';

const onlyMarks = /^(?:[\s{}()[\];:,]|else|end|fi|done|esac|then|do|begin|try|finally)*$/;

const importing =
  /^(?:import\b(?!\s*\()|from\s+\S+\s+import\b|export\s.*\bfrom\s*['"]|export\s*\*|(?:const|let|var)\s.*=\s*require\(|#\s*include\b|using\s+[\w.:=\s]+;|use\s+[\w\\:{}*,\s]+;|package\s|require(?:_relative)?\s|extern crate\b)/;

const openImport = /^(?:import\b[^'"();]*\{[^}]*|from\s+\S+\s+import\s*\([^)]*|export\s*\{[^}]*)$/;

const closedImport = /[})]|['"]/;

/**
 * What each line is: code, an import, or nothing that could be at fault: blank, comment, a bracket alone. Told from the
 * lines themselves, so that a comment's mark in a string over several lines is taken for a comment.
 */
export function meaningsOfLines({ language, text }: Source): readonly LineMeaning[] {
  const syntax = commentSyntaxOf(language);
  let closing: string | undefined;
  let isImporting = false;
  return text.lines().map((written) => {
    const line = written.trim();
    if (closing !== undefined) {
      closing = line.includes(closing) ? undefined : closing;
      return 'nothing';
    }
    if (isImporting) {
      isImporting = !closedImport.test(line);
      return 'import';
    }
    const block = syntax?.block.find(({ open }) => line.startsWith(open));
    if (block !== undefined) {
      const end = line.indexOf(block.close, block.open.length);
      closing = end === -1 ? block.close : undefined;
      return end === -1 || line.slice(end + block.close.length).trim() === '' ? 'nothing' : 'code';
    }
    if (isLineComment(line, syntax) || onlyMarks.test(line)) {
      return 'nothing';
    }
    isImporting = openImport.test(line);
    return isImporting || importing.test(line) ? 'import' : 'code';
  });
}

/** A mark before a letter may be a name, as `#count` is in JavaScript; but there `#` is no mark. */
function isLineComment(line: string, syntax: CommentSyntax | undefined): boolean {
  return syntax?.line.some((mark) => line.startsWith(mark)) ?? false;
}
