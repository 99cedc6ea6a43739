import { isHttpsLink } from '../../lesson/link';
import { emailPhrases, handlePhrases } from '../../lesson/personalData';
import { hitsOf } from '../../lesson/phrase';
import { hasLength } from '../../lesson/textLength';
import { vocabulary } from '../../lesson/vocabulary';
import { advisoryId, isFix } from '../commitSignals';
import { type CommitText, commitTextOf, saidBelow } from '../commitText';
import { titleFor } from '../draftTitle';

/** What a commit's message tells for a lesson, and nobody's name. */
export interface FixMessage {
  /** What was mended, fit for a lesson's title; absent where the message says no more than that something was. */
  readonly title?: string;
  /** Names of the fault elsewhere, such as `CVE-2021-44228`. */
  readonly aliases: readonly string[];
  /** https addresses in the text, each once. */
  readonly links: readonly string[];
  /** The pull request or the issue that the subject names. */
  readonly number?: string;
}

const mostLinks = 10;
const fewWords = 3;
/** What a title is made of; some rules below look at a line again from each of its letters. */
const longestLine = 500;

const advisoryIds =
  /\b(?:GHSA(?:-[23456789cfghjmpqrvwx]{4}){3}|CVE-\d{4}-\d{4,9}|(?:RUSTSEC|PYSEC|GO)-\d{4}-\d{1,6})\b/gi;
const address = /https:\/\/[^\s<>"'`\\\]]+/g;
const merging = /^(?:merge|squash|wip)\b/i;
/** What tests say of themselves is not what they test. */
const testing = /\b(?:unit )?(?:tests?|test ?cases?|specs?)\b/i;
const otherTypes = /^(?:docs?|tests?|style|ci|chore|build|refactor|lint|format)$/;

/** Thanks to whoever told of it; names of people are two or three words with a capital. */
const credit =
  /[\s,(]{0,3}\b(?:(?:as )?(?:reported|found|discovered|spotted|noticed|suggested|patch(?:ed)?) by|thanks to|thank you,?|credits? (?:to|goes to))(?: \p{Lu}[\p{L}'’.-]{0,30}){1,3}\)?/gu;

/** Never throws, in time linear in the message. */
export function readFixMessage(message: string): FixMessage {
  const text = commitTextOf(message);
  const [subject = ''] = message.split('\n', 1);
  const whole = [subject, ...text.lines].join('\n');
  const title = titleIn(text);
  const [, number] =
    /\(#(\d{1,7})\)\s*$/.exec(subject) ?? /^Merge pull request #(\d{1,7})\b/.exec(subject) ?? [];
  return {
    ...(title !== undefined && { title }),
    ...(number !== undefined && { number }),
    aliases: unique((whole.match(advisoryIds) ?? []).map(advisoryId)),
    links: unique((whole.match(address) ?? []).map(withoutStops))
      // Before an at-sign stands somebody's name, or a password.
      .filter((link) => isHttpsLink(link) && !/^https:\/\/[^/]*@/.test(link))
      .slice(0, mostLinks),
  };
}

/** The subject; for a merge what it brought, and of several commits in one the first that calls itself a fix. */
function titleIn(text: CommitText): string | undefined {
  const below = merging.test(text.subject) ? saidBelow(text).map(commitTextOf) : [text];
  const told = below.filter(
    ({ type, subject }) =>
      below.length === 1 ||
      !(otherTypes.test(type) || merging.test(subject) || (type === '' && testing.test(subject))),
  );
  return [...told.filter(isFix), ...told]
    .map(({ subject }) => sentenceIn(subject))
    .find((title) => title !== undefined);
}

/** One line as a title, without what is told elsewhere; `undefined` where too little is left. */
function sentenceIn(line: string): string | undefined {
  const [clause = ''] = line
    .slice(0, longestLine)
    .replace(/^\[[^\]]{1,40}\]\s*/, '')
    .split(/;\s|\s--\s/);
  const plain = withoutPersons(clause.replace(address, '').replace(advisoryIds, '').replace(credit, ''))
    .replace(/\s[([]\s*(?:(?:closes|fixes|refs?|see)?\s*#\d+)?\s*[)\]]/gi, '')
    .replace(/\s+/g, ' ')
    .replace(
      /^[\s:,.-]+|(?:\s(?:for|in|of|see|via|with|and))?[\s:,.(-]+$|\s(?:for|in|of|see|via|with|and)$/gi,
      '',
    );
  const isTelling = plain.split(' ').length >= fewWords && hasLength(plain, { min: vocabulary.title.min });
  return isTelling ? titleFor(plain.charAt(0).toUpperCase() + plain.slice(1)).title : undefined;
}

function withoutPersons(text: string): string {
  const hits = hitsOf([...emailPhrases, ...handlePhrases], text);
  return hits.reduceRight((rest, { start, end }) => `${rest.slice(0, start)}${rest.slice(end)}`, text);
}

/** Without what ends a sentence, and from the bracket on that was opened before the address. */
function withoutStops(link: string): string {
  let open = 0;
  const end = [...link].findIndex((letter) => {
    open += letter === '(' ? 1 : letter === ')' ? -1 : 0;
    return open < 0;
  });
  return (end === -1 ? link : [...link].slice(0, end).join('')).replace(/[.,;:!?*]+$/, '');
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
