import type { SourceText } from '../text';
import type { LineStretch } from './alignedLines';
import type { Match } from './match';

/** What git writes by default; a longer marker is one of a nested conflict, and text of this one. */
const marker = /^(?:<{7}(?= |$)|\|{7}(?= |$)|={7}$|>{7}(?= |$))/;

/**
 * The lines of the merge conflicts in a text, markers and both sides, sorted; `end` exclusive. A conflict is what git writes:
 * `<<<<<<<`, perhaps `|||||||`, `=======`, `>>>>>>>`, in this order, each at the beginning of its line. A line of equal signs
 * under a heading is none, nor is a conflict that never ends: somebody is mending it by hand, or writes about it.
 */
export function conflictLines(text: SourceText): readonly LineStretch[] {
  if (!text.value.includes('<<<<<<<') || !text.value.includes('>>>>>>>')) {
    return [];
  }
  const conflicts: LineStretch[] = [];
  let start: number | undefined;
  let isDivided = false;
  for (let line = 0; line < text.lineCount; line++) {
    switch (markerOf(text.line(line))) {
      case '<':
        [start, isDivided] = [line, false];
        break;
      case '=':
        isDivided = start !== undefined;
        break;
      case '>':
        if (start !== undefined && isDivided) {
          conflicts.push({ start, end: line + 1 });
        }
        [start, isDivided] = [undefined, false];
        break;
      default:
    }
  }
  return conflicts;
}

function markerOf(line: string): string | undefined {
  return marker.exec(line)?.[0][0];
}

/** The matches that no line of these stretches touches; what means the whole file is among them. */
export function outside(matches: readonly Match[], stretches: readonly LineStretch[]): readonly Match[] {
  return stretches.length === 0 ? matches : matches.filter((match) => !isWithin(match, stretches));
}

export function isWithin({ range }: Match, stretches: readonly LineStretch[]): boolean {
  return (
    range !== undefined &&
    stretches.some(({ start, end }) => start <= range.end.line && range.start.line < end)
  );
}
