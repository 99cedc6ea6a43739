import { addMonths, isDate } from '../lesson/calendar';
import { isLessonId } from '../lesson/identity';
import { nearestWord } from '../lesson/nearestWord';
import { parseLessonText } from '../lesson/parse';
import type { Problem } from '../lesson/problem';
import type { Range, SourceText } from '../text';
import { editsBetween, type TextEdit } from '../textEdit';
import type { Data } from './data';
import type { Fix, FixFact, FixFacts } from './fix';
import { rewrite } from './rewrite';
import { sectionFix } from './sectionFix';
import { headingOf, newFrontMatter } from './skeleton';
import { syntaxFixes } from './syntaxFixes';

/** The ways to mend a problem of a text that is still as it was when the problem was found. */
export function fixesFor(text: SourceText, problem: Problem, facts: FixFacts): readonly Fix[] {
  const { range } = problem;
  const replace = (fact: FixFact, isSafe: boolean, newText: string): Fix[] => [
    { ...fact, isSafe, edits: [{ range, newText }] },
  ];
  switch (problem.code) {
    case 'front-matter-missing':
      return frontMatterFix(text, facts);
    case 'yaml-syntax':
      return syntaxFixes(text, range);
    case 'key-unknown':
      return problem.nearest === undefined
        ? []
        : replace({ kind: 'rename-key', key: problem.nearest }, true, problem.nearest);
    case 'key-missing':
      return missingKeyFix(text, problem.key, facts);
    case 'value-unquoted':
      return replace({ kind: 'quote', written: problem.written }, true, singleQuoted(problem.written));
    case 'value-unknown':
      return valueFix(problem.value, problem.allowed, replace);
    case 'date-invalid':
      return dateFix(problem.value, replace);
    case 'id-invalid':
      return idFixes(problem.value, facts, replace);
    case 'symbol-not-found':
      return problem.nearest === undefined
        ? []
        : replace(
            { kind: 'use-value', value: problem.nearest },
            false,
            likeWritten(text, range, problem.nearest),
          );
    case 'reference-not-https':
      return httpsFix(text, range, problem.url, replace);
    case 'wording':
      return problem.rule === 'what-to-do-missing' ? sectionFix(text, range, problem.words) : [];
    default:
      return keyFixes(text, problem, facts);
  }
}

type Replace = (fact: FixFact, isSafe: boolean, newText: string) => Fix[];

/** Fixes that set one key at the top. */
function keyFixes(text: SourceText, problem: Problem, facts: FixFacts): Fix[] {
  const set = (fact: FixFact, key: string, value: Data) => rewriteFix(text, fact, false, key, value);
  switch (problem.code) {
    case 'id-duplicate': {
      const id = facts.newId();
      return set({ kind: 'assign-id', id }, 'id', id);
    }
    case 'acceptance-incomplete':
      return set({ kind: 'set-status', status: 'proposed' }, 'status', 'proposed');
    case 'successor-missing':
      return set({ kind: 'set-status', status: 'deprecated' }, 'status', 'deprecated');
    case 'review-overdue': {
      const { severity = 'medium' } = parseLessonText('', text, facts.policy).lesson ?? {};
      const day = addMonths(facts.today, facts.policy.reviewMonths[severity]);
      return set({ kind: 'set-review', day }, 'review_by', day);
    }
    default:
      return [];
  }
}

function rewriteFix(text: SourceText, fact: FixFact, isSafe: boolean, key: string, value: Data): Fix[] {
  const after = rewrite(text, [{ kind: 'set', key, value }]);
  return after === undefined ? [] : [{ ...fact, isSafe, edits: editsBetween(text, after) }];
}

function missingKeyFix(text: SourceText, key: string, facts: FixFacts): Fix[] {
  if (key === 'id') {
    const id = facts.newId();
    return rewriteFix(text, { kind: 'assign-id', id }, true, 'id', id);
  }
  const title = headingOf(text);
  return title === undefined ? [] : rewriteFix(text, { kind: 'use-title', title }, false, 'title', title);
}

function frontMatterFix(text: SourceText, facts: FixFacts): Fix[] {
  const edits: TextEdit[] = [
    {
      range: text.range(0, 0),
      newText: newFrontMatter({ id: facts.newId(), title: headingOf(text), created: facts.today }),
    },
  ];
  return [{ kind: 'add-front-matter', isSafe: false, edits }];
}

function valueFix(value: string, allowed: readonly string[], replace: Replace): Fix[] {
  const same = allowed.find((known) => known.toLowerCase() === value.trim().toLowerCase());
  const nearest = same ?? nearestWord(value, allowed);
  return nearest === undefined
    ? []
    : replace({ kind: 'use-value', value: nearest }, same !== undefined, nearest);
}

/** Only what reads the same everywhere: year, month, day. */
function dateFix(value: string, replace: Replace): Fix[] {
  const parts = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(value);
  const [, year = '', month = '', day = ''] = parts ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(date) ? replace({ kind: 'use-value', value: date }, true, date) : [];
}

function idFixes(value: string, facts: FixFacts, replace: Replace): Fix[] {
  // Crockford's base32 reads O as 0, and I and L as 1: https://www.crockford.com/base32.html
  const read = value
    .trim()
    .toUpperCase()
    .replace(/^LSN[-_ ]?/, '');
  const corrected = `LSN-${read.replaceAll('O', '0').replace(/[IL]/g, '1')}`;
  if (/^LSN/i.test(value) && isLessonId(corrected)) {
    return replace({ kind: 'correct-id', id: corrected }, true, corrected);
  }
  const id = facts.newId();
  return replace({ kind: 'assign-id', id }, false, id);
}

function httpsFix(text: SourceText, range: Range, url: string, replace: Replace): Fix[] {
  if (!/^http:\/\//i.test(url)) {
    return [];
  }
  const secure = url.replace(/^http:/i, 'https:');
  return replace({ kind: 'use-value', value: secure }, false, likeWritten(text, range, secure));
}

/** The value in the quotes of the one that it replaces. */
function likeWritten(text: SourceText, range: Range, value: string): string {
  const quote = text.value[text.offsetAt(range.start)];
  return quote === '"' ? JSON.stringify(value) : quote === "'" ? singleQuoted(value) : value;
}

function singleQuoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
