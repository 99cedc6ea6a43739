import type { AuthorContext, AuthorWorkspace, Completion } from '../../src/core/author/completion';
import { completionsAt } from '../../src/core/author/completions';
import { placesAt } from '../../src/core/author/cursor';
import type { SheetKind } from '../../src/core/lesson/keyPath';
import { defaultPolicy } from '../../src/core/lesson/policy';
import { buildLibrary } from '../../src/core/library/library';
import { cursorIn } from './cursorText';
import { parsed } from './lessons';

const files = [
  ...[
    'README.md',
    'package.json',
    'src/app.ts',
    'src/http/[id].ts',
    'src/http/retry.ts',
    'src/http/wire.proto',
  ],
  ...['tools/a b/run.py', 'gen/out.ts', '@types/x.d.ts', '.lessons/0.md'],
];

const workspace: AuthorWorkspace = {
  languages: async () => ['typescript', 'python'],
  async entriesIn(folder) {
    if (folder === 'many') {
      return Array.from({ length: 3000 }, (_, at) => ({ name: `f${at}`, kind: 'file' as const }));
    }
    const below = files.filter((path) => folder === '' || path.startsWith(`${folder}/`));
    const rest = below.map((path) => path.slice(folder === '' ? 0 : folder.length + 1).split('/'));
    const entries = new Map(rest.map(([name = '', ...more]) => [name, more.length > 0]));
    return [...entries].map(([name, isFolder]) => ({ name, kind: isFolder ? 'folder' : 'file' }));
  },
  filesBelow: async (folder) => files.filter((path) => folder === '' || path.startsWith(`${folder}/`)),
  symbolsIn: async (globs) =>
    globs.length === 0
      ? ['open']
      : ['Retry', 'Retry.run', 'Retry.stop', 'Wire.run', 'A.#secret', globs.join()],
};

/** A small library, and a workspace with a few files and symbols. */
export const context: AuthorContext = {
  library: buildLibrary(
    parsed(
      'tags: [net, "a: b"]\nfactors: [tooling, incentive]\nowners: "@core"',
      'title: "Über *alles* & `mehr`"\ntags: net\nfactors: tooling\nadvice: Do [this](http://a.b) at once',
      'tags: x',
    ),
    {
      policy: { ...defaultPolicy, added: { factors: ['vendor'], origins: ['game-day'] }, ignore: ['gen/'] },
      policyProblems: [],
    },
  ),
  path: '.lessons/2.md',
  today: '2026-11-22',
  newId: () => 'LSN-7K3QF2XM',
  workspace,
};

/** What is offered where the cursor stands in a text. */
export async function offered(written: string, kind: SheetKind): Promise<readonly Completion[]> {
  const { text, position } = cursorIn(written);
  return (
    await Promise.all(placesAt(text, position, kind).map((place) => completionsAt(place, context)))
  ).flat();
}
