import { type Suggestion, suggestLessons } from '../core/learn/suggest';
import { withoutPause } from '../core/match/turns';
import { shortCommit, suggestionReasons, suggestionTitle } from '../core/present/suggestionWording';
import { command, formatOption, rootOption } from './command';
import { gitHistoryOf } from './gitHistory';
import { type Io, printJson, UsageError } from './io';
import { limitOf } from './limit';
import { count } from './phrases';
import { openLibrary } from './project';

const usualLimit = 20;
/** With the indent, a row fits a terminal of a hundred columns. */
const longestTitle = 84;

/** Tells what history could teach. Exit code 0 also where it teaches nothing, or where there is none to ask. */
export const suggest = command({
  operands: '[RANGE]',
  meaning: 'the commits that a lesson should perhaps be captured from, the best first',
  options: {
    limit: { type: 'string', value: 'N', meaning: `how many to show at most (default: ${usualLimit})` },
    root: rootOption,
    format: formatOption,
  },
  note: `RANGE is as git log takes it: v1.0..HEAD; without it all history is read. Told are fixes, reverts, commits that
name an advisory or an incident, and those with a word of suggest_words in config.yaml. Left out is what a lesson names
already, or a commit that ends with a line like "Lesson: LSN-7K3QF2XM".`,
  async run({ values, operands }, io) {
    const limit = limitOf(values.limit, usualLimit);
    const range = rangeOf(operands);
    const { root, library } = await openLibrary(io, values.root);
    const suggestions = await suggestionsIn(root, { range, most: limit, library }, io);
    if (values.format === 'json') {
      printJson(io, { version: 1, suggestions: suggestions.map(suggestionRecord) });
    } else {
      io.stdout(suggestions.map(suggestionRow).join(''));
    }
    return 0;
  },
});

interface Asked {
  readonly range: string | undefined;
  readonly most: number;
  readonly library: Awaited<ReturnType<typeof openLibrary>>['library'];
}

/** Empty, with the reason on stderr, where there is nothing to tell. */
async function suggestionsIn(
  root: string,
  { range, most, library }: Asked,
  io: Io,
): Promise<readonly Suggestion[]> {
  const history = await gitHistoryOf(root);
  if (history === undefined) {
    io.stderr(`${root} is in no git repository, so there are no commits to learn from.\n`);
    return [];
  }
  const { lessons, policy } = library;
  const found = await suggestLessons(
    history,
    { range, lessons, words: policy.suggestWords, most },
    withoutPause,
  );
  if (found === undefined || found.kind === 'unknown-range') {
    const what = range === undefined ? 'There are no commits yet.' : `git knows no commits by "${range}".`;
    io.stderr(`${what} git log ${range ?? ''} tells more.\n`);
    return [];
  }
  if (found.suggestions.length === 0) {
    io.stderr(`Nothing in ${count(found.commits, 'commit')} asks for a lesson that is not there yet.\n`);
  }
  if (await history.isCut()) {
    io.stderr('History ends early here, as in a shallow clone; git fetch --unshallow brings the rest.\n');
  }
  return found.suggestions;
}

function rangeOf([range, ...others]: readonly string[]): string | undefined {
  if (others.length > 0) {
    throw new UsageError(`One range is expected, and "${others[0]}" is one word too many.`);
  }
  if (range?.startsWith('-')) {
    throw new UsageError(`"${range}" is no range of commits. Say lessons suggest v1.0..HEAD.`);
  }
  return range;
}

function suggestionRow(suggestion: Suggestion): string {
  const { commit, date } = suggestion;
  const letters = [...suggestionTitle(suggestion)];
  const title =
    letters.length > longestTitle ? `${letters.slice(0, longestTitle - 1).join('')}…` : letters.join('');
  const reasons = suggestionReasons(suggestion).slice(0, 3).join(' · ');
  return `${date}  ${title}\n            ${captureCommand(commit)}  # ${reasons}\n`;
}

function suggestionRecord(suggestion: Suggestion) {
  const { commit, date, reasons, points, files } = suggestion;
  return {
    ...{ commit, date, subject: suggestionTitle(suggestion), points, reasons, files },
    command: captureCommand(commit),
  };
}

function captureCommand(commit: string): string {
  return `lessons capture --fix ${shortCommit(commit)}`;
}
