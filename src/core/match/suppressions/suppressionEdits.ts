import { SourceText } from '../../text';
import { applyEdits, type TextEdit } from '../../textEdit';
import { isClosed, isContinued, isInDirective, isInFrontMatter, lineForComment } from './commentPlaces';
import { type BlockMarks, type CommentSyntax, commentSyntaxOf } from './commentSyntax';
import { markupPlace } from './markupPlace';
import { blockComment, lineComment, type Reasoned, suppressionWords } from './suppressionComment';
import { suppressionsIn } from './suppressionsIn';

/** One way to write a suppression, which reads back as what was meant. */
export interface SuppressionEdit {
  readonly edit: TextEdit;
  /** Where in the new text the comment begins, behind the brace that it needs in JSX. */
  readonly mark: number;
  /** Whether the language's own tree need not be asked, which tells little of what a preprocessor reads. */
  readonly isCertain: boolean;
}

interface Asked {
  readonly text: SourceText;
  readonly language: string;
  readonly syntax: CommentSyntax;
  readonly line: number;
  readonly words: string;
}

/**
 * The ways in which a lesson can be kept quiet on a line, by what the text around it tells; the best first: a line of its
 * own above, else behind the code. None where the language has no comments, or none are known, or no place is safe.
 */
export function suppressionEdits(
  text: SourceText,
  language: string,
  line: number,
  reasoned: Reasoned,
): readonly SuppressionEdit[] {
  const syntax = commentSyntaxOf(language);
  if (syntax === undefined || language === 'json' || isClosed(text, language, syntax, line)) {
    return [];
  }
  const asked = { text, language, syntax, line, words: suppressionWords(reasoned) };
  return [...above(asked), ...behind(asked)].filter(({ edit }) => readsBack(asked, edit, reasoned.lesson));
}

function above(asked: Asked): SuppressionEdit[] {
  const { text, language, syntax, line } = asked;
  const top = lineForComment(text, language, syntax, line);
  if (top === undefined || (language === 'markdown' && text.line(line - 1).trim() !== '')) {
    return [];
  }
  const target = text.line(top);
  // What is indented by a tab is a command in a makefile.
  const indent = language === 'makefile' ? '' : target.slice(0, target.length - target.trimStart().length);
  return comments(asked, text.offsetAt({ line: top, character: 0 }), false).map((comment) => {
    const isFirst = top === 0;
    const at = isFirst ? { line: 0, character: 0 } : { line: top - 1, character: text.line(top - 1).length };
    // At the end of the line above, so that a cursor on the line moves with it.
    const newText = isFirst ? `${indent}${comment}\n` : `\n${indent}${comment}`;
    return {
      edit: { range: { start: at, end: at }, newText },
      mark: newText.indexOf(comment) + (comment.startsWith('{/*') ? 1 : 0),
      isCertain: false,
    };
  });
}

function behind(asked: Asked): SuppressionEdit[] {
  const { text, syntax, line } = asked;
  const written = text.line(line);
  const isOpen = isContinued(written, syntax);
  const isDirective =
    syntax.block.some(isStars) && syntax.continuation !== undefined && isInDirective(text, line, syntax);
  if (!syntax.followsCode || written.trim() === '' || (isOpen && !isDirective)) {
    return [];
  }
  const character = (isOpen ? written.slice(0, -1) : written).trimEnd().length;
  const at = { line, character };
  return comments(asked, text.offsetAt(at), true)
    .filter((comment) => !isDirective || comment.startsWith('/*'))
    .map((comment) => ({
      edit: { range: { start: at, end: at }, newText: ` ${comment}` },
      mark: 1,
      isCertain: isDirective,
    }));
}

/** The forms that a comment may have at a place, the one that people expect first. */
function comments({ text, language, syntax, line, words }: Asked, at: number, isBehind: boolean): string[] {
  const inBlock = (marks: BlockMarks) => blockComment(marks, words, language);
  const inLine = syntax.line.slice(0, 1).map((mark) => lineComment(mark, words));
  const [first] = syntax.block;
  if (syntax.quotes === 'none' && first?.open === '<!--') {
    // Only a script between hyphens is open to comments.
    const place = isInFrontMatter(text, line) ? 'script' : markupPlace(text.value, at);
    const marks = syntax.block.find(({ open }) => open === (place === 'style' ? '/*' : '<!--'));
    if (place === 'script' && syntax.block.length > 1) {
      return [lineComment('//', words)];
    }
    return marks === undefined || place === 'inside' || (place !== 'text' && syntax.block.length === 1)
      ? []
      : [inBlock(marks)];
  }
  const isScript = first?.open === '{/*';
  const others = syntax.block.filter((marks) => (isScript && !isBehind ? marks === first : isStars(marks)));
  return inLine.length === 0 ? syntax.block.slice(0, 1).map(inBlock) : [...inLine, ...others.map(inBlock)];
}

function isStars({ open }: BlockMarks): boolean {
  return open === '/*';
}

function readsBack({ text, language, line }: Asked, edit: TextEdit, lesson: string): boolean {
  const moved = edit.range.start.line < line || edit.newText.endsWith('\n') ? line + 1 : line;
  return suppressionsIn(new SourceText(applyEdits(text.value, [edit])), language).some(
    (found) =>
      found.lesson === lesson &&
      found.reason !== undefined &&
      found.lines.start <= moved &&
      moved < found.lines.end,
  );
}
