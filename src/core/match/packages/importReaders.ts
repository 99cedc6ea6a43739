import type { Ecosystem } from '../../lesson/packages/ecosystems';
import { filler, type Lexis, maskedCode } from './codeMask';
import type { ImportedPackage } from './importedPackage';
import {
  csharpLexis,
  goLexis,
  javaLexis,
  javascriptLexis,
  kotlinLexis,
  pythonLexis,
  rubyLexis,
  rustLexis,
} from './lexes';
import { packageOfSpecifier } from './npmSpecifier';
import { cratesIn } from './rustImports';

type ImportReader = (text: string) => readonly ImportedPackage[];

/** A name in masked code, and where it stands. */
interface Found {
  readonly name: string;
  readonly start: number;
}

/** Everything that `pattern`'s group `name` finds in the code; what is in strings is read from the text. */
function namesIn(text: string, code: string, pattern: RegExp): Found[] {
  return [...code.matchAll(pattern)].flatMap((found) => {
    const [start = 0, end = 0] = found.indices?.groups?.name ?? [];
    return end > start ? [{ name: text.slice(start, end), start }] : [];
  });
}

function reader(
  ecosystem: Ecosystem,
  lexis: Lexis,
  read: (text: string, code: string) => readonly Found[],
): ImportReader {
  return (text) =>
    read(text, maskedCode(text, lexis)).map(({ name, start }) => ({
      ecosystem,
      name,
      start,
      end: start + name.length,
    }));
}

const quoted = (open: string) => new RegExp(`${open}\\s*(["'\`])(?<name>${filler}+)\\1`, 'dg');

const javascript = reader('npm', javascriptLexis, (text, code) =>
  namesIn(text, code, quoted('(?<![.\\w$#])(?:from|import|(?:import|require)\\s*\\()')).flatMap(
    ({ name, start }) => {
      const known = packageOfSpecifier(name);
      return known === undefined ? [] : [{ name: known, start: start + name.indexOf(known) }];
    },
  ),
);

const blank = String.raw`(?:[ \t]|\\\n)`;
const pythonFrom = new RegExp(
  String.raw`(?:^|(?<!\\)\n|[;:])[ \t]*from${blank}+(?<name>[\p{L}_][\p{L}\p{N}_.]*)${blank}+import\b`,
  'dgu',
);
const pythonImport = new RegExp(
  String.raw`(?:^|(?<!\\)\n|[;:])[ \t]*import${blank}+(?<name>(?:\\\n|[^\n;#])+)`,
  'dgu',
);

const python = reader('PyPI', pythonLexis, (text, code) => [
  ...namesIn(text, code, pythonFrom),
  ...namesIn(text, code, pythonImport).flatMap(({ name, start }) =>
    [...name.matchAll(/(?:^|,)[\s\\]*([\p{L}_][\p{L}\p{N}_.]*)/gu)].map((one) => ({
      name: one[1] ?? '',
      start: start + one.index + one[0].length - (one[1] ?? '').length,
    })),
  ),
]);

const goImport = new RegExp(`\\bimport\\s*(?<name>\\([^)]*\\)?|(?:[\\w.]+\\s*)?["\`]${filler}*["\`])`, 'dg');

const go = reader('Go', goLexis, (text, code) => {
  const header = code.slice(0, /^(?:func|type|var|const)\b/m.exec(code)?.index);
  return [...header.matchAll(goImport)].flatMap((statement) =>
    namesIn(text, code.slice(0, statement.index + statement[0].length), quoted('')).filter(
      ({ start }) => start > statement.index,
    ),
  );
});

const dotted = String.raw`(?<name>[\p{L}_$][\p{L}\p{N}_$]*(?:\s*\.\s*[\p{L}_$][\p{L}\p{N}_$]*)*)`;
const javaImport = new RegExp(String.raw`(?:^|[;\n])[ \t]*import\s+(?:static\s+)?${dotted}`, 'dgu');
const csharpUsing = new RegExp(
  String.raw`(?:^|[;{\n])[ \t]*(?:global\s+)?using\s+(?:static\s+)?(?:[\p{L}_]\w*\s*=\s*(?:global::)?)?${dotted}\s*;`,
  'dgu',
);

const rubyRequire = quoted(String.raw`(?:^|[\n;])[ \t]*(?:require|gem)(?:\s*\()?`);

const importsWith = (lexis: Lexis) => reader('Maven', lexis, (text, code) => namesIn(text, code, javaImport));

/** By VS Code's language ids. */
export const importReaders: Readonly<Record<string, ImportReader>> = {
  csharp: reader('NuGet', csharpLexis, (text, code) => namesIn(text, code, csharpUsing)),
  go,
  groovy: importsWith(javaLexis),
  java: importsWith(javaLexis),
  javascript,
  javascriptreact: javascript,
  kotlin: importsWith(kotlinLexis),
  python,
  ruby: reader('RubyGems', rubyLexis, (text, code) => namesIn(text, code, rubyRequire)),
  rust: reader('crates.io', rustLexis, (_, code) => cratesIn(code)),
  scala: importsWith(kotlinLexis),
  svelte: javascript,
  typescript: javascript,
  typescriptreact: javascript,
  vue: javascript,
};
