import type { Lesson } from '../../src/core/lesson/lesson';
import { parseLessonText } from '../../src/core/lesson/parse';
import type { Turns } from '../../src/core/match/turns';
import { LessonSearch } from '../../src/core/search/lessonSearch';
import { SourceText } from '../../src/core/text';
import { type Bench, type Figure, liveMemory, type Setting, timed, yardstick } from './bench';
import { lessonCorpus } from './lessonCorpus';
import { SeededRandom } from './random';

/** What it costs to find lessons by words, from the first question to one key after another. */
export const searchBench: Bench = {
  name: 'search',
  prepare: async () => undefined,
  tasks: [
    { name: 'typing', run: runTyping },
    { name: 'scan', run: runScan },
  ],
};

/** As somebody types them, key by key; the last ones are mistyped, or stand nowhere. */
const questions = [
  'connection pool',
  'every retry',
  'certificate renewed',
  'mail queue retry',
  'sesion tokne',
  'zzzz',
];
const keys = questions.flatMap((question) =>
  Array.from({ length: question.length }, (_, at) => question.slice(0, at + 1)),
);

async function runTyping({ files }: Setting): Promise<Figure[]> {
  const lessons = lessonsWithManyWords(files);
  const before = liveMemory();
  const search = new LessonSearch();
  const built = await timed('index', () => search.prepare(lessons, politeTurns()));
  const index = { ...built, megabytes: liveMemory() - before };
  const find = (text: string) => search.find({ text, lessons, limit: 50 }, politeTurns());
  const times: Figure[] = [];
  for (const key of keys) {
    times.push(await timed(key, () => find(key)));
  }
  const sorted = times.toSorted((a, b) => (a.elapsed ?? 0) - (b.elapsed ?? 0));
  const at = (share: number) => sorted[Math.floor(sorted.length * share)];
  const stall = Math.max(...times.map((time) => time.stall ?? 0));
  const clumsy = Array.from({ length: 1000 }, (_, number) => number.toString(36)).join(' ! | ');
  return [
    index,
    { ...at(0.5), what: 'one key, median' },
    { ...at(0.95), what: 'one key, p95' },
    { ...sorted.at(-1), what: 'one key, slowest', stall },
    await timed('no word: all by title', () => find('')),
    await timed('5,000 signs', () => find(clumsy.slice(0, 5000))),
  ];
}

/** What a search without an index does at every key. */
async function runScan({ files }: Setting): Promise<Figure[]> {
  const texts = lessonsWithManyWords(files).map(
    ({ title, advice, body }) => `${title} ${advice} ${body.value}`,
  );
  let hits = 0;
  const scan = await yardstick('lower case and indexOf in all texts', () => {
    hits = texts.filter((text) => text.toLowerCase().includes('retry')).length;
  });
  return [scan, { what: `of ${hits} hits`, elapsed: 0 }];
}

/** The corpus repeats its sentences; people have some 20,000 words between them, names of their code among these. */
function lessonsWithManyWords(count: number): Lesson[] {
  const random = new SeededRandom(3);
  const word = () =>
    Array.from(
      { length: 3 },
      () =>
        `${random.pick(['ba', 'ko', 'ti', 'ru', 'me', 'sol', 'den', 'var'])}${random.pick(['n', 'r', 's', 'l', ''])}`,
    ).join('');
  return lessonCorpus(count).flatMap(({ path, text }) => {
    const rare = Array.from({ length: 40 }, word).join(' ');
    return parseLessonText(path, new SourceText(`${text}\n${rare}\n`)).lesson ?? [];
  });
}

/** As the editor does it. */
function politeTurns(): Turns {
  let since = performance.now();
  return {
    next: async () => {
      if (performance.now() - since > 8) {
        await new Promise((resolve) => setTimeout(resolve, 0));
        since = performance.now();
      }
      return true;
    },
  };
}
