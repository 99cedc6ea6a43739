import { isHttpsLink } from '../../lesson/link';
import { emailPhrases, handlePhrases } from '../../lesson/personalData';
import { hitsOf } from '../../lesson/phrase';
import { vocabulary } from '../../lesson/vocabulary';

/** What a commit's message tells for a lesson, and nobody's name. */
export interface FixMessage {
  /** What was mended, fit for a lesson's title; absent where the message says no more than that something was. */
  readonly title?: string;
  /** Names of the fault elsewhere, such as `CVE-2021-44228`. */
  readonly aliases: readonly string[];
  /** https addresses in the text, each once. */
  readonly links: readonly string[];
  /** The number of the pull request or the issue that the subject names. */
  readonly number?: string;
}

/** Longer messages are whole histories that were squashed; what tells most stands first. */
const longestMessage = 20_000;
const mostLinks = 10;

const advisoryIds =
  /\b(?:GHSA(?:-[23456789cfghjmpqrvwx]{4}){3}|CVE-\d{4}-\d{4,10}|(?:RUSTSEC|PYSEC|GO)-\d{4}-\d{1,6})\b/gi;
const address = /https:\/\/[^\s<>"'`\\\]]+/g;
const trailer = /^(?:[a-z]+(?:-[a-z]+)*-by|cc|change-id|bug-url|pr-url|refs?|reviewers?)\s*:/i;
const merging = /^merge\b|^(?:squash|wip)\b/i;
const numbered = /\(?(?:#|!|\bgh-)(\d{1,7})\)?\s*$/i;

/** Words with which a change says what kind it is: https://www.conventionalcommits.org/ */
const kindOfChange =
  /^(?:\[[^\]]{1,40}\]\s*|(?:fix|feat|perf|security|sec|refactor|chore|docs?|tests?|build|ci|style|revert|bug-?fix|hot-?fix|bug)(?:\([^)]{1,60}\))?!?:\s+)+/i;
const otherChange = /^(?:docs?|tests?|style|ci|chore|build|refactor|lint|format)(?:\([^)]*\))?!?:/i;
const fixingChange = /^(?:fix|security|bug-?fix|hot-?fix)(?:\([^)]*\))?!?:/i;
const fewWords = 3;

/** Never throws, in time linear in the message. */
export function readFixMessage(message: string): FixMessage {
  const text = message.slice(0, longestMessage);
  const lines = text.split('\n').filter((line) => !trailer.test(line.trim()));
  const [subject = ''] = lines;
  const title = titleIn(lines);
  const [, number] = numbered.exec(subject.trim()) ?? /^Merge pull request #(\d{1,7})\b/.exec(subject) ?? [];
  return {
    ...(title !== undefined && { title }),
    ...(number !== undefined && { number }),
    aliases: unique((text.match(advisoryIds) ?? []).map(spelled)),
    links: unique((lines.join('\n').match(address) ?? []).map(withoutStops))
      .filter((link) => isHttpsLink(link) && !/^https:\/\/[^/]*@/.test(link))
      .slice(0, mostLinks),
  };
}

/** The subject; for a merge what it brought, and of several commits in one the first that calls itself a fix. */
function titleIn(lines: readonly string[]): string | undefined {
  const [subject = '', ...body] = lines.map((line) => line.trim().replace(/^[*+-]\s+/, ''));
  const others = body.filter((line) => line !== '' && !otherChange.test(line));
  const inOrder = merging.test(subject)
    ? [...others.filter((line) => fixingChange.test(line)), ...others.filter((line) => !merging.test(line))]
    : [subject];
  return inOrder.map(sentenceOf).find((title) => title !== undefined);
}

/** One line of a message as a title, without what is told elsewhere; `undefined` where too little is left. */
function sentenceOf(line: string): string | undefined {
  const [clause = ''] = line.replace(kindOfChange, '').split(/;\s|\s--\s/);
  const plain = withoutPersons(
    clause
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(address, '')
      .replace(advisoryIds, '')
      .replace(/(?![\t ])[\p{Cc}\p{Cf}]/gu, ''),
  )
    .replace(/[([]\s*(?:(?:closes|fixes|refs?|see)?\s*#\d+)?\s*[)\]]/gi, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s:,.-]+|[\s:,.(-]+$/g, '');
  const isTelling = plain.split(' ').length >= fewWords && [...plain].length >= vocabulary.title.min;
  return isTelling ? shortened(plain.charAt(0).toUpperCase() + plain.slice(1)) : undefined;
}

function shortened(title: string): string {
  const letters = [...title];
  if (letters.length <= vocabulary.title.max) {
    return title;
  }
  const kept = letters.slice(0, vocabulary.title.max - 1).join('');
  return `${kept.replace(/\s+\S*$/, '')}…`;
}

function withoutPersons(text: string): string {
  const hits = hitsOf([...emailPhrases, ...handlePhrases], text);
  return hits.reduceRight((rest, { start, end }) => `${rest.slice(0, start)}${rest.slice(end)}`, text);
}

/** What ends a sentence, or closes a bracket that was opened before the address. */
function withoutStops(link: string): string {
  const plain = link.replace(/[.,;:!?*]+$/, '');
  const isClosed = plain.endsWith(')') && !plain.includes('(');
  return isClosed ? withoutStops(plain.replace(/\)+$/, '')) : plain.replace(/\)\).*$|\)[,;].*$/, '');
}

function spelled(id: string): string {
  return /^ghsa/i.test(id) ? `GHSA${id.slice(4).toLowerCase()}` : id.toUpperCase();
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
