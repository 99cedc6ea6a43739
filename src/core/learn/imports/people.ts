import type { MarkdownLine } from './plainMarkdown';

const roles = [
  '(?:co-?)?authors?|(?:action |document |incident )?owners?|names?|reporters?|assignees?|scribes?|participants?|(?:post-?mortem |meeting )?attendees?',
  'responders?|facilitators?|reviewers?|approvers?|editors?|credits?|acknowledg?ements?|people(?: involved)?|who was involved',
  '(?:incident|technical|communications?|comms|ops|operations) (?:commander|lead|manager|handler|coordinator|liaison)',
  '(?:reported|written|prepared|found|discovered|reviewed|approved|resolved|declared|authored|assigned|led) (?:by|to)',
  'on-?call(?: engineers?)?|engineers? on call|ic|tl|dri|contacts?|postmortem (?:lead|owner)|team members?',
].join('|');

const role = new RegExp(`^(?:${roles})$`, 'i');
const line = new RegExp(String.raw`^[\s>|*_+-]{0,12}(?:${roles})(?:\(s\))?[\s*_]*(?::|\|)`, 'i');

/** At the end of an action: who is to do it. */
const assigned = /[\s.;,(–-]*\b(?:owner|assignee|assigned to|dri|responsible)\s*:[^|]{1,80}$/i;

/** Whether a name is of a list of persons: a heading, or a column of a table. */
export function isPeople(name: string): boolean {
  return role.test(name.replace(/\(s\)|[*_:?]/g, '').trim());
}

/** The lines without those that say who it was, and tables without their columns of persons. */
export function withoutPeople(lines: readonly MarkdownLine[]): readonly MarkdownLine[] {
  let dropped: ReadonlySet<number> = new Set();
  return lines.flatMap((one, index) => {
    const { text, isCode } = one;
    if (isCode) {
      return [one];
    }
    const isRow = /^\s*\|/.test(text) || (/\S\s*\|\s*\S/.test(text) && dropped.size > 0);
    const isHead = isRow && /^[\s|:-]*-[\s|:-]*$/.test(lines[index + 1]?.text ?? '');
    if (isHead) {
      dropped = columnsOfPeople(text);
    } else if (!isRow) {
      dropped = new Set();
    }
    if (line.test(text) && !isHead) {
      return [];
    }
    const whole = dropped.size === 0 ? text : withoutColumns(text, dropped);
    return [{ text: whole.replace(assigned, ''), isCode }];
  });
}

function columnsOfPeople(head: string): ReadonlySet<number> {
  return new Set(cellsOf(head).flatMap((cell, at) => (isPeople(cell) ? [at] : [])));
}

function withoutColumns(row: string, dropped: ReadonlySet<number>): string {
  return `|${cellsOf(row)
    .flatMap((cell, at) => (dropped.has(at) ? [] : [`${cell}|`]))
    .join('')}`;
}

function cellsOf(row: string): readonly string[] {
  return row
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|');
}
